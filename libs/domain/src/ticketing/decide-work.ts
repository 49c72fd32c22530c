import { matrixPriority } from '../contracts/defaults.js';
import { PRIORITIES, type Priority } from '../contracts/terms.js';
import type { CommandOf, PriorityCause } from './commands.js';
import type { DecisionContext } from './decide-conversation.js';
import type { EventBodyOf, TicketEventBody } from './events.js';
import { accept, reject, type Decision, type TicketProblem } from './problems.js';
import type { TicketState } from './state.js';

/** Opens a ticket; the priority follows the matrix unless the provider's side set one. */
export function decideOpen(command: CommandOf<'OPEN'>, { terms, actor }: DecisionContext): Decision {
  const { type, impact, urgency, channel, confidential, requesterId, binding } = command;
  if (command.priority !== null && actor.side === 'CLIENT') {
    return reject({ kind: 'NOT_ALLOWED_FOR_SIDE', command: 'OPEN', side: 'CLIENT', field: 'priority' });
  }
  const priority = command.priority ?? matrixPriority(terms, impact, urgency);
  const grades = { priority, impact, urgency };
  return accept({ kind: 'OPENED', v: 1, type, ...grades, channel, confidential, requesterId, binding });
}

export function decideAssign(state: TicketState, command: CommandOf<'ASSIGN'>): Decision {
  const { assigneeId, teamId } = command;
  if (assigneeId === state.assigneeId && teamId === state.teamId)
    return reject({ kind: 'NOTHING_CHANGES', command: 'ASSIGN' });
  return accept({ kind: 'ASSIGNED', v: 1, assigneeId, teamId });
}

function started(state: TicketState): readonly TicketEventBody[] {
  return state.status === 'NEW' ? [{ kind: 'WORK_STARTED', v: 1 }] : [];
}

/** A named owner accepts: assigned if they weren't, and logged as a response act (whether it counts, the terms say). */
export function decideAccept(state: TicketState, { actor }: DecisionContext): Decision {
  if (actor.userId === null) return reject({ kind: 'OWNER_UNNAMED', field: 'actor' });
  const accepted: TicketEventBody = { kind: 'RESPONSE_LOGGED', v: 1, act: 'OWNER_ACCEPTANCE', personId: actor.userId };
  if (state.assigneeId === actor.userId) return accept(accepted, ...started(state));
  const assigned: TicketEventBody = { kind: 'ASSIGNED', v: 1, assigneeId: actor.userId, teamId: state.teamId };
  return accept(assigned, accepted, ...started(state));
}

export function decideLogResponse(state: TicketState, command: CommandOf<'LOG_RESPONSE'>): Decision {
  const { act, personId } = command;
  return accept({ kind: 'RESPONSE_LOGGED', v: 1, act, personId }, ...started(state));
}

/** A higher rank is a lesser priority: P1 is 0. */
function rank(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}

/** Lowering a priority gives the provider more time, so it needs a reason that the client can read (D-SLA-5). */
function priorityChange(
  state: TicketState,
  change: { readonly to: Priority; readonly cause: PriorityCause; readonly reasonTextId: string | null },
): EventBodyOf<'PRIORITY_CHANGED'> | TicketProblem {
  const { to, cause, reasonTextId } = change;
  const from = state.priority;
  if (rank(to) > rank(from) && reasonTextId === null) return { kind: 'REASON_NEEDED', field: 'reasonTextId', from, to };
  return { kind: 'PRIORITY_CHANGED', v: 1, from, to, cause, reasonTextId };
}

export function decideSetPriority(state: TicketState, command: CommandOf<'SET_PRIORITY'>): Decision {
  if (command.to === state.priority) return reject({ kind: 'NOTHING_CHANGES', command: 'SET_PRIORITY' });
  const change = priorityChange(state, command);
  return change.kind === 'PRIORITY_CHANGED' ? accept(change) : reject(change);
}

export function decideClassify(
  state: TicketState,
  command: CommandOf<'CLASSIFY'>,
  { terms }: DecisionContext,
): Decision {
  const { type, impact, urgency, cause, reasonTextId } = command;
  const graded = impact !== state.impact || urgency !== state.urgency || type !== state.type;
  const to = command.priority === 'KEEP' ? state.priority : matrixPriority(terms, impact, urgency);
  const events: TicketEventBody[] = graded ? [{ kind: 'CLASSIFIED', v: 1, impact, urgency, type }] : [];
  if (to !== state.priority) {
    const change = priorityChange(state, { to, cause, reasonTextId });
    if (change.kind !== 'PRIORITY_CHANGED') return reject(change);
    events.push(change);
  }
  return events.length === 0 ? reject({ kind: 'NOTHING_CHANGES', command: 'CLASSIFY' }) : accept(...events);
}

/** Another service item is a correction by staff; another version of the same one is an act of both parties (D-CON-1). */
export function decideChangeService(state: TicketState, command: CommandOf<'CHANGE_SERVICE'>): Decision {
  const { binding } = command;
  const sameService = binding.serviceItemId === state.binding.serviceItemId;
  const sameTerms = binding.termsDigest === state.binding.termsDigest && binding.policyId === state.binding.policyId;
  const sameVersion = binding.contractVersionId === state.binding.contractVersionId;
  if (sameService && sameVersion && sameTerms) return reject({ kind: 'NOTHING_CHANGES', command: 'CHANGE_SERVICE' });
  if (sameService) return reject({ kind: 'REBINDING_NEEDS_BOTH', field: 'binding' });
  return accept({ kind: 'SERVICE_CHANGED', v: 1, binding });
}

export function decideSetConfidential(state: TicketState, command: CommandOf<'SET_CONFIDENTIAL'>): Decision {
  const { confidential, kind } = command;
  if (confidential === state.confidential) return reject({ kind: 'NOTHING_CHANGES', command: kind });
  return accept({ kind: 'CONFIDENTIAL_SET', v: 1, confidential });
}

export function decideWatcher(state: TicketState, command: CommandOf<'ADD_WATCHER' | 'REMOVE_WATCHER'>): Decision {
  const { kind, userId } = command;
  const watching = state.watchers.includes(userId);
  if (watching === (kind === 'ADD_WATCHER')) return reject({ kind: 'NOTHING_CHANGES', command: kind });
  return accept({ kind: kind === 'ADD_WATCHER' ? 'WATCHER_ADDED' : 'WATCHER_REMOVED', v: 1, userId });
}
