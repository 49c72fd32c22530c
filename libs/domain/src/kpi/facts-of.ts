import type { ClockKind } from '../contracts/terms.js';
import type { Clock } from '../sla/clock.js';
import type { Channel, TicketEvent } from '../ticketing/events.js';
import { evolve } from '../ticketing/evolve.js';
import { isPublicWord, isUnfinished, type TicketState } from '../ticketing/state.js';
import type { Instant } from '../time/instant.js';
import { approvalsAfter } from './approvals.js';
import type {
  Approval,
  BacklogMove,
  ClientReply,
  ClockFact,
  OutcomeFact,
  RatingFact,
  TicketFact,
  WaitFact,
} from './facts.js';

/** What facts are derived from: one ticket's log and its clocks, evaluated by `sla/` over the same log. */
export interface FactSource {
  readonly ticketId: string;
  readonly ticketNumber: string;
  /** Bound to a pilot contract. */
  readonly pilot: boolean;
  /** Clock kinds for which the client contests waiting. */
  readonly contested: readonly ClockKind[];
  readonly events: readonly TicketEvent[];
  readonly clocks: readonly Clock[];
  readonly calendarRevision: string;
}

/** Channels by which the client comes to us, so that the opening is its first word. */
const INBOUND: readonly Channel[] = ['PORTAL', 'EMAIL', 'PHONE', 'API', 'IMPORT'];

/** Events that can replace clocks by others. */
const RETARGETING: readonly TicketEvent['kind'][] = ['SERVICE_CHANGED', 'REBOUND', 'CLASSIFIED'];

interface History {
  readonly state: TicketState;
  readonly moves: readonly BacklogMove[];
  readonly clientReplies: readonly ClientReply[];
  readonly approvals: readonly Approval[];
  readonly changeOutcomes: readonly OutcomeFact[];
  readonly ratings: readonly RatingFact[];
  readonly mergedAt: Instant | null;
  readonly reassignedAt: Instant | null;
  /** Last event that can replace clocks by others. */
  readonly retargetedAt: Instant | null;
}

function moveOf(before: TicketState | null, after: TicketState): BacklogMove | null {
  const was = before !== null && isUnfinished(before.status);
  const is = isUnfinished(after.status);
  if (was === is) return null;
  const at = after.lastEventAt;
  if (is) return { at, kind: before === null ? 'OPENED' : 'REOPENED', delta: 1 };
  const kind = after.status === 'CANCELLED' || after.status === 'MERGED' ? after.status : 'RESOLVED';
  return { at, kind, delta: -1 };
}

/** The end of waiting on the client by the client's own word. */
function replyOf(before: TicketState | null, event: TicketEvent, after: TicketState): ClientReply | null {
  if (event.kind !== 'RESUMED' || event.cause !== 'CLIENT_REPLY' || before?.waiting?.status !== 'WAITING_ON_CLIENT')
    return null;
  return { askedAt: before.waiting.since, answeredAt: after.lastEventAt };
}

/** A hand-over needs somebody on both ends: a first assignment is none. */
function handsOver(before: TicketState | null, after: TicketState): boolean {
  const person = before?.assigneeId != null && after.assigneeId !== null && before.assigneeId !== after.assigneeId;
  const team = before?.teamId != null && after.teamId !== null && before.teamId !== after.teamId;
  return person || team;
}

/** Folds the log once, noting on the way what the last state no longer tells; null for an empty log. */
function historyOf(events: readonly TicketEvent[]): History | null {
  let state: TicketState | null = null;
  const moves: BacklogMove[] = [];
  const clientReplies: ClientReply[] = [];
  const changeOutcomes: OutcomeFact[] = [];
  const ratings: RatingFact[] = [];
  let approvals: readonly Approval[] = [];
  const noted: Record<'mergedAt' | 'reassignedAt' | 'retargetedAt', Instant | null> = {
    ...{ mergedAt: null, reassignedAt: null, retargetedAt: null },
  };
  for (const event of events) {
    const after: TicketState = evolve(state, event);
    const move = moveOf(state, after);
    if (move !== null) moves.push(move);
    const reply = replyOf(state, event, after);
    if (reply !== null) clientReplies.push(reply);
    const { changeOutcome: outcome, lastEventAt: at } = after;
    if (outcome !== (state?.changeOutcome ?? null)) changeOutcomes.push({ at, outcome });
    if (event.kind === 'RATED') ratings.push({ at, score: event.score });
    approvals = approvalsAfter(approvals, event, { before: state, after });
    if (event.kind === 'MERGED') noted.mergedAt = event.at;
    if (RETARGETING.includes(event.kind)) noted.retargetedAt = event.at;
    if (handsOver(state, after)) noted.reassignedAt ??= event.at;
    state = after;
  }
  return state === null ? null : { state, moves, clientReplies, approvals, changeOutcomes, ratings, ...noted };
}

/** The stretch that is still open ends by its schedule, where it has one. */
function waitFacts({ waits, waiting }: TicketState): readonly WaitFact[] {
  const until = waiting?.until ?? null;
  return waits.map(({ from, to }) => ({ from, to: to ?? (until === null ? null : Math.max(until, from)) }));
}

function secondInbound(state: TicketState): Instant | null {
  const words = state.messages.filter((message) => message.side === 'CLIENT' && isPublicWord(message));
  return words[INBOUND.includes(state.channel) ? 0 : 1]?.at ?? null;
}

function restoredAt(state: TicketState): Instant | null {
  if (state.type !== 'INCIDENT' && state.type !== 'SECURITY_INCIDENT') return null;
  return state.restoredAt ?? state.resolvedAt;
}

/** A person of the client asked for it, so that one can be asked how it went. */
function surveyedAt({ requesterId }: TicketState, moves: readonly BacklogMove[]): Instant | null {
  return requesterId === null ? null : (moves.find(({ kind }) => kind === 'RESOLVED')?.at ?? null);
}

function ticketFact(source: FactSource, { state, moves, mergedAt, reassignedAt, ...lists }: History): TicketFact {
  const { ticketId, ticketNumber, pilot, calendarRevision } = source;
  const { priority, type, channel, openedAt, earliestOpenedAt, acknowledgedAt, binding } = state;
  const { resolvedAt, closedAt, cancelledAt, confidential } = state;
  return {
    ...{ ticketId, ticketNumber, serviceItemId: binding.serviceItemId, priority, type, channel },
    ...{ openedAt, earliestOpenedAt, acknowledgedAt, restoredAt: restoredAt(state), resolvedAt, closedAt, cancelledAt },
    ...{
      mergedAt: state.mergedInto === null ? null : mergedAt,
      moves,
      clientReplies: lists.clientReplies,
      waits: waitFacts(state),
      approvals: lists.approvals,
      changeOutcomes: lists.changeOutcomes,
      surveyedAt: surveyedAt(state, moves),
      ratings: lists.ratings,
      secondInboundAt: secondInbound(state),
      reassignedAt,
    },
    ...{ pilot, outOfContract: binding.contractVersionId === null, confidential },
    ...{ termsDigest: binding.termsDigest, calendarRevision, lastSeq: state.seq },
  };
}

type Cancellation = Pick<ClockFact, 'cancelledAt' | 'cancelCause'>;

function cancellation(clock: Clock, { state, mergedAt, retargetedAt }: History): Cancellation {
  // A clock that was judged before the ticket was cancelled or merged keeps its verdict and isn't counted apart (D-SLA-7).
  if (clock.state !== 'CANCELLED' || clock.verdict !== null) return { cancelledAt: null, cancelCause: null };
  if (state.status === 'CANCELLED') return { cancelledAt: state.cancelledAt, cancelCause: 'CANCELLED' };
  if (state.status === 'MERGED') return { cancelledAt: mergedAt, cancelCause: 'MERGED' };
  return { cancelledAt: retargetedAt ?? state.lastEventAt, cancelCause: 'SUPERSEDED' };
}

function clockFact(source: FactSource, history: History, clock: Clock): ClockFact {
  const { ticketId, ticketNumber, pilot, calendarRevision, contested } = source;
  const { type, binding, confidential, seq } = history.state;
  const { kind, cycle, priority, targetId, targetMs, usedMs, dueAt, metAt, breachedAt, verdict, verdictAt } = clock;
  return {
    ...{ ticketId, ticketNumber, serviceItemId: binding.serviceItemId, priority, type, clock: kind, cycle },
    ...{ targetId, targetMs, usedMs, dueAt, metAt, breachedAt, verdict, verdictAt, ...cancellation(clock, history) },
    ...{ contested: contested.includes(kind) || clock.ifConceded !== undefined, pilot, confidential },
    ...{ termsDigest: clock.termsDigest ?? binding.termsDigest, calendarRevision, lastSeq: seq },
    ...(clock.ifConceded === undefined ? {} : { ifConceded: concededVerdict(clock.ifConceded) }),
  };
}

function concededVerdict({ verdict, verdictAt }: NonNullable<Clock['ifConceded']>): ClockFact['ifConceded'] & {} {
  return { verdict, verdictAt };
}

/** The facts of one ticket; null for an empty log. Pure: the same log, clocks and revision give the same rows (D-KPI-2). */
export function factsOf(
  source: FactSource,
): { readonly ticket: TicketFact; readonly clocks: readonly ClockFact[] } | null {
  const history = historyOf(source.events);
  if (history === null) return null;
  const clocks = source.clocks
    .filter((clock) => clock.state !== 'NONE')
    .map((clock) => clockFact(source, history, clock));
  return { ticket: ticketFact(source, history), clocks };
}
