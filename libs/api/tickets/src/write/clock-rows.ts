import type { Clock, Instant } from '@daylight/domain';
import type { JsonRow } from './apply-statement.js';
import { iso, type StoredTicket } from './stored-ticket.js';

/** A ticket with the clocks it has now. */
export interface ClocksOfTicket {
  readonly row: StoredTicket;
  readonly clocks: readonly Clock[];
  /** What of the calendars was known: the instant of the evaluation. */
  readonly asOf: Instant;
  /** When clocks that are cancelled now became so, unless they were before. */
  readonly changedAt: Instant;
}

function clockJson({ row, asOf, changedAt }: ClocksOfTicket, clock: Clock): JsonRow {
  return {
    ...{
      ticket_id: row.ticket_id,
      kind: clock.kind,
      cycle: clock.cycle,
      state: clock.state,
      priority: clock.priority,
      target_id: clock.targetId,
    },
    ...{ target_ms: clock.targetMs, used_ms: clock.usedMs, started_at: iso(clock.startedAt), due_at: iso(clock.dueAt) },
    ...{ met_at: iso(clock.metAt), breached_at: iso(clock.breachedAt), verdict: clock.verdict },
    ...{ verdict_at: iso(clock.verdictAt), cancelled_at: clock.state === 'CANCELLED' ? iso(changedAt) : null },
    ...{ service_item_id: row.service_item_id, contract_version_id: row.contract_version_id },
    ...{ terms_digest: row.terms_digest, calendar_revision: iso(asOf), last_seq: row.last_seq },
  };
}

/** The rows of a ticket's clocks as they were evaluated. */
export function clockRows(ticket: ClocksOfTicket): readonly JsonRow[] {
  return ticket.clocks.map((clock) => clockJson(ticket, clock));
}
