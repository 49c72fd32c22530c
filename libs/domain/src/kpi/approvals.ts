import type { Instant } from '../time/instant.js';
import type { TicketEvent } from '../ticketing/events.js';
import { isUnfinished, type TicketState } from '../ticketing/state.js';
import type { Approval } from './facts.js';

const WAITS = ({ decidedAt, lapsedAt }: Approval): boolean => decidedAt === null && lapsedAt === null;

function lapsed(
  approvals: readonly Approval[],
  at: Instant,
  which: (approval: Approval) => boolean,
): readonly Approval[] {
  return approvals.map((approval) => (WAITS(approval) && which(approval) ? { ...approval, lapsedAt: at } : approval));
}

/** Only how a ticket is judged can still be agreed once it has ended (ticketing/decide-proposals.ts). */
function withEnd(approvals: readonly Approval[], before: TicketState | null, after: TicketState): readonly Approval[] {
  const ended = before !== null && isUnfinished(before.status) && !isUnfinished(after.status);
  return ended ? lapsed(approvals, after.lastEventAt, ({ subject }) => subject !== 'REBINDING') : approvals;
}

/**
 * What was asked of a ticket's sides after one more event. A person's yes or no decides, also after the ticket had ended and
 * was reopened; being taken back or deemed given does not: nobody of that party said anything.
 */
export function approvalsAfter(
  approvals: readonly Approval[],
  event: TicketEvent,
  { before, after }: { readonly before: TicketState | null; readonly after: TicketState },
): readonly Approval[] {
  const at = after.lastEventAt;
  if (event.kind === 'PROPOSED') {
    const { proposalId, offer, actor } = event;
    const party = actor.side === 'CLIENT' ? 'PROVIDER' : 'CLIENT';
    const asked = {
      approvalId: proposalId,
      subject: offer.kind,
      party,
      askedAt: at,
      decidedAt: null,
      lapsedAt: null,
    } as const;
    // An import may record a second offer of a kind: the first is overtaken by it.
    return [...lapsed(approvals, at, ({ subject }) => subject === offer.kind), asked];
  }
  if (event.kind !== 'PROPOSAL_ANSWERED') return withEnd(approvals, before, after);
  const decided = event.answer === 'AGREED' || event.answer === 'DECLINED';
  return approvals.map((approval) => {
    if (approval.approvalId !== event.proposalId || approval.decidedAt !== null) return approval;
    return decided ? { ...approval, decidedAt: at } : { ...approval, lapsedAt: approval.lapsedAt ?? at };
  });
}
