import type { OutboxEvent } from '@daylight/api-database';
import type { TicketEvent } from '@daylight/domain';
import type { StoredTicket } from './stored-ticket.js';

/** Topics of the outbox. `ticket.changed` comes once with every change, the others where they apply. */
const TOPICS: Readonly<Partial<Record<TicketEvent['kind'], string>>> = {
  OPENED: 'ticket.opened',
  PRIORITY_CHANGED: 'ticket.priority-changed',
  ASSIGNED: 'ticket.assigned',
  WAITING_STARTED: 'ticket.waiting',
  RESUMED: 'ticket.resumed',
  SERVICE_RESTORED: 'ticket.restored',
  RESOLVED: 'ticket.resolved',
  REOPENED: 'ticket.reopened',
  CLOSED: 'ticket.closed',
  CANCELLED: 'ticket.cancelled',
  MERGED: 'ticket.merged',
  UNMERGED: 'ticket.unmerged',
  REBOUND: 'ticket.rebound',
  CONFIDENTIAL_SET: 'ticket.confidential-set',
  PROPOSED: 'ticket.proposed',
  PROPOSAL_ANSWERED: 'ticket.proposal-answered',
  DATE_SET: 'ticket.date-set',
  WAITING_CONTESTED: 'ticket.waiting-contested',
  CONTEST_SETTLED: 'ticket.contest-settled',
  NOTICE_GIVEN: 'ticket.notice-given',
  NO_ACTION_NEEDED: 'ticket.no-action-needed',
  CHANGE_OUTCOME_SET: 'ticket.change-outcome-set',
  RATED: 'ticket.rated',
};

function topicOf(
  event: TicketEvent,
): { readonly topic: string; readonly ids: Readonly<Record<string, string>> } | null {
  if (event.kind === 'MESSAGE_ADDED') {
    const topic = event.visibility === 'PUBLIC' ? 'ticket.replied' : 'ticket.noted';
    return { topic, ids: { messageId: event.messageId } };
  }
  const topic = TOPICS[event.kind];
  return topic === undefined ? null : { topic, ids: {} };
}

/** What other features and live screens are told of a change: ids only. `seq` lets a subscriber find the event. */
export function outboxOf(row: StoredTicket, events: readonly TicketEvent[]): readonly OutboxEvent[] {
  const about = { tenantId: row.tenant_id };
  const told = events.flatMap((event): readonly OutboxEvent[] => {
    const named = topicOf(event);
    return named === null
      ? []
      : [{ ...about, topic: named.topic, ids: { ticketId: row.ticket_id, seq: String(event.seq), ...named.ids } }];
  });
  return [
    ...told,
    { ...about, topic: 'ticket.changed', ids: { ticketId: row.ticket_id, version: String(row.version) } },
  ];
}
