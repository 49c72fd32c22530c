import { outcomeOf } from '@daylight/web-data';
import { Button, Checkbox, Dialog, Notice, Select, Stack, Text, TextField, useToast } from '@daylight/web-ui';
import { useState, type SyntheticEvent } from 'react';
import { useText } from '../../app/text.js';
import { ClientSelect } from '../clients/client-select.js';
import { elsewhere, messageAt, type FieldProblem } from '../forms/field-problems.js';
import { SubmitButton } from '../forms/submit-button.js';
import { useAct } from '../forms/use-act.js';
import { SaveMailboxDocument, type MailboxShownFragment } from './generated/mailboxes.js';
import { ImapFields } from './imap-fields.js';
import { draftOf, inputOf, type MailboxDraft } from './mailbox-draft.js';
import { TakenForFields } from './taken-for-fields.js';

const FORM = 'mailbox-form';
const INTAKES = ['SMTP', 'IMAP'] as const;
const SHOWN = ['address', 'impact', 'urgency', 'imap'];

interface MailboxFormProps {
  /** Null: a new one. */
  readonly mailbox: MailboxShownFragment | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** One address that takes mail: whose it is, how mail comes, and what it is taken for. */
export default function MailboxForm({ mailbox, onSaved, onClose }: MailboxFormProps) {
  const text = useText();
  const toast = useToast();
  const save = useAct(SaveMailboxDocument);
  const [draft, setDraft] = useState<MailboxDraft>(() => draftOf(mailbox));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const set = (part: Partial<MailboxDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const input = inputOf(draft);

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const data = input === null ? null : await save.run({ input });
    if (data === null) return;
    outcomeOf(data.saveMailbox, {
      MailboxSaved: ({ mailbox: { address } }) => {
        toast({ text: text('mailboxes.saved', { address }) });
        onSaved();
      },
      MailboxChangedMeanwhile: ({ current }) => {
        setDraft(draftOf(current));
        setProblems([{ path: '', message: text('mailboxes.changed') }]);
      },
      InputRefused: (refused) => setProblems(refused.problems),
      NotFound: () => setProblems([{ path: '', message: text('page.gone') }]),
    });
  }

  return (
    <Dialog
      opened
      size="lg"
      title={text(mailbox === null ? 'mailboxes.new' : 'mailboxes.edit')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('form.cancel')}</Button>
          <SubmitButton form={FORM} busy={save.busy} disabled={input === null}>
            {text('form.save')}
          </SubmitButton>
        </>
      }
    >
      <form id={FORM} onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          {elsewhere(problems, SHOWN).map(({ path, message }) => (
            <Notice key={path} tone="danger" live>
              {message}
            </Notice>
          ))}
          <Who draft={draft} set={set} problems={problems} />
          {draft.intake === 'IMAP' ? <ImapFields draft={draft} set={set} problems={problems} /> : null}
          <TakenForFields draft={draft} set={set} problems={problems} />
          <Checkbox
            label={text('mailboxes.enabled')}
            checked={draft.enabled}
            onChange={(enabled) => set({ enabled })}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

export interface MailboxPartProps {
  readonly draft: MailboxDraft;
  readonly set: (part: Partial<MailboxDraft>) => void;
  readonly problems: readonly FieldProblem[];
}

/** What stays as it was made: the address, its client, and the way mail comes. */
function Who({ draft, set, problems }: MailboxPartProps) {
  const text = useText();
  const fixed = draft.before !== null;
  return (
    <>
      <TextField
        type="email"
        label={text('mailboxes.address')}
        value={draft.address}
        onChange={(address) => set({ address })}
        error={messageAt(problems, 'address')}
        required
        disabled={fixed}
      />
      <ClientSelect value={draft.tenantId} onChange={(tenantId) => set({ tenantId })} clearable disabled={fixed} />
      {fixed ? null : <Text look="small">{text('mailboxes.everyone.help')}</Text>}
      <Select
        label={text('mailboxes.intake')}
        description={text(`mailboxes.intake.${draft.intake}.help`)}
        value={draft.intake}
        options={INTAKES.map((value) => ({ value, label: text(`mailboxes.intake.${value}`) }))}
        onChange={(intake) => set({ intake })}
        disabled={fixed}
      />
    </>
  );
}
