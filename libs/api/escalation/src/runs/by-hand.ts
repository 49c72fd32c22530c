import { notFoundResult, type NotFound } from '@daylight/api-calendars';
import { enqueue, recordAudit, statement, type Tx } from '@daylight/api-database';
import { isId, type PersonScope } from '@daylight/api-platform';
import { acknowledgeRun } from './end-run.js';
import { START_QUEUE } from './subscribers.js';

const TICKET = statement<{ tenant_id: string; is_open: boolean; running: string | null }>(
  'escalation-ticket',
  `select t.tenant_id, t.is_open, (select e.escalation_id from escalation e where e.provider_id = t.provider_id
     and e.ticket_id = t.ticket_id and e.state in ('RUNNING', 'EXHAUSTED')) as running
   from ticket t where t.provider_id = $1 and t.ticket_id = $2`,
);
const SEEN = statement<{ escalation_id: string }>(
  'escalation-seen',
  'select escalation_id from escalation where provider_id = $1 and escalation_id = $2',
);

export type EscalateResult =
  | { readonly __typename: 'EscalationRequested' | 'TicketNotOpenToEscalate'; readonly ticketId: string }
  | { readonly __typename: 'EscalationRunsAlready'; readonly escalationId: string }
  | NotFound;

/** Asks for a run; the worker begins it, since a client's own eye doesn't reach schedules and policies. */
export async function escalateTicket(
  tx: Tx<PersonScope>,
  { ticketId }: { readonly ticketId: string },
): Promise<EscalateResult> {
  const [ticket] = isId(ticketId) ? await tx.query(TICKET, [tx.scope.providerId, ticketId]) : [];
  if (ticket === undefined) return notFoundResult('ticket');
  if (!ticket.is_open) return { __typename: 'TicketNotOpenToEscalate', ticketId };
  if (ticket.running !== null) return { __typename: 'EscalationRunsAlready', escalationId: ticket.running };
  const { tenant_id: tenantId } = ticket;
  const payload = { ticketId, personId: tx.scope.personId };
  await enqueue(tx, [{ queue: START_QUEUE, tenantId, payload, runAt: null, dedupeKey: ticketId }]);
  await recordAudit(tx, { action: 'escalation.request', objectType: 'ticket', objectId: ticketId, tenantId });
  return { __typename: 'EscalationRequested', ticketId };
}

export type AcknowledgeResult =
  { readonly __typename: 'EscalationAcknowledged' | 'EscalationEndedBefore'; readonly escalationId: string } | NotFound;

/** Answers a run as the person who is signed in. */
export async function acknowledgeEscalation(
  tx: Tx<PersonScope>,
  { escalationId }: { readonly escalationId: string },
): Promise<AcknowledgeResult> {
  const [seen] = isId(escalationId) ? await tx.query(SEEN, [tx.scope.providerId, escalationId]) : [];
  if (seen === undefined) return notFoundResult('escalation');
  const ended = await acknowledgeRun(tx, escalationId, { personId: tx.scope.personId, via: 'CONSOLE' });
  return { __typename: ended ? 'EscalationAcknowledged' : 'EscalationEndedBefore', escalationId };
}
