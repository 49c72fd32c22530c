import { useLocal } from '@daylight/web-app';
import { Notice, Select, Stack, TextField } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../../app/text.js';
import { FormDialog } from '../../page/form-dialog.js';
import { answerNode } from '../answer-node.js';
import { WaitTicketDocument } from '../generated/work.js';
import type { TicketWork } from '../ticket-work.js';
import { PausedClocks } from './paused-clocks.js';

/** Waits for a reason that the contract knows; it says which clocks stand still meanwhile (D-SLA-4). */
export function WaitDialog({ work, onClose }: { readonly work: TicketWork; readonly onClose: () => void }) {
  const text = useText();
  const local = useLocal();
  const { ticket } = work;
  const rules = ticket.waitingRules.filter(({ status }) => status !== 'SCHEDULED');
  const questions = ticket.messages
    .filter(({ question, visibility, withdrawnAt }) => question && visibility === 'PUBLIC' && withdrawnAt === null)
    .toReversed();
  const [reason, setReason] = useState('');
  const [caseNumber, setCaseNumber] = useState('');
  const [asked, setAsked] = useState(questions[0]?.id ?? '');
  const rule = rules.find((one) => one.reason === reason);
  const onClient = rule?.status === 'WAITING_ON_CLIENT';
  const unanswerable = onClient && questions.length === 0;
  const ready = rule !== undefined && !unanswerable && (!rule.needsCaseNumber || caseNumber.trim() !== '');
  async function submit() {
    if (rule === undefined) return null;
    const input = {
      ticketId: ticket.id,
      status: rule.status,
      reason: rule.reason,
      questionMessageId: onClient ? asked : null,
      caseNumber: caseNumber.trim() === '' ? null : caseNumber.trim(),
      expectedVersion: ticket.version,
    };
    return answerNode(await work.send(WaitTicketDocument, { input }, (data) => data.waitTicket));
  }
  return (
    <FormDialog
      title={text('ticket.wait.title', { what: ticket.key })}
      submitLabel={text('ticket.wait.submit')}
      ready={ready}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack>
        {rules.length === 0 ? <Notice tone="warn">{text('ticket.wait.none')}</Notice> : null}
        <Select
          label={text('ticket.wait.reason')}
          value={reason}
          placeholder={text('ticket.choose')}
          options={rules.map((one) => ({ value: one.reason, label: local(one.name) }))}
          onChange={setReason}
        />
        {rule === undefined ? null : <PausedClocks clocks={rule.pauses} />}
        {unanswerable ? <Notice tone="warn">{text('ticket.wait.needsQuestion')}</Notice> : null}
        {onClient && questions.length > 0 ? (
          <Select
            label={text('ticket.wait.question')}
            value={asked}
            options={questions.map(({ id, body }) => ({ value: id, label: body.slice(0, 80) }))}
            onChange={setAsked}
          />
        ) : null}
        {rule !== undefined && !onClient ? (
          <TextField
            label={text('ticket.caseNumber')}
            description={text('ticket.caseNumberHelp')}
            required={rule.needsCaseNumber}
            value={caseNumber}
            onChange={setCaseNumber}
          />
        ) : null}
      </Stack>
    </FormDialog>
  );
}
