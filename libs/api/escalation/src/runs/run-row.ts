import { statement, timestamp, type Tx } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import type {
  AcknowledgedVia,
  EscalationEvent,
  EscalationPolicy,
  EscalationRun,
  EscalationStanding,
  Instant,
  Priority,
  StopReason,
  TicketType,
} from '@daylight/domain';

export interface RunRow {
  readonly escalation_id: string;
  readonly tenant_id: string;
  readonly ticket_id: string;
  readonly contract_id: string | null;
  readonly priority: Priority;
  readonly ticket_type: TicketType;
  readonly policy: EscalationPolicy;
  readonly started_at: Instant;
  readonly state: EscalationStanding['state'];
}

const LOCK = statement<RunRow>(
  'escalation-lock',
  `select escalation_id, tenant_id, ticket_id, contract_id, priority, ticket_type, policy, started_at, state
   from escalation where provider_id = $1 and escalation_id = $2 for update`,
);
const EVENTS = statement<{ kind: string; at: Instant; data: Readonly<Record<string, unknown>> }>(
  'escalation-events',
  'select kind, at, data from escalation_event where provider_id = $1 and escalation_id = $2 order by at, event_id',
);
const RECORD = statement(
  'escalation-event-record',
  `insert into escalation_event (provider_id, tenant_id, escalation_id, event_id, kind, at, data)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

/** A run, locked until the transaction ends; null: there is none. */
export async function lockRun(tx: Tx, escalationId: string): Promise<RunRow | null> {
  const [row] = await tx.query(LOCK, [tx.scope.providerId, escalationId]);
  return row ?? null;
}

function eventOf(kind: string, at: Instant, data: Readonly<Record<string, unknown>>): EscalationEvent {
  switch (kind) {
    case 'CALLED': {
      const keys = Array.isArray(data['slotKeys']) ? data['slotKeys'] : [];
      return { kind, at, slotKeys: keys.filter((key) => typeof key === 'string') };
    }
    case 'ALARMED':
      return { kind, at };
    case 'ACKNOWLEDGED':
      return { kind, at, personId: String(data['personId']), via: viaOf(data['via']) };
    case 'STOPPED':
      return { kind, at, reason: reasonOf(data['reason']) };
    default:
      throw new Error(`an escalation's log holds an event that no release has written: ${kind}`);
  }
}

const viaOf = (value: unknown): AcknowledgedVia => (value === 'LINK' || value === 'REPLY' ? value : 'CONSOLE');
const reasonOf = (value: unknown): StopReason =>
  value === 'TICKET_RESOLVED' || value === 'TICKET_CANCELLED' || value === 'PRIORITY_LOWERED' ? value : 'BY_HAND';

/** The run as the domain folds it. */
export async function loadRun(tx: Tx, row: RunRow): Promise<EscalationRun> {
  const events = await tx.query(EVENTS, [tx.scope.providerId, row.escalation_id]);
  const { tenant_id: tenantId, contract_id: contractId, priority, ticket_type: type } = row;
  return {
    id: row.escalation_id,
    of: { tenantId, contractId, priority, type },
    policy: row.policy,
    startedAt: row.started_at,
    events: events.map(({ kind, at, data }) => eventOf(kind, at, data)),
  };
}

/** Appends to a run's log; whoever calls holds its lock. */
export async function recordEvent(
  tx: Tx,
  run: Pick<RunRow, 'tenant_id' | 'escalation_id'>,
  event: { readonly kind: EscalationEvent['kind']; readonly data?: Readonly<Record<string, unknown>> },
): Promise<string> {
  const eventId = newId();
  const values = [tx.scope.providerId, run.tenant_id, run.escalation_id, eventId, event.kind, timestamp(tx.now)];
  await tx.query(RECORD, [...values, JSON.stringify(event.data ?? {})]);
  return eventId;
}
