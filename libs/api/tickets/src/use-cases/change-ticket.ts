import { isId } from '@daylight/api-calendars';
import { recordAudit, type AuditRecord, type Tx } from '@daylight/api-database';
import type { Actor, Instant, LocalizedText, TicketCommand, TicketEvent } from '@daylight/domain';
import { lawIn, type Law } from '../binding.js';
import { lockTicket, type LoadedTicket } from '../log/load-ticket.js';
import { applyEvents, type TicketChange } from '../write/apply-events.js';
import type { NewMessage } from '../write/messages.js';
import { writeReason } from '../write/texts.js';
import { actorOf } from './actor.js';
import { decideAll } from './decide-all.js';
import { invalid, type ChangeOutcome, type InputFault } from './outcome.js';
import type { ReasonWords } from './reason.js';

/** Which ticket, as the caller knew it. null: whatever happened meanwhile. */
export interface Target {
  readonly ticketId: string;
  readonly expectedVersion: number | null;
}

/** What to ask of a loaded ticket, and what else belongs into the same transaction. */
export interface Plan {
  readonly commands: readonly TicketCommand[];
  readonly messages?: readonly NewMessage[];
  /** The service as it will be, where the plan rebinds (D-CON-1). */
  readonly rebound?: Law & { readonly serviceName: LocalizedText };
  readonly audit?: Omit<AuditRecord, 'objectType' | 'objectId' | 'tenantId'>;
  /** The words that an event of this plan refers to. */
  readonly reason?: ReasonWords | null;
  /** Rows that refer to the ticket's rows: written after them. */
  readonly afterwards?: () => Promise<void>;
  /** Default: the scope's person. Mail intake acts for the sender. */
  readonly actor?: Actor;
  /** When it happened, where that isn't now: a schedule that was reached while no worker ran. */
  readonly at?: Instant;
}

/** A plan, or what is wrong with the input. */
export type PlanOrFaults = Plan | { readonly faults: readonly InputFault[] };
export type Planner = (ticket: LoadedTicket) => PlanOrFaults | Promise<PlanOrFaults>;

/** Seqs of the events that are about internal messages. */
export function internalSeqs(log: readonly TicketEvent[], events: readonly TicketEvent[]): ReadonlySet<number> {
  const internal = new Set(
    log.flatMap((event) =>
      event.kind === 'MESSAGE_ADDED' && event.visibility === 'INTERNAL' ? [event.messageId] : [],
    ),
  );
  const about = events.filter(
    (event) => (event.kind === 'MESSAGE_ADDED' || event.kind === 'MESSAGE_WITHDRAWN') && internal.has(event.messageId),
  );
  return new Set(about.map(({ seq }) => seq));
}

/** The change that a plan means for a loaded ticket, or why not. */
export function planChange(
  tx: Tx,
  ticket: LoadedTicket,
  plan: Plan,
): { readonly kind: 'planned'; readonly change: TicketChange } | Extract<ChangeOutcome, { kind: 'refused' }> {
  const { terms } = ticket;
  const now = Math.max(plan.at ?? tx.now, ticket.state.lastEventAt);
  const decided = decideAll(ticket.state, plan.commands, { terms, actor: plan.actor ?? actorOf(tx.scope), now });
  if (decided.kind === 'refused') return decided;
  const { events, state } = decided;
  const log = [...ticket.log, ...events];
  const law = plan.rebound ?? ticket;
  const before = plan.rebound === undefined ? ticket.row : { ...ticket.row, service_name: plan.rebound.serviceName };
  const base = { before, isNew: false, log, events, state, ...lawIn(law) };
  return {
    kind: 'planned',
    change: { ...base, messages: plan.messages ?? [], internalSeqs: internalSeqs(log, events) },
  };
}

/**
 * Every change of one existing ticket: lock and load, compare versions, decide, write. A ticket out of sight is not found.
 */
export async function changeTicket(tx: Tx, target: Target, planner: Planner): Promise<ChangeOutcome> {
  const ticket = isId(target.ticketId) ? await lockTicket(tx, target.ticketId) : null;
  if (ticket === null) return { kind: 'not-found', what: 'ticket' };
  const { ticketId, expectedVersion } = target;
  if (expectedVersion !== null && expectedVersion !== ticket.row.version) {
    return { kind: 'conflict', ticketId, yours: expectedVersion };
  }
  const plan = await planner(ticket);
  if ('faults' in plan) return invalid(...plan.faults);
  const planned = planChange(tx, ticket, plan);
  if (planned.kind === 'refused') return planned;
  await applyEvents(tx, [planned.change]);
  if (plan.reason) await writeReason(tx, ticket.row, plan.reason);
  await plan.afterwards?.();
  if (plan.audit !== undefined) {
    await recordAudit(tx, { ...plan.audit, objectType: 'ticket', objectId: ticketId, tenantId: ticket.row.tenant_id });
  }
  return { kind: 'changed', ticketId };
}
