import { bindingOf, type Clock, type Instant, type TicketEvent } from '@daylight/domain';
import type { JsonRow } from './apply-statement.js';
import { iso, type StoredTicket } from './stored-ticket.js';

/** A ticket with the clocks it has now. */
export interface ClocksOfTicket {
  readonly row: StoredTicket;
  readonly clocks: readonly Clock[];
  readonly log: readonly TicketEvent[];
  /** When clocks that are cancelled now became so, unless they were before. */
  readonly changedAt: Instant;
}

/**
 * The rows of a ticket's clocks as they were evaluated, as every way of writing sends them; what of the calendars was known
 * (`calendar_revision`) is shared by all rows of a statement.
 */
export function clockRows({ row, clocks, log, changedAt }: ClocksOfTicket): readonly JsonRow[] {
  return clocks.map((clock) => ({
    ticket_id: row.ticket_id,
    kind: clock.kind,
    cycle: clock.cycle,
    state: clock.state,
    priority: clock.priority,
    target_id: clock.targetId,
    target_ms: clock.targetMs,
    used_ms: clock.usedMs,
    started_at: iso(clock.startedAt),
    due_at: iso(clock.dueAt),
    met_at: iso(clock.metAt),
    breached_at: iso(clock.breachedAt),
    verdict: clock.verdict,
    verdict_at: iso(clock.verdictAt),
    cancelled_at: clock.state === 'CANCELLED' ? iso(changedAt) : null,
    contested: clock.ifConceded !== undefined,
    service_item_id: row.service_item_id,
    ...judgedBy(clock, row, log),
    last_seq: row.last_seq,
  }));
}

/** The version that judges a clock: that of the ticket, unless it was bound anew since (D-CON-1, D-CON-3). */
function judgedBy({ termsDigest }: Clock, row: StoredTicket, log: readonly TicketEvent[]) {
  const bindings = termsDigest === undefined ? [] : log.flatMap((event) => bindingOf(event) ?? []);
  const judging = bindings.findLast((binding) => binding.termsDigest === termsDigest);
  return {
    contract_version_id: judging?.contractVersionId ?? row.contract_version_id,
    terms_digest: judging?.termsDigest ?? row.terms_digest,
  };
}
