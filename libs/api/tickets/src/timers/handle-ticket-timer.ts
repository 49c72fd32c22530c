import { appendEvents, recordAudit, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { nextDeemed, type Instant, type TicketCommand } from '@daylight/domain';
import { lawIn } from '../binding.js';
import { lockTicket, type LoadedTicket } from '../log/load-ticket.js';
import { planChange, type Plan } from '../use-cases/change-ticket.js';
import { applyEvents, type AppliedChange, type TicketChange } from '../write/apply-events.js';
import { autoCloseAt } from '../write/timer.js';
import { dueNotices } from './due-notices.js';
import { fireNotices } from './fire-notices.js';
import { dueStatutory } from './statutory.js';

/** What the ticket does by itself by now, at the instant at which it was due, not at which a worker came round to it. */
function dueCommand(
  { state, terms, calendarOf }: LoadedTicket,
  now: Instant,
): { readonly command: TicketCommand; readonly at: Instant } | null {
  const deemed = nextDeemed(state, { terms, calendarOf });
  if (deemed !== null && deemed.at <= now) {
    const { proposalId, at } = deemed;
    return { command: { kind: 'ANSWER_PROPOSAL', proposalId, agree: true }, at };
  }
  const closeAt = autoCloseAt(state, terms);
  if (closeAt !== null && closeAt <= now) return { command: { kind: 'CLOSE' }, at: closeAt };
  const until = state.waiting?.until ?? null;
  return until !== null && until <= now ? { command: { kind: 'RESUME' }, at: until } : null;
}

function unchanged(ticket: LoadedTicket): TicketChange {
  const { row, log, state } = ticket;
  const base = { before: row, isNew: false, log, events: [], state };
  return { ...base, ...lawIn(ticket), messages: [], internalSeqs: new Set<number>() };
}

function dueChange(tx: Tx<SystemScope>, ticket: LoadedTicket): TicketChange {
  const due = dueCommand(ticket, tx.now);
  if (due === null) return unchanged(ticket);
  const plan: Plan = { commands: [due.command], at: due.at };
  const planned = planChange(tx, ticket, plan);
  return planned.kind === 'planned' ? planned.change : unchanged(ticket);
}

/**
 * A due instant that moved although nothing happened to the ticket: a day was declared or taken back (D-CAL-4). Of an update
 * cadence the next silence begins by itself, which is no move.
 */
async function tellMovedDue(
  tx: Tx<SystemScope>,
  { before, events }: TicketChange,
  { row }: AppliedChange,
): Promise<void> {
  const same =
    before.next_due_kind === row.next_due_kind &&
    before.next_due_state === 'RUNNING' &&
    row.next_due_state === 'RUNNING';
  if (events.length > 0 || !same || row.next_due_kind === 'UPDATE_CADENCE' || before.next_due_at === row.next_due_at)
    return;
  const ids = { ticketId: row.ticket_id, kind: row.next_due_kind ?? '' };
  await appendEvents(tx, [{ topic: 'clock.due-moved', tenantId: row.tenant_id, ids }]);
}

/** Consent by silence binds the client, so it stands in the audit as a person's would (D-SLA-8). */
async function auditDeemed(tx: Tx<SystemScope>, { before, events }: TicketChange): Promise<void> {
  for (const event of events) {
    if (event.kind !== 'PROPOSAL_ANSWERED' || event.answer !== 'DEEMED') continue;
    const { offer, proposalId, at } = event;
    await recordAudit(tx, {
      ...{ action: 'ticket.answer-proposal', objectType: 'ticket', objectId: before.ticket_id },
      ...{ tenantId: before.tenant_id, after: { offer, proposalId, agree: true, cause: 'DEEMED', deemedAt: at } },
    });
  }
}

/**
 * Runs when a ticket's timer is due: re-reads, lets the ticket do what is due by itself (close, resume), brings clocks and
 * cache up to date, tells each due warning and breach once, and arms the timer for what comes next. May run at any time
 * and twice without harm.
 */
export async function handleTicketTimer(
  tx: Tx<SystemScope>,
  { ticketId }: { readonly ticketId: string },
): Promise<void> {
  const ticket = await lockTicket(tx, ticketId);
  if (ticket === null) return;
  const change = dueChange(tx, ticket);
  const [applied]: readonly AppliedChange[] = await applyEvents(tx, [change], 'inTimer');
  if (applied === undefined) return;
  await auditDeemed(tx, change);
  await tellMovedDue(tx, change, applied);
  const due = dueNotices({ ...lawIn(change), events: change.log, asOf: tx.now }, applied.clocks);
  await fireNotices(tx, applied.row, [...due, ...dueStatutory(change.state, change.terms, tx.now)]);
}
