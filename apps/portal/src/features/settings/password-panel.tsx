import { Problems } from '@daylight/web-app';
import { outcomeOf, useMutation, useSession } from '@daylight/web-data';
import { Button, Panel, Stack, TextField, useToast } from '@daylight/web-ui';
import { useState, type FormEvent } from 'react';
import { useText } from '../../app/text.js';
import { ChangePasswordDocument, type ChangePasswordMutation } from './generated/settings.js';

type Outcome =
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused'; readonly problems: readonly { readonly path: string; readonly message: string }[] }
  | { readonly kind: 'too-many'; readonly minutes: number };

const read = (result: ChangePasswordMutation['changePassword']): Outcome =>
  outcomeOf<typeof result, Outcome>(result, {
    PasswordChanged: () => ({ kind: 'changed' }),
    InputRefused: ({ problems }) => ({ kind: 'refused', problems }),
    TooManyAttempts: ({ retryAfterSeconds }) => ({ kind: 'too-many', minutes: Math.ceil(retryAfterSeconds / 60) }),
  });

/** A new password; every other session ends with it. */
export function PasswordPanel({ onChanged }: { readonly onChanged: () => void }) {
  const text = useText();
  const toast = useToast();
  const { viewer } = useSession();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [{ fetching }, change] = useMutation(ChangePasswordDocument);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { data } = await change({ input: { currentPassword, newPassword } });
    if (data === undefined) return setMessages([text('page.failed')]);
    const outcome = read(data.changePassword);
    if (outcome.kind === 'too-many') return setMessages([text('password.tooMany', { minutes: outcome.minutes })]);
    if (outcome.kind === 'refused') return setMessages(outcome.problems.map(({ message }) => message));
    setMessages([]);
    setCurrent('');
    setNew('');
    toast({ text: text('password.changed') });
    onChanged();
  }
  return (
    <Panel title={text('password.title')} description={text('password.lead')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Problems messages={messages} />
          <input type="text" name="username" autoComplete="username" value={viewer.email} readOnly hidden />
          <TextField
            label={text('password.current')}
            type="password"
            name="current"
            autoComplete="current-password"
            required
            value={currentPassword}
            onChange={setCurrent}
          />
          <TextField
            label={text('password.new')}
            description={text('password.rule')}
            type="password"
            name="new"
            autoComplete="new-password"
            required
            value={newPassword}
            onChange={setNew}
          />
          <div>
            <Button type="submit" look="primary" busy={fetching}>
              {text('password.change')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
