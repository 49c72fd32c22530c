import { useLocal } from '@daylight/web-app';
import { Badge, DueBadge } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { TicketLineFragment } from './generated/tickets.js';

/** The clock of a ticket in a list: what comes due first, or why nothing does. */
export function DueCell({
  ticket: { nextDue, outOfContract, waitingReason },
}: {
  readonly ticket: Pick<TicketLineFragment, 'nextDue' | 'outOfContract' | 'waitingReason'>;
}) {
  const text = useText();
  const local = useLocal();
  if (nextDue !== null)
    return (
      <DueBadge
        kind={nextDue.kind}
        state={nextDue.state}
        dueAt={nextDue.dueAt}
        pausedReason={waitingReason === null ? null : local(waitingReason)}
      />
    );
  return outOfContract ? (
    <Badge tone="warn" look="outline">
      {text('ticket.outOfContract')}
    </Badge>
  ) : (
    <span aria-hidden>–</span>
  );
}
