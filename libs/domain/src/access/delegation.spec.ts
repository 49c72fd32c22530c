import { approvalAuthority, type ApprovalAuthority, type LentAuthority } from './delegation.js';

const lent = (delegatorId: string, limitMinor: number | null): LentAuthority => ({
  delegationId: `d-${delegatorId}`,
  delegatorId,
  limitMinor,
});

/** What it rests on, as short as a table needs. */
function said(authority: ApprovalAuthority): string {
  switch (authority.kind) {
    case 'ON_BEHALF':
      return `for ${authority.lent.delegatorId}`;
    case 'OVER_LIMIT':
      return `over ${authority.limitMinor}`;
    default:
      return authority.kind;
  }
}

describe('the authority that an approval rests on', () => {
  it.each<[string, number | null | 'none', readonly LentAuthority[], number, string]>([
    ['an approver without a limit acts in the own name', null, [], 1_000, 'OWN'],
    ['an amount at the limit is within it', 1_000, [], 1_000, 'OWN'],
    ['an amount above the own limit is refused', 1_000, [], 1_001, 'over 1000'],
    ['whoever has no authority gets none by asking', 'none', [], 0, 'NONE'],
    ['a delegate acts for who lent it', 'none', [lent('ha', null)], 1_000, 'for ha'],
    ['what was lent with a limit ends there', 'none', [lent('ha', 500)], 501, 'over 500'],
    ['the own authority comes before a lent one', null, [lent('ha', null)], 1_000, 'OWN'],
    ['above the own limit a lent authority may reach', 100, [lent('ha', 500)], 500, 'for ha'],
    ['of several the first that reaches counts', 'none', [lent('ha', 10), lent('no', 90)], 50, 'for no'],
    ['the highest limit is named when none reaches', 20, [lent('ha', 10), lent('no', 90)], 91, 'over 90'],
  ])('%s', (_, own, delegations, amount, expected) => {
    const limit = own === 'none' ? null : { limitMinor: own };
    expect(said(approvalAuthority(limit, delegations, amount))).toBe(expected);
  });
});
