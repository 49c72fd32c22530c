import type { ContractParty } from '../contracts/amendment.js';
import type { Approval, Facts } from './facts.js';
import { countFigure, percentileFigure, within, type KpiFigure, type KpiPeriod } from './figure.js';

/** An approval together with what makes it confidential; as an item of a figure it stands for itself, not for its ticket. */
export interface AskedApproval extends Approval {
  readonly itemId: string;
  readonly confidential: boolean;
}

function asked(approval: Approval, confidential: boolean): AskedApproval {
  return { ...approval, itemId: approval.approvalId, confidential };
}

/** All that the parties were asked to agree to, about tickets and apart from them. */
export function approvalsOf({ tickets, approvals = [] }: Facts): readonly AskedApproval[] {
  return [
    ...tickets.flatMap((ticket) => ticket.approvals.map((approval) => asked(approval, ticket.confidential))),
    ...approvals.map((approval) => asked(approval, false)),
  ];
}

/** Decided by a person of its party in the period. */
export function isDecidedIn({ decidedAt }: Approval, period: KpiPeriod): boolean {
  return within(period, decidedAt);
}

/** Whether its party still owed an answer when the period ended. */
export function isOpenAt({ askedAt, decidedAt, lapsedAt }: Approval, { to }: Pick<KpiPeriod, 'to'>): boolean {
  return askedAt < to && (decidedAt === null || decidedAt >= to) && (lapsedAt === null || lapsedAt >= to);
}

function figuresOf(party: ContractParty, approvals: readonly AskedApproval[], period: KpiPeriod): readonly KpiFigure[] {
  const own = approvals.filter((approval) => approval.party === party);
  const decided = own.filter((approval) => isDecidedIn(approval, period));
  const took = ({ askedAt, decidedAt }: Approval) => (decidedAt ?? askedAt) - askedAt;
  return [
    percentileFigure(`${party}_APPROVAL_TIME_P50`, decided, 50, took),
    percentileFigure(`${party}_APPROVAL_TIME_P90`, decided, 90, took),
    countFigure(
      `${party}_APPROVALS_OPEN`,
      own.filter((approval) => isOpenAt(approval, period)),
    ),
  ];
}

/** How long each party took to decide what it was asked, and what it still owed an answer to. Wall-clock. */
export function approvalFigures(facts: Facts, period: KpiPeriod): readonly KpiFigure[] {
  const approvals = approvalsOf(facts);
  return [...figuresOf('CLIENT', approvals, period), ...figuresOf('PROVIDER', approvals, period)];
}
