export const TENANT_STAGES = ['PROSPECT', 'PILOT', 'ACTIVE', 'LEAVING', 'CLOSED'] as const;
export type TenantStage = (typeof TENANT_STAGES)[number];

/**
 * Where a client may go from a stage (domain.md section 1). A pilot may be skipped, a prospect may be lost, one who
 * leaves may stay after all; from a contract or pilot the way out leads through LEAVING (hand-over, export, destruction
 * with proof), and CLOSED is the end.
 */
const NEXT: Readonly<Record<TenantStage, readonly TenantStage[]>> = {
  PROSPECT: ['PILOT', 'ACTIVE', 'CLOSED'],
  PILOT: ['ACTIVE', 'LEAVING'],
  ACTIVE: ['LEAVING'],
  LEAVING: ['ACTIVE', 'CLOSED'],
  CLOSED: [],
};

/** The stages a new client may begin in. */
export const FIRST_STAGES: readonly TenantStage[] = ['PROSPECT', 'PILOT', 'ACTIVE'];

export function nextStages(stage: TenantStage): readonly TenantStage[] {
  return NEXT[stage];
}
