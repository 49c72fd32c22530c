import { enqueue, statement, timestamp, type Tx } from '@daylight/api-database';
import type { Terms } from '@daylight/domain';
import type { VersionRow } from './queries/version-rows.js';
import { endByTerms } from './term.js';
import { contractTimer } from './timer/contract-timer.js';

const CUT_SCOPES = statement(
  'contract-cut-scopes',
  `update contract_scope s set valid_to = $4 from contract_version v
   where s.provider_id = $1 and s.tenant_id = $2 and v.provider_id = s.provider_id and v.version_id = s.version_id
     and v.contract_id = $3 and s.valid_from < $4 and (s.valid_to is null or s.valid_to > $4)`,
);
const CUT_VERSIONS = statement(
  'contract-cut-versions',
  `update contract_version set effective_to = $4
   where provider_id = $1 and tenant_id = $2 and contract_id = $3 and state = 'AGREED'
     and effective_from < $4 and (effective_to is null or effective_to > $4)`,
);
const ADD_SCOPES = statement(
  'contract-add-scopes',
  `insert into contract_scope (provider_id, tenant_id, service_item_id, version_id, valid_from, valid_to)
   select $1, $2, item, $3, $5, $6 from unnest($4::uuid[]) item order by item`,
);
const AGREE = statement(
  'contract-agree',
  `update contract_version set state = 'AGREED', effective_to = $3, decided_at = $4, decided_by = $5, version = version + 1
   where provider_id = $1 and version_id = $2 and state = 'PROPOSED'`,
);

/**
 * Puts an agreed version in force from its first day: the contract's earlier version ends there, its services are
 * covered until the terms end by themselves, or open-ended (D-CON-2). Raises exclusion_violation (23P01) when another
 * contract covers one of them in that time.
 */
export async function takeEffect(tx: Tx, version: VersionRow, terms: Terms): Promise<void> {
  const { providerId, personId } = tx.scope;
  const { tenantId, contractId, versionId } = version;
  const [from, to] = [timestamp(version.effectiveFrom), timestamp(endByTerms(version))];
  await tx.query(CUT_SCOPES, [providerId, tenantId, contractId, from]);
  await tx.query(CUT_VERSIONS, [providerId, tenantId, contractId, from]);
  const services = terms.services.map(({ serviceItemId }) => serviceItemId);
  await tx.query(ADD_SCOPES, [providerId, tenantId, versionId, services, from, to]);
  await tx.query(AGREE, [providerId, versionId, to, timestamp(tx.now), personId]);
  await enqueue(tx, [contractTimer(version, null)]);
}
