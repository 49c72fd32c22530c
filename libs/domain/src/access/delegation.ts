/** Authority to approve that somebody else has lent. Amounts in minor units; null: no limit. */
export interface LentAuthority {
  readonly delegationId: string;
  readonly delegatorId: string;
  readonly limitMinor: number | null;
}

/** By what right somebody approves: the own, one lent, or none that reaches. */
export type ApprovalAuthority<Lent extends LentAuthority = LentAuthority> =
  | { readonly kind: 'OWN' }
  | { readonly kind: 'ON_BEHALF'; readonly lent: Lent }
  /** There is authority, but the amount is above the highest limit of all of it. */
  | { readonly kind: 'OVER_LIMIT'; readonly limitMinor: number }
  | { readonly kind: 'NONE' };

const reaches = (limitMinor: number | null, amountMinor: number): boolean =>
  limitMinor === null || amountMinor <= limitMinor;

/**
 * The authority that an act of this amount rests on (domain.md section 1). The own comes first: whoever may act alone acts
 * in the own name. Of several lent ones the first that reaches counts.
 *
 * @param own null: none of one's own
 */
export function approvalAuthority<Lent extends LentAuthority>(
  own: { readonly limitMinor: number | null } | null,
  lent: readonly Lent[],
  amountMinor: number,
): ApprovalAuthority<Lent> {
  if (own !== null && reaches(own.limitMinor, amountMinor)) return { kind: 'OWN' };
  const found = lent.find(({ limitMinor }) => reaches(limitMinor, amountMinor));
  if (found !== undefined) return { kind: 'ON_BEHALF', lent: found };
  const limits = [own, ...lent].flatMap((each) => (each === null || each.limitMinor === null ? [] : [each.limitMinor]));
  return limits.length === 0 ? { kind: 'NONE' } : { kind: 'OVER_LIMIT', limitMinor: Math.max(...limits) };
}
