import { useLocal } from '@daylight/web-app';
import { Facts, Panel, Time } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import type { WholeTicket } from '../ticket-work.js';

/** What it waits for, and how and when it ended. */
export function StatePanel({ ticket }: { readonly ticket: WholeTicket }) {
  const text = useText();
  const local = useLocal();
  const items = [
    ...(ticket.waitingReason === null
      ? []
      : [{ term: text('ticket.wait.reason'), value: local(ticket.waitingReason) }]),
    ...(ticket.waitingSince === null
      ? []
      : [{ term: text('ticket.wait.since'), value: <Time at={ticket.waitingSince} style="dayTime" /> }]),
    ...(ticket.waitingUntil === null
      ? []
      : [{ term: text('ticket.schedule.until'), value: <Time at={ticket.waitingUntil} style="dayTime" /> }]),
    ...(ticket.caseNumber === null ? [] : [{ term: text('ticket.caseNumber'), value: ticket.caseNumber }]),
    ...(ticket.resolutionCode === null
      ? []
      : [{ term: text('ticket.resolve.code'), value: text(`ticket.code.${ticket.resolutionCode}`) }]),
    ...(ticket.changeOutcome === null
      ? []
      : [{ term: text('ticket.outcome'), value: text(`ticket.outcome.${ticket.changeOutcome}`) }]),
    ...(ticket.rating === null
      ? []
      : [{ term: text('ticket.rating'), value: text('ticket.rating.value', { score: ticket.rating.score }) }]),
    ...(ticket.restoredAt === null
      ? []
      : [{ term: text('ticket.restored'), value: <Time at={ticket.restoredAt} style="dayTime" /> }]),
    ...(ticket.resolvedAt === null
      ? []
      : [{ term: text('ticket.resolved'), value: <Time at={ticket.resolvedAt} style="dayTime" /> }]),
    ...(ticket.reopenableUntil === null
      ? []
      : [{ term: text('ticket.reopenable'), value: <Time at={ticket.reopenableUntil} style="dayTime" /> }]),
  ];
  return items.length === 0 ? null : (
    <Panel title={text('ticket.side.state')}>
      <Facts items={items} />
    </Panel>
  );
}
