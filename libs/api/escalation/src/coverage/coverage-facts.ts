import { statement, timestamp, type Tx } from '@daylight/api-database';
import {
  coverageReport,
  DAY,
  type CoveredTenant,
  type CoverageReport,
  type EscalationDirectory,
  type Priority,
} from '@daylight/domain';

interface TenantRow {
  readonly tenant_id: string;
  readonly name: string;
  readonly contract_ids: readonly string[];
}

/** Clients that are served, with the contracts in force. */
const TENANTS = statement<TenantRow>(
  'escalation-covered-tenants',
  `select t.tenant_id, t.name, coalesce((
     select array_agg(distinct v.contract_id) from contract_version v
     where v.provider_id = t.provider_id and v.tenant_id = t.tenant_id and v.state = 'AGREED' and v.effective_from <= $2
       and (v.effective_to is null or v.effective_to > $2)), '{}') as contract_ids
   from tenant t where t.provider_id = $1 and t.stage in ('PILOT', 'ACTIVE', 'LEAVING') order by t.name, t.tenant_id`,
);

/** What escalates by itself, so what has to be answerable at any hour. */
const PRIORITIES: readonly Priority[] = ['P1', 'P2'];

/** Where nobody can be reached within `days`, for every client in reach (D-ESC-2). */
export async function coverageOf(
  tx: Tx,
  directory: EscalationDirectory,
  days: number,
): Promise<CoverageReport & { readonly names: ReadonlyMap<string, string> }> {
  const rows = await tx.query(TENANTS, [tx.scope.providerId, timestamp(tx.now)]);
  const tenants = rows.map(({ tenant_id: tenantId, contract_ids: contractIds }): CoveredTenant => ({
    tenantId,
    contractIds,
  }));
  const range = { from: tx.now, to: tx.now + days * DAY };
  const report = coverageReport(directory, { tenants, priorities: PRIORITIES, range, asOf: tx.now });
  return { ...report, names: new Map(rows.map(({ tenant_id, name }) => [tenant_id, name])) };
}
