import { Notice, Select, Stack } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../../app/text.js';
import { FormDialog } from '../../page/form-dialog.js';
import { answerNode } from '../answer-node.js';
import { CODES, type Outcome } from '../codes.js';
import { ResolveTicketDocument } from '../generated/work.js';
import type { TicketWork } from '../ticket-work.js';
import { OutcomeSelect } from './outcome-select.js';

/** How it was solved. A reply that says so to the client is better: the composer resolves with it. */
export function ResolveDialog({ work, onClose }: { readonly work: TicketWork; readonly onClose: () => void }) {
  const text = useText();
  const { ticket } = work;
  const [code, setCode] = useState<(typeof CODES)[number]>('FIXED');
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const isChange = ticket.type === 'CHANGE';
  async function submit() {
    if (isChange && outcome === '') return text('ticket.outcome.choose');
    const changeOutcome = outcome === '' ? null : outcome;
    return answerNode(
      await work.send(
        ResolveTicketDocument,
        { input: { ticketId: ticket.id, code, changeOutcome, expectedVersion: ticket.version } },
        (data) => data.resolveTicket,
      ),
    );
  }
  return (
    <FormDialog
      title={text('ticket.resolve.title', { what: ticket.key })}
      submitLabel={text('ticket.resolve.submit')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack>
        <Select
          label={text('ticket.resolve.code')}
          value={code}
          options={CODES.map((value) => ({ value, label: text(`ticket.code.${value}`) }))}
          onChange={setCode}
        />
        {isChange ? <OutcomeSelect value={outcome} onChange={setOutcome} /> : null}
        <Notice>{text('ticket.resolve.help')}</Notice>
      </Stack>
    </FormDialog>
  );
}
