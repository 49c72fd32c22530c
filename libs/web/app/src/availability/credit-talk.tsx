import { useDraft, useSession } from '@daylight/web-data';
import { Composer, Panel, Stack } from '@daylight/web-ui';
import { useState } from 'react';
import { Problems } from '../page/problems.js';
import { useText } from '../text.js';
import { CreditThread } from './credit-thread.js';
import type { ShownCredit } from './shown.js';

interface CreditTalkProps {
  readonly credit: ShownCredit & { readonly id: string; readonly tenantId: string };
  readonly mayComment: boolean;
  /** Sends; null: done, else why not. What was written stays then. */
  readonly onSend: (words: string) => Promise<string | null>;
}

/** What both sides said about a credit, and the box to say more. */
export function CreditTalk({ credit, mayComment, onSend }: CreditTalkProps) {
  const text = useText();
  const { viewer } = useSession();
  const draft = useDraft({ userId: viewer.id, tenantId: credit.tenantId, object: `credit:${credit.id}` });
  const [trouble, setTrouble] = useState<string | null>(null);
  async function send(words: string): Promise<boolean> {
    const refusal = await onSend(words);
    setTrouble(refusal);
    if (refusal === null) draft.clear();
    return refusal === null;
  }
  return (
    <Panel title={text('avail.thread')}>
      <Stack>
        <CreditThread credit={credit} />
        <Problems messages={trouble === null ? [] : [trouble]} />
        {mayComment && draft.initial !== null ? (
          <Composer
            label={text('avail.comment')}
            placeholder={text('avail.comment')}
            submitLabel={text('avail.comment.send')}
            initial={draft.initial}
            onDraft={draft.save}
            onSubmit={send}
            rows={3}
          />
        ) : null}
      </Stack>
    </Panel>
  );
}
