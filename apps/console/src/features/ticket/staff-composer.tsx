import { MAX_FILE_BYTES, useUploads } from '@daylight/web-app';
import { useDraft, useSession } from '@daylight/web-data';
import { Checkbox, Composer, FileDrop, IconButton, useToast, type Audience } from '@daylight/web-ui';
import { IconPaperclip } from '@tabler/icons-react';
import { useState, type ReactNode, type Ref } from 'react';
import { useText } from '../../app/text.js';
import { answerNode } from './answer-node.js';
import { ReplyToTicketDocument, WithdrawMessageDocument } from './generated/work.js';
import classes from './staff-composer.module.css';
import { ThenSelect, thenInput, type Then } from './then-select.js';
import type { TicketWork } from './ticket-work.js';

export interface StaffComposerProps {
  readonly work: TicketWork;
  readonly audience: Audience;
  readonly onAudience: (audience: Audience) => void;
  readonly fieldRef: Ref<HTMLTextAreaElement>;
  /** Told what stands in the field after each pause. */
  readonly onWrite: (body: string) => void;
}

const AUDIENCES = ['PUBLIC', 'INTERNAL'] as const;

/** Answers the client or notes something for colleagues; a draft is kept for each ticket and person. */
export function StaffComposer(props: StaffComposerProps) {
  const { viewer } = useSession();
  const { ticket } = props.work;
  const draft = useDraft({ userId: viewer.id, tenantId: ticket.tenant.id, object: `ticket:${ticket.id}:reply` });
  return draft.initial === null ? null : (
    <Ready key={ticket.id} {...props} initial={draft.initial} onDraft={draft.save} />
  );
}

function Ready({
  work,
  audience,
  onAudience,
  fieldRef,
  onWrite,
  initial,
  onDraft,
}: StaffComposerProps & { readonly initial: string; readonly onDraft: (text: string) => void }) {
  const text = useText();
  const uploads = useUploads();
  const [returned, setReturned] = useState<{ readonly text: string } | null>(null);
  const sent = useSent(work, (body) => setReturned({ text: body }));
  const [attaching, setAttaching] = useState(false);
  const [question, setQuestion] = useState(false);
  const [then, setThen] = useState<Then>('');
  const [problem, setProblem] = useState<ReactNode>(null);
  const isPublic = audience === 'PUBLIC';
  const addFiles = (files: readonly File[]): void => {
    setAttaching(true);
    uploads.add(files);
  };
  async function onSubmit(body: string): Promise<boolean> {
    const after = isPublic ? thenInput(then) : { thenWait: null, thenResolve: null, thenChangeOutcome: null };
    const input = {
      ticketId: work.ticket.id,
      body,
      visibility: audience,
      question: isPublic && (question || after.thenWait !== null),
      ...after,
      fileIds: [...uploads.fileIds],
      expectedVersion: isPublic ? work.ticket.version : null,
    };
    const answer = await work.send(ReplyToTicketDocument, { input }, (data) => data.replyToTicket);
    setProblem(answerNode(answer));
    if (answer.kind !== 'done') return false;
    uploads.clear();
    setAttaching(false);
    setQuestion(false);
    setThen('');
    onDraft('');
    sent(body, audience);
    return true;
  }
  return (
    <div className={classes['composer']}>
      {problem}
      <Composer
        label={text(isPublic ? 'ticket.reply' : 'ticket.note')}
        placeholder={text(isPublic ? 'ticket.replyHint' : 'ticket.noteHint')}
        initial={initial}
        returned={returned}
        rows={4}
        submitLabel={submitLabel(audience, then, text)}
        onSubmit={onSubmit}
        onDraft={(body) => {
          onDraft(body);
          onWrite(body);
        }}
        audiences={AUDIENCES}
        audience={audience}
        onAudience={onAudience}
        fieldRef={fieldRef}
        disabled={uploads.busy}
        onFiles={addFiles}
        above={
          attaching ? (
            <div className={classes['files']}>
              <FileDrop
                label={text('ticket.attach')}
                files={uploads.files}
                maxBytes={MAX_FILE_BYTES}
                onAdd={uploads.add}
                onRemove={uploads.remove}
              />
            </div>
          ) : null
        }
        tools={
          <>
            <IconButton
              label={text('ticket.attach')}
              pressed={attaching}
              icon={<IconPaperclip size={18} stroke={1.75} />}
              onClick={() => setAttaching(!attaching)}
            />
            {isPublic ? (
              <Checkbox
                label={text('ticket.asksClient')}
                checked={question || then.startsWith('wait:')}
                onChange={setQuestion}
              />
            ) : null}
            {isPublic ? <ThenSelect work={work} value={then} onChange={setThen} /> : null}
          </>
        }
      />
    </div>
  );
}

function submitLabel(audience: Audience, then: Then, text: ReturnType<typeof useText>): string {
  if (audience === 'INTERNAL') return text('ticket.send.note');
  if (then.startsWith('wait:')) return text('ticket.send.wait');
  return text(then.startsWith('resolve:') ? 'ticket.send.resolve' : 'ticket.send.reply');
}

/** Says that it was sent; a reply can be taken back while the message is still shown, and its words return to the field. */
function useSent(work: TicketWork, giveBack: (body: string) => void): (body: string, audience: Audience) => void {
  const text = useText();
  const toast = useToast();
  return (body, audience) => {
    async function takeBack(): Promise<void> {
      const current = await work.reload();
      const message = current?.messages.findLast(
        (one) => one.author?.id === work.me && one.body.trim() === body.trim(),
      );
      if (message === undefined) return;
      const answer = await work.send(
        WithdrawMessageDocument,
        { input: { ticketId: work.ticket.id, messageId: message.id } },
        (data) => data.withdrawMessage,
      );
      if (answer.kind === 'refused') toast({ tone: 'error', text: answer.message });
      if (answer.kind === 'done') giveBack(body);
    }
    if (audience === 'INTERNAL') toast({ text: text('ticket.sent.note') });
    else toast({ text: text('ticket.sent.reply'), undo: () => void takeBack() });
  };
}
