import { Button, Panel, Stack } from '@daylight/web-ui';
import type { FormEvent, ReactNode } from 'react';
import { Problems } from '../page/problems.js';

interface AccountFormProps {
  readonly title: string;
  readonly description?: string;
  readonly problems: readonly string[];
  readonly submitLabel: string;
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A panel of fields with one verb below; why it was refused stands above them. */
export function AccountForm({ title, description, problems, submitLabel, busy, onSubmit, children }: AccountFormProps) {
  function submit(event: FormEvent): void {
    event.preventDefault();
    onSubmit();
  }
  return (
    <Panel title={title} {...(description === undefined ? {} : { description })}>
      <form onSubmit={submit}>
        <Stack>
          <Problems messages={problems} />
          {children}
          <div>
            <Button type="submit" look="primary" busy={busy}>
              {submitLabel}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
