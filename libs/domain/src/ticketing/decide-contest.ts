import type { CommandOf } from './commands.js';
import type { DecisionContext } from './decide-conversation.js';
import { accept, reject, type Decision } from './problems.js';
import type { TicketState } from './state.js';

/** The client contests that a stretch of waiting stopped clocks (D-SLA-4): once, with a reason that the provider reads. */
export function decideContest(state: TicketState, command: CommandOf<'CONTEST_WAITING'>): Decision {
  const { waitingSeq, reasonTextId } = command;
  const field = 'waitingSeq';
  const wait = state.waits.find(({ seq }) => seq === waitingSeq);
  if (wait === undefined) return reject({ kind: 'WAIT_UNKNOWN', field, waitingSeq });
  if (wait.contest !== 'NONE') return reject({ kind: 'WAIT_CONTESTED', field, waitingSeq });
  if (reasonTextId === null) return reject({ kind: 'CONTEST_NEEDS_REASON', field: 'reasonTextId' });
  return accept({ kind: 'WAITING_CONTESTED', v: 1, waitingSeq, reasonTextId });
}

/** The provider concedes that it stopped nothing, or the client lets it stand. */
export function decideSettle(
  state: TicketState,
  { waitingSeq }: CommandOf<'SETTLE_CONTEST'>,
  { actor }: DecisionContext,
): Decision {
  const field = 'waitingSeq';
  const wait = state.waits.find(({ seq }) => seq === waitingSeq);
  if (wait === undefined) return reject({ kind: 'WAIT_UNKNOWN', field, waitingSeq });
  if (wait.contest !== 'OPEN') return reject({ kind: 'WAIT_NOT_CONTESTED', field, waitingSeq });
  const outcome = actor.side === 'CLIENT' ? 'WITHDRAWN' : 'CONCEDED';
  return accept({ kind: 'CONTEST_SETTLED', v: 1, waitingSeq, outcome });
}

/** A mere thank-you reopened the ticket: it goes back to where it was (domain.md section 4). */
export function decideNoAction(state: TicketState, { messageId }: CommandOf<'MARK_NO_ACTION'>): Decision {
  if (state.reopening?.messageId !== messageId)
    return reject({ kind: 'NOT_A_THANK_YOU', field: 'messageId', messageId });
  return accept({ kind: 'NO_ACTION_NEEDED', v: 1, messageId });
}
