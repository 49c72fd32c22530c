import { contractVersionsOf } from '@daylight/api-contracts';
import { statement, timestamp, type Tx } from '@daylight/api-database';
import { sha256 } from '@daylight/api-platform';
import { lawOf, lawOfLog, readEvent, type Law, type StoredEvent } from '@daylight/api-tickets/facts';
import {
  canonicalJson,
  evaluateClocks,
  isBoundAnew,
  factsOf,
  foldTicket,
  type Clock,
  type ClockFact,
  type Instant,
  type TicketEvent,
  type TicketFact,
  type TicketState,
} from '@daylight/domain';

const LOGS = statement<StoredEvent & { readonly ticket_id: string; readonly number: number }>(
  'kpi-logs',
  'select ticket_id, number, seq, kind, v, data, occurred_at, actor_side, actor_person_id from kpi_logs($1, $2::uuid[])',
);
const REVISION = statement<{ revision: string }>(
  'kpi-calendar-revision',
  'select coalesce(max(revision), 0)::text as revision from holiday_revision where provider_id = $1 and known_at <= $2',
);
const BATCH = 250;

/** A ticket with its facts as its events say them, and a digest that changes when one of the events does. */
export interface FactsOfTicket {
  readonly ticket: TicketFact;
  readonly clocks: readonly ClockFact[];
  /** SHA-256 over the canonical JSON of the events read. */
  readonly logDigest: string;
  readonly log: readonly TicketEvent[];
  readonly state: TicketState;
  readonly evaluated: readonly Clock[];
  readonly law: Law;
}

export interface EvidenceWanted {
  readonly tenantId: string;
  readonly ticketIds: readonly string[];
  /** The instant as of which clocks are judged and calendars known. */
  readonly asOf: Instant;
  /** Last event to look at, for tickets that are in here; the others are read to their end. */
  readonly upTo?: ReadonlyMap<string, number>;
}

interface Log {
  readonly ticketId: string;
  readonly number: number;
  readonly events: readonly TicketEvent[];
}

async function readBatch(
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
  upTo: ReadonlyMap<string, number>,
): Promise<readonly Log[]> {
  const logs = new Map<string, { number: number; events: TicketEvent[] }>();
  for (const row of await tx.query(LOGS, [tenantId, ids])) {
    const log = logs.get(row.ticket_id) ?? { number: row.number, events: [] };
    if (row.seq <= (upTo.get(row.ticket_id) ?? Infinity)) log.events.push(readEvent(row));
    logs.set(row.ticket_id, log);
  }
  return [...logs].map(([ticketId, log]) => ({ ticketId, ...log }));
}

interface Setting {
  readonly laws: Map<string | null, Promise<Law>>;
  readonly pilots: ReadonlySet<string>;
  readonly revision: string;
  readonly asOf: Instant;
}

async function factsOfLog(tx: Tx, { ticketId, number, events }: Log, setting: Setting): Promise<FactsOfTicket | null> {
  const state = foldTicket(events);
  if (state === null) return null;
  const { laws, pilots, revision, asOf } = setting;
  const { termsDigest, contractVersionId } = state.binding;
  // Terms are found once per document, not once per ticket.
  const finding = laws.get(termsDigest) ?? lawOf(tx, termsDigest, asOf);
  laws.set(termsDigest, finding);
  const law = isBoundAnew(events) ? await lawOfLog(tx, events, { digest: termsDigest, asOf }) : await finding;
  const evaluated = evaluateClocks({ ...law, events, asOf });
  const pilot = contractVersionId !== null && pilots.has(contractVersionId);
  const source = { ticketId, ticketNumber: String(number), pilot, contested: [], calendarRevision: revision };
  const facts = factsOf({ ...source, events, clocks: evaluated });
  return facts === null
    ? null
    : { ...facts, logDigest: sha256(canonicalJson(events)), log: events, state, evaluated, law };
}

/**
 * Facts recomputed from the events and nothing else (D-KPI-2), confidential tickets included; in batches, sorted by
 * ticket. Tickets of other tenants are left out.
 */
export async function factsFromEvents(tx: Tx, wanted: EvidenceWanted): Promise<readonly FactsOfTicket[]> {
  const { tenantId, asOf, upTo = new Map<string, number>() } = wanted;
  const [versions, [known]] = await Promise.all([
    contractVersionsOf(tx, tenantId),
    tx.query(REVISION, [tx.scope.providerId, timestamp(asOf)]),
  ]);
  const pilots = new Set(
    versions.filter(({ contractKind }) => contractKind === 'PILOT').map(({ versionId }) => versionId),
  );
  const setting: Setting = { laws: new Map(), pilots, revision: known?.revision ?? '0', asOf };
  const ids = [...new Set(wanted.ticketIds)].sort();
  const found: FactsOfTicket[] = [];
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const log of await readBatch(tx, tenantId, ids.slice(at, at + BATCH), upTo)) {
      const facts = await factsOfLog(tx, log, setting);
      if (facts !== null) found.push(facts);
    }
  }
  return found;
}
