import { MAX_FILE_BYTES, Problems, useUploads } from '@daylight/web-app';
import { useDraft, useMutation, useSession } from '@daylight/web-data';
import { Composer, FileDrop, Notice, Skeleton, Stack, useToast } from '@daylight/web-ui';
import { useRef, useState } from 'react';
import { useText } from '../../app/text.js';
import { readChange, type Conflict } from './change.js';
import { ConflictNotice } from './conflict-notice.js';
import { ReplyToTicketDocument, type TicketChangeFragment, type TicketWholeFragment } from './generated/ticket.js';

interface ReplyBoxProps {
  readonly ticket: TicketWholeFragment;
  /** The version whose messages were on the screen; older than the ticket's own while some are held back. */
  readonly seenVersion: number;
  /** Takes a message back; false: it was refused. */
  readonly onUndo: (messageId: string) => Promise<boolean>;
}

/** Writes to the provider. The text survives every refusal, a closed tab and being offline. */
export function ReplyBox({ ticket, seenVersion, onUndo }: ReplyBoxProps) {
  const text = useText();
  const toast = useToast();
  const { viewer, tenant } = useSession();
  const uploads = useUploads();
  const draft = useDraft({ userId: viewer.id, tenantId: tenant?.id ?? null, object: `ticket:${ticket.id}:reply` });
  const [, reply] = useMutation(ReplyToTicketDocument);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [round, setRound] = useState(0);
  const [returned, setReturned] = useState<{ readonly text: string } | null>(null);
  const refusedText = useRef('');

  async function send(body: string, expectedVersion: number | null): Promise<boolean> {
    const { data } = await reply({ input: { ticketId: ticket.id, body, fileIds: uploads.fileIds, expectedVersion } });
    const outcome = readChange(data?.replyToTicket, ticket, text('page.failed'));
    refusedText.current = body;
    setConflict(outcome.kind === 'conflict' ? outcome : null);
    setMessages(outcome.kind === 'refused' ? outcome.messages : outcome.kind === 'gone' ? [text('page.gone')] : []);
    if (outcome.kind !== 'changed') return false;
    uploads.clear();
    draft.clear();
    const messageId = sentMessage(data?.replyToTicket, viewer.id, body);
    const undo = messageId === null ? {} : { undo: () => void takeBack(messageId, body) };
    toast({ text: text('reply.sent'), ...undo });
    return true;
  }
  async function takeBack(messageId: string, body: string): Promise<void> {
    if (await onUndo(messageId)) setReturned({ text: body });
  }
  async function insist(): Promise<void> {
    if (await send(refusedText.current, null)) setRound(round + 1);
  }
  if (draft.initial === null) return <Skeleton height="10rem" />;
  return (
    <Stack gap="s">
      {conflict === null ? null : (
        <ConflictNotice
          conflict={conflict}
          label={text('reply.send')}
          onInsist={() => void insist()}
          onDismiss={() => setConflict(null)}
        />
      )}
      <Problems title={text('reply.refused')} messages={messages} />
      {ticket.status === 'RESOLVED' ? <Notice>{text('reply.reopens')}</Notice> : null}
      <Composer
        key={round}
        label={text('reply.label')}
        placeholder={text('reply.placeholder')}
        submitLabel={text('reply.send')}
        initial={round === 0 ? draft.initial : ''}
        returned={returned}
        onDraft={draft.save}
        onSubmit={(body) => send(body, seenVersion)}
        onFiles={uploads.add}
        disabled={uploads.busy}
      />
      <FileDrop
        label={text('file.attach')}
        files={uploads.files}
        maxBytes={MAX_FILE_BYTES}
        onAdd={uploads.add}
        onRemove={uploads.remove}
      />
    </Stack>
  );
}

/** The message that an answer says was just written. */
function sentMessage(answer: TicketChangeFragment | undefined, personId: string, body: string): string | null {
  const messages = answer?.__typename === 'TicketChanged' ? (answer.ticket?.messages ?? []) : [];
  return (
    messages.findLast(({ author, body: said }) => author?.id === personId && said.trim() === body.trim())?.id ?? null
  );
}
