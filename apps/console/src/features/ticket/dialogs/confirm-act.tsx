import { Text } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import { FormDialog } from '../../page/form-dialog.js';
import { answerNode } from '../answer-node.js';
import { sendAct, type ConfirmedAct } from '../acts.js';
import type { TicketWork } from '../ticket-work.js';

interface ConfirmActProps {
  readonly act: ConfirmedAct;
  readonly work: TicketWork;
  readonly onClose: () => void;
}

/** Asks before what can't be taken back. */
export function ConfirmAct({ act, work, onClose }: ConfirmActProps) {
  const text = useText();
  return (
    <FormDialog
      title={text(`ticket.confirm.${act}`, { what: work.ticket.key })}
      submitLabel={text(`ticket.do.${act}`)}
      danger={act === 'cancelTicket'}
      size="sm"
      onSubmit={async () => answerNode(await sendAct(work, act))}
      onClose={onClose}
    >
      <Text>{text(`ticket.confirmHelp.${act}`)}</Text>
    </FormDialog>
  );
}
