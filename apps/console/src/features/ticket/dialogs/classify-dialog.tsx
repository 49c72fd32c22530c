import { Checkbox, Segments, Select, Stack, TextArea } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../../app/text.js';
import { FormDialog } from '../../page/form-dialog.js';
import { answerNode } from '../answer-node.js';
import { ClassifyTicketDocument } from '../generated/work.js';
import type { TicketWork } from '../ticket-work.js';

export const TYPES = ['INCIDENT', 'SERVICE_REQUEST', 'CHANGE', 'PROBLEM', 'SECURITY_INCIDENT'] as const;
export const GRADES = ['1', '2', '3'] as const;
const CAUSES = ['CIRCUMSTANCES', 'MISCLASSIFIED'] as const;

interface DialogProps {
  readonly work: TicketWork;
  readonly onClose: () => void;
}

/** What kind it is, whom it hits, how much it presses; the contract's matrix makes the priority of it. */
export function ClassifyDialog({ work, onClose }: DialogProps) {
  const text = useText();
  const { ticket } = work;
  const [type, setType] = useState(ticket.type);
  const [impact, setImpact] = useState(String(ticket.impact));
  const [urgency, setUrgency] = useState(String(ticket.urgency));
  const [byMatrix, setByMatrix] = useState(!ticket.priorityOverridden);
  const [cause, setCause] = useState<(typeof CAUSES)[number]>('CIRCUMSTANCES');
  const [reason, setReason] = useState('');
  const grades = (name: 'impact' | 'urgency') =>
    GRADES.map((value) => ({ value, label: text(`ticket.${name}.${value}`) }));
  async function submit() {
    const input = {
      ticketId: ticket.id,
      type,
      impact: Number(impact),
      urgency: Number(urgency),
      priorityByMatrix: byMatrix,
      cause,
      reason: reason.trim() === '' ? null : reason.trim(),
      expectedVersion: ticket.version,
    };
    return answerNode(await work.send(ClassifyTicketDocument, { input }, (data) => data.classifyTicket));
  }
  return (
    <FormDialog
      title={text('ticket.classify.title', { what: ticket.key })}
      submitLabel={text('ticket.classify.submit')}
      size="lg"
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack>
        <Select
          label={text('ticket.type')}
          value={type}
          options={TYPES.map((value) => ({ value, label: text(`ticket.type.${value}`) }))}
          onChange={setType}
        />
        <Segments label={text('ticket.impact')} value={impact} options={grades('impact')} onChange={setImpact} />
        <Segments label={text('ticket.urgency')} value={urgency} options={grades('urgency')} onChange={setUrgency} />
        <Checkbox
          label={text('ticket.classify.byMatrix')}
          description={text('ticket.classify.byMatrixHelp')}
          checked={byMatrix}
          onChange={setByMatrix}
        />
        <Segments
          label={text('ticket.cause')}
          value={cause}
          options={CAUSES.map((value) => ({ value, label: text(`ticket.cause.${value}`) }))}
          onChange={setCause}
        />
        <TextArea
          label={text('ticket.priority.reason')}
          description={text('ticket.priority.reasonHelp')}
          rows={2}
          value={reason}
          onChange={setReason}
        />
      </Stack>
    </FormDialog>
  );
}
