import type { Instant } from '../time/instant.js';
import type { Side, TicketEvent, TicketEventBody, TicketEventKind } from './events.js';

/** A row of the event log as it is stored. */
export interface StoredEvent {
  readonly seq: number;
  readonly kind: string;
  readonly v: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurred_at: Instant;
  readonly actor_side: Side;
  readonly actor_person_id: string | null;
}

/** The version in which each kind is written today. Reading an older one goes through an upcast first (decision 7). */
export const CURRENT_VERSIONS: Readonly<Record<TicketEventKind, 1>> = {
  OPENED: 1,
  PRIORITY_CHANGED: 1,
  SERVICE_CHANGED: 1,
  REBOUND: 1,
  CLASSIFIED: 1,
  MESSAGE_ADDED: 1,
  MESSAGE_WITHDRAWN: 1,
  RESPONSE_LOGGED: 1,
  ASSIGNED: 1,
  WAITING_STARTED: 1,
  RESUMED: 1,
  WORK_STARTED: 1,
  SERVICE_RESTORED: 1,
  RESOLVED: 1,
  REOPENED: 1,
  CLOSED: 1,
  CANCELLED: 1,
  MERGED: 1,
  ABSORBED: 1,
  UNMERGED: 1,
  RELEASED: 1,
  CONFIDENTIAL_SET: 1,
  WATCHER_ADDED: 1,
  WATCHER_REMOVED: 1,
  PROPOSED: 1,
  PROPOSAL_ANSWERED: 1,
  DATE_SET: 1,
  WAITING_CONTESTED: 1,
  CONTEST_SETTLED: 1,
  NO_ACTION_NEEDED: 1,
  PERSONAL_DATA_SET: 1,
  NOTICE_GIVEN: 1,
  CHANGE_OUTCOME_SET: 1,
  RATED: 1,
};

/** The edge where stored JSON becomes an event: only kinds and versions that this program has written pass. */
function isKnown(body: { readonly kind: string; readonly v: number }): body is TicketEventBody {
  return Object.entries(CURRENT_VERSIONS).some(([kind, version]) => kind === body.kind && version === body.v);
}

/** Reads a stored event; null for a kind or version that a newer program wrote. */
export function readStoredEvent(row: StoredEvent): TicketEvent | null {
  const body = { ...row.data, kind: row.kind, v: row.v };
  if (!isKnown(body)) return null;
  return { ...body, seq: row.seq, at: row.occurred_at, actor: { side: row.actor_side, userId: row.actor_person_id } };
}
