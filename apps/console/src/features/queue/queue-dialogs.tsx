import { useText } from '../../app/text.js';
import { AssignDialog } from '../ticket/dialogs/assign-dialog.js';
import { PriorityDialog } from '../ticket/dialogs/priority-dialog.js';
import type { Assignment, PriorityChange } from './use-line-work.js';
import type { Line } from './use-queue.js';

export interface QueueDialogsProps {
  readonly kind: 'assign' | 'priority';
  readonly rows: readonly Line[];
  readonly onAssign: (assignment: Assignment) => void;
  readonly onPriority: (change: PriorityChange) => void;
  readonly onClose: () => void;
}

/** Questions before a change of one or several tickets. The change itself shows in the rows. */
export default function QueueDialogs({ kind, rows, onAssign, onPriority, onClose }: QueueDialogsProps) {
  const text = useText();
  const [first] = rows;
  if (first === undefined) return null;
  const what = rows.length === 1 ? first.key : text('queue.tickets', { count: rows.length });
  const sameTenant = rows.every(({ tenant }) => tenant.id === first.tenant.id);
  if (kind === 'assign') {
    return (
      <AssignDialog
        title={text('ticket.assign.title', { what })}
        tenantId={sameTenant ? first.tenant.id : null}
        assigneeId={rows.length === 1 ? (first.assignee?.id ?? null) : null}
        teamId={rows.length === 1 ? (first.team?.id ?? null) : null}
        onAssign={(assignee, team) => {
          onAssign({ assignee, team });
          return Promise.resolve(null);
        }}
        onClose={onClose}
      />
    );
  }
  return (
    <PriorityDialog
      title={text('ticket.priority.title', { what })}
      priority={first.priority}
      onSet={(change) => {
        onPriority(change);
        return Promise.resolve(null);
      }}
      onClose={onClose}
    />
  );
}
