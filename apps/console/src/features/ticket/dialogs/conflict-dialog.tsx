import { useText } from '../../../app/text.js';
import { FormDialog } from '../../page/form-dialog.js';
import { sendAct, type Act } from '../acts.js';
import { answerNode } from '../answer-node.js';
import { ConflictCard } from '../conflict-card.js';
import type { Conflict, TicketWork, WholeTicket } from '../ticket-work.js';

interface ConflictDialogProps {
  readonly act: Act;
  readonly conflict: Conflict;
  readonly seen: WholeTicket;
  readonly work: TicketWork;
  readonly onClose: () => void;
}

/** One key met a change by somebody else: both versions, and the choice. */
export function ConflictDialog({ act, conflict, seen, work, onClose }: ConflictDialogProps) {
  const text = useText();
  return (
    <FormDialog
      title={text('ticket.conflict.heading', { what: work.ticket.key })}
      submitLabel={text('ticket.conflict.again', { act: text(`ticket.do.${act}`) })}
      size="lg"
      onSubmit={async () => answerNode(await sendAct(work, act))}
      onClose={onClose}
    >
      <ConflictCard conflict={conflict} seen={seen} />
    </FormDialog>
  );
}
