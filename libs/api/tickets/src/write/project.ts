import { isUnfinished, matrixPriority, waitingName, type Clock, type Terms, type TicketState } from '@daylight/domain';
import { nextDue } from './next-due.js';
import type { StoredTicket } from './stored-ticket.js';

function waitingOf({ waiting }: TicketState, terms: Terms | null) {
  if (waiting === null)
    return { waiting_reason: null, waiting_name: null, waiting_since: null, waiting_until: null, case_number: null };
  const { reason, since, until, caseNumber } = waiting;
  return {
    waiting_reason: reason,
    waiting_name: waitingName(reason, terms),
    waiting_since: since,
    waiting_until: until,
    case_number: caseNumber,
  };
}

function dueOf(state: TicketState, clocks: readonly Clock[]) {
  const due = isUnfinished(state.status) ? nextDue(clocks) : null;
  return { next_due_at: due?.dueAt ?? null, next_due_kind: due?.kind ?? null, next_due_state: due?.state ?? null };
}

/** What the row shall be after the folded state; what the log doesn't say (subject, number, ...) stays as in `before`. */
export function projectTicket(
  before: StoredTicket,
  {
    state,
    terms,
    clocks,
  }: { readonly state: TicketState; readonly terms: Terms | null; readonly clocks: readonly Clock[] },
): StoredTicket {
  const { binding, impact, urgency, priority } = state;
  return {
    ...before,
    ...{ type: state.type, status: state.status, priority, impact, urgency },
    priority_overridden: priority !== matrixPriority(terms, impact, urgency),
    ...{ service_item_id: binding.serviceItemId, contract_version_id: binding.contractVersionId },
    ...{ terms_digest: binding.termsDigest, policy_id: binding.policyId },
    ...{ requester_id: state.requesterId, assignee_id: state.assigneeId, team_id: state.teamId },
    ...{ confidential: state.confidential, watcher_ids: state.watchers },
    ...{ first_responded_at: state.firstRespondedAt, restored_at: state.restoredAt, resolved_at: state.resolvedAt },
    ...{ resolution_code: state.resolutionCode, closed_at: state.closedAt, cancelled_at: state.cancelledAt },
    ...waitingOf(state, terms),
    ...dueOf(state, clocks),
    ...{ reopen_count: state.reopenCount, merged_into: state.mergedInto },
  };
}
