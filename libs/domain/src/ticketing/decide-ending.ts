import { DEFAULT_AUTO_CLOSE_DAYS } from '../contracts/defaults.js';
import { DAY } from '../time/instant.js';
import type { CommandOf, MergePartner, TicketName } from './commands.js';
import { reopening, type DecisionContext } from './decide-conversation.js';
import { accept, reject, type Decision, type MergeObstacle } from './problems.js';
import { isUnfinished, type TicketState } from './state.js';

/** Service is back although the cause may not be fixed: an event apart from RESOLVED, for incidents only. */
export function decideRestore(state: TicketState): Decision {
  if (state.type !== 'INCIDENT' && state.type !== 'SECURITY_INCIDENT')
    return reject({ kind: 'NOT_AN_INCIDENT', command: 'RESTORE' });
  const { restoredAt, reopenedAt } = state;
  const stillRestored = restoredAt !== null && (reopenedAt === null || reopenedAt <= restoredAt);
  return stillRestored
    ? reject({ kind: 'ALREADY_RESTORED', at: restoredAt })
    : accept({ kind: 'SERVICE_RESTORED', v: 1 });
}

/** A change is resolved together with how it went, where that is known already. */
export function decideResolve({ type }: TicketState, { code, outcome }: CommandOf<'RESOLVE'>): Decision {
  if (outcome === undefined) return accept({ kind: 'RESOLVED', v: 1, code });
  if (type !== 'CHANGE') return reject({ kind: 'NOT_A_CHANGE', field: 'outcome' });
  return accept({ kind: 'RESOLVED', v: 1, code }, { kind: 'CHANGE_OUTCOME_SET', v: 1, outcome });
}

export function decideChangeOutcome(
  { type, changeOutcome }: TicketState,
  { outcome }: CommandOf<'SET_CHANGE_OUTCOME'>,
): Decision {
  if (type !== 'CHANGE') return reject({ kind: 'NOT_A_CHANGE', field: 'outcome' });
  if (outcome === changeOutcome) return reject({ kind: 'NOTHING_CHANGES', command: 'SET_CHANGE_OUTCOME' });
  return accept({ kind: 'CHANGE_OUTCOME_SET', v: 1, outcome });
}

/** The client may think again: the last rating is the one that counts. */
export function decideRate({ rating }: TicketState, { score, reasonTextId }: CommandOf<'RATE'>): Decision {
  if (score === rating?.score && reasonTextId === null) return reject({ kind: 'NOTHING_CHANGES', command: 'RATE' });
  return accept({ kind: 'RATED', v: 1, score, reasonTextId });
}

export function decideReopen(state: TicketState, context: DecisionContext): Decision {
  const outcome = reopening(state, context.actor.side === 'CLIENT' ? 'CLIENT' : 'STAFF', context);
  return outcome.kind === 'REOPENED' ? accept(outcome) : reject(outcome);
}

/** The client confirms, staff close, or the timer does after the days of silence that the terms name. */
export function decideClose(state: TicketState, { terms, now, actor }: DecisionContext): Decision {
  if (actor.side !== 'SYSTEM')
    return accept({ kind: 'CLOSED', v: 1, cause: actor.side === 'CLIENT' ? 'CLIENT' : 'STAFF' });
  const silentSince = Math.max(state.resolvedAt ?? state.lastEventAt, state.lastPublicMessageAt.CLIENT ?? 0);
  const notBefore = silentSince + (terms?.autoCloseDays ?? DEFAULT_AUTO_CLOSE_DAYS) * DAY;
  if (now < notBefore) return reject({ kind: 'TOO_EARLY', command: 'CLOSE', notBefore });
  return accept({ kind: 'CLOSED', v: 1, cause: 'TIMER' });
}

export function decideCancel({ actor }: DecisionContext): Decision {
  return accept({ kind: 'CANCELLED', v: 1, cause: actor.side === 'CLIENT' ? 'CLIENT' : 'STAFF' });
}

/** What stands against merging a duplicate into a survivor (D-SLA-7); null: nothing. */
export function mergeObstacle(duplicate: MergePartner, survivor: MergePartner): MergeObstacle | null {
  if (duplicate.ticketId === survivor.ticketId) return 'ITSELF';
  if (duplicate.tenantId !== survivor.tenantId) return 'OTHER_TENANT';
  if (survivor.state.mergedInto !== null) return 'TARGET_MERGED';
  if (!isUnfinished(survivor.state.status)) return 'TARGET_ENDED';
  if (survivor.state.absorbed.includes(duplicate.ticketId)) return 'ALREADY_ABSORBED';
  if (duplicate.state.binding.serviceItemId !== survivor.state.binding.serviceItemId) return 'OTHER_SERVICE_ITEM';
  if (duplicate.state.confidential && !survivor.state.confidential) return 'CONFIDENTIAL_INTO_OPEN';
  const mergedHere = duplicate.state.mergedInto === survivor.ticketId;
  return isUnfinished(duplicate.state.status) || mergedHere ? null : 'DUPLICATE_ENDED';
}

function partner(self: TicketName, state: TicketState): MergePartner {
  return { ticketId: self.ticketId, tenantId: self.tenantId, state };
}

export function decideMergeInto(state: TicketState, { self, survivor }: CommandOf<'MERGE_INTO'>): Decision {
  const obstacle = mergeObstacle(partner(self, state), survivor);
  if (obstacle !== null) return reject({ kind: 'MERGE_REFUSED', obstacle });
  return accept({ kind: 'MERGED', v: 1, intoTicketId: survivor.ticketId });
}

/** A merge that was wrong is undone; what the other ticket has become meanwhile doesn't matter. */
export function decideUnmerge({ mergedInto }: TicketState): Decision {
  if (mergedInto === null) return reject({ kind: 'NOT_MERGED', field: 'ticketId' });
  return accept({ kind: 'UNMERGED', v: 1, ticketId: mergedInto });
}

/** The survivor's half of an undone merge. */
export function decideRelease({ absorbed }: TicketState, { ticketId }: CommandOf<'RELEASE'>): Decision {
  if (!absorbed.includes(ticketId)) return reject({ kind: 'NOT_MERGED', field: 'ticketId' });
  return accept({ kind: 'RELEASED', v: 1, ticketId });
}

/** The survivor's half of a merge; the duplicate may be given as it was before or after its own half. */
export function decideAbsorb(state: TicketState, { self, duplicate }: CommandOf<'ABSORB'>): Decision {
  const obstacle = mergeObstacle(duplicate, partner(self, state));
  if (obstacle !== null) return reject({ kind: 'MERGE_REFUSED', obstacle });
  return accept({ kind: 'ABSORBED', v: 1, ticketId: duplicate.ticketId, openedAt: duplicate.state.earliestOpenedAt });
}
