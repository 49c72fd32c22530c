import { Segments, Stack, Text, TextArea, type TicketPriority } from '@daylight/web-ui';
import { useState, type ReactNode } from 'react';
import { useText } from '../../../app/text.js';
import { FormDialog } from '../../page/form-dialog.js';

export interface PriorityChange {
  readonly priority: TicketPriority;
  readonly cause: 'CIRCUMSTANCES' | 'MISCLASSIFIED';
  readonly reason: string | null;
}

export interface PriorityDialogProps {
  readonly title: string;
  readonly priority: TicketPriority;
  readonly onSet: (change: PriorityChange) => Promise<ReactNode>;
  readonly onClose: () => void;
}

const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;
const CAUSES = ['CIRCUMSTANCES', 'MISCLASSIFIED'] as const;

/** How grave it is, and why it changes: the cause decides from when the new target counts (D-SLA-5). */
export function PriorityDialog({ title, priority: before, onSet, onClose }: PriorityDialogProps) {
  const text = useText();
  const [priority, setPriority] = useState<TicketPriority>(before);
  const [cause, setCause] = useState<PriorityChange['cause']>('CIRCUMSTANCES');
  const [reason, setReason] = useState('');
  const lowered = priority > before;
  const ready = priority !== before && (!lowered || reason.trim() !== '');
  return (
    <FormDialog
      title={title}
      submitLabel={text('ticket.priority.submit')}
      ready={ready}
      onSubmit={() => onSet({ priority, cause, reason: reason.trim() === '' ? null : reason.trim() })}
      onClose={onClose}
    >
      <Stack>
        <Segments
          label={text('ticket.priority')}
          value={priority}
          options={PRIORITIES.map((value) => ({ value, label: value }))}
          onChange={setPriority}
        />
        <Segments
          label={text('ticket.cause')}
          value={cause}
          options={CAUSES.map((value) => ({ value, label: text(`ticket.cause.${value}`) }))}
          onChange={setCause}
        />
        <Text look="small">{text(`ticket.causeHelp.${cause}`)}</Text>
        <TextArea
          label={text('ticket.priority.reason')}
          description={text('ticket.priority.reasonHelp')}
          required={lowered}
          rows={3}
          value={reason}
          onChange={setReason}
        />
      </Stack>
    </FormDialog>
  );
}
