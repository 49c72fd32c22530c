import { useState } from 'react';
import { useText } from '../../../app/text.js';
import { FormDialog } from '../../page/form-dialog.js';
import { answerNode } from '../answer-node.js';
import type { Outcome } from '../codes.js';
import { SetChangeOutcomeDocument } from '../generated/work.js';
import type { TicketWork } from '../ticket-work.js';
import { OutcomeSelect } from './outcome-select.js';

/** How a resolved change went, or that it went otherwise than was said. */
export function OutcomeDialog({ work, onClose }: { readonly work: TicketWork; readonly onClose: () => void }) {
  const text = useText();
  const { ticket } = work;
  const [outcome, setOutcome] = useState<Outcome | ''>(ticket.changeOutcome ?? '');
  async function submit() {
    if (outcome === '') return text('ticket.outcome.choose');
    const input = { ticketId: ticket.id, outcome, expectedVersion: ticket.version };
    return answerNode(await work.send(SetChangeOutcomeDocument, { input }, (data) => data.setChangeOutcome));
  }
  return (
    <FormDialog
      title={text('ticket.outcome.title', { what: ticket.key })}
      submitLabel={text('ticket.outcome.submit')}
      onSubmit={submit}
      onClose={onClose}
    >
      <OutcomeSelect value={outcome} onChange={setOutcome} />
    </FormDialog>
  );
}
