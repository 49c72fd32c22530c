import { statement, timestamp, type Tx } from '@daylight/api-database';
import { DaylightError } from '@daylight/api-platform';
import {
  bindingOf,
  bindTerms,
  isBoundAnew,
  readStoredEvent,
  termsDigestsOf,
  type BoundTerms,
  type Interval,
  type PastTicket,
  type StoredEvent,
  type Terms,
  type TicketEvent,
} from '@daylight/domain';
import { termsByDigest } from '../terms/stored-terms.js';

const TICKETS = statement<{ ticket_id: string }>(
  'what-if-tickets',
  'select ticket_id from kpi_tickets($1, $2, $3) order by ticket_id limit $4',
);
const LOGS = statement<StoredEvent & { readonly ticket_id: string }>(
  'what-if-logs',
  'select ticket_id, seq, kind, v, data, occurred_at, actor_side, actor_person_id from kpi_logs($1, $2::uuid[])',
);
const BATCH = 500;

/** Whose tickets are looked at: those bound to this contract, and those on the services that the terms at hand cover. */
export interface Reach {
  readonly tenantId: string;
  readonly versionIds: ReadonlySet<string>;
  readonly serviceItemIds: ReadonlySet<string>;
}

/** Tickets open in a time or touched since it began, confidential ones included; null when there are more than `most`. */
export async function ticketIdsOf(
  tx: Tx,
  tenantId: string,
  within: Interval & { readonly most: number },
): Promise<readonly string[] | null> {
  const { from, to, most } = within;
  const rows = await tx.query(TICKETS, [tenantId, timestamp(from), timestamp(to), most + 1]);
  return rows.length > most ? null : rows.map((row) => row.ticket_id);
}

/** Logs with the terms they are under, a batch at a time: what is in memory doesn't grow with the client. */
export async function* pastTickets(
  tx: Tx,
  reach: Reach,
  ticketIds: readonly string[],
): AsyncGenerator<readonly PastTicket[]> {
  for (let at = 0; at < ticketIds.length; at += BATCH) {
    const logs = await logsOf(tx, reach.tenantId, ticketIds.slice(at, at + BATCH));
    const wanted = logs.filter(({ events }) => isWithin(reach, events));
    const digests = wanted.flatMap(({ events }) => termsDigestsOf(events));
    yield withTerms(wanted, await termsByDigest(tx, [...new Set(digests)]));
  }
}

type Log = Pick<PastTicket, 'ticketId' | 'events'>;

async function logsOf(tx: Tx, tenantId: string, ids: readonly string[]): Promise<readonly Log[]> {
  const logs = new Map<string, TicketEvent[]>();
  for (const row of await tx.query(LOGS, [tenantId, ids])) {
    const event = readStoredEvent(row);
    if (event === null) throw new DaylightError('INTERNAL', `an event ${row.kind} v${row.v} is not known`);
    const log = logs.get(row.ticket_id);
    if (log === undefined) logs.set(row.ticket_id, [event]);
    else log.push(event);
  }
  return [...logs].map(([ticketId, events]) => ({ ticketId, events }));
}

/** What the ticket is bound to by now (D-CON-1). */
function boundNow(events: readonly TicketEvent[]) {
  return events.flatMap((event) => bindingOf(event) ?? []).at(-1) ?? null;
}

function isWithin({ versionIds, serviceItemIds }: Reach, events: readonly TicketEvent[]): boolean {
  const binding = boundNow(events);
  if (binding === null) return false;
  const { contractVersionId, serviceItemId } = binding;
  return (contractVersionId !== null && versionIds.has(contractVersionId)) || serviceItemIds.has(serviceItemId);
}

function withTerms(logs: readonly Log[], byDigest: ReadonlyMap<string, Terms>): readonly PastTicket[] {
  return logs.map((log) => {
    const digest = boundNow(log.events)?.termsDigest ?? null;
    const terms = digest === null ? null : (byDigest.get(digest) ?? null);
    return { ...log, terms, boundTerms: isBoundAnew(log.events) ? boundTermsOf(log, byDigest) : null };
  });
}

/** What judges each stretch of a ticket that was bound more than once (D-CON-1). */
function boundTermsOf({ ticketId, events }: Log, byDigest: ReadonlyMap<string, Terms>): BoundTerms {
  const bound = bindTerms(events, (digest) => byDigest.get(digest) ?? null);
  if (bound.kind === 'BOUND') return bound.boundTerms;
  throw new DaylightError('INTERNAL', `ticket ${ticketId} is bound to terms that are gone`);
}
