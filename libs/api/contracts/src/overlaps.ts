import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import type { Instant, LocalizedText, Terms } from '@daylight/domain';
import { OVERLAPPING } from './messages.js';
import type { VersionRow } from './queries/version-rows.js';
import { endByTerms } from './term.js';

// Another contract's scope in the same time, or a version of this contract that would not come before the new one.
const OVERLAPS = statement<OverlapRow>(
  'contract-overlaps',
  `select v.contract_id, c.title, s.version_id, v.ordinal, s.service_item_id, i.name_ko, i.name_en, s.valid_from, s.valid_to
   from contract_scope s
   join contract_version v on v.provider_id = s.provider_id and v.version_id = s.version_id
   join contract c on c.provider_id = v.provider_id and c.contract_id = v.contract_id
   join service_item i on i.provider_id = s.provider_id and i.service_item_id = s.service_item_id
   where s.provider_id = $1 and s.tenant_id = $2
     and case when v.contract_id = $3 then s.valid_from >= $5
       else s.service_item_id = any ($4) and ($6::timestamptz is null or s.valid_from < $6) and (s.valid_to is null or s.valid_to > $5) end
   order by s.valid_from, i.code limit 50`,
);

interface OverlapRow {
  readonly contract_id: string;
  readonly title: string;
  readonly version_id: string;
  readonly ordinal: number;
  readonly service_item_id: string;
  readonly name_ko: string;
  readonly name_en: string;
  readonly valid_from: Instant;
  readonly valid_to: Instant | null;
}

/** Agreed terms for the same service in the same time (D-CON-2), named with their dates. */
export interface OverlappingTerms {
  readonly __typename: 'OverlappingTerms';
  readonly message: string;
  readonly overlaps: readonly {
    readonly contractId: string;
    readonly contractTitle: string;
    readonly versionId: string;
    readonly ordinal: number;
    readonly serviceItemId: string;
    readonly serviceName: LocalizedText;
    readonly from: Instant;
    readonly to: Instant | null;
  }[];
}

/** What stands in the way of a version taking effect; null: nothing. An earlier version of the same contract doesn't: it is cut short. */
export async function overlapsOf(
  tx: Tx<PersonScope>,
  version: VersionRow,
  terms: Terms,
): Promise<OverlappingTerms | null> {
  const services = terms.services.map(({ serviceItemId }) => serviceItemId);
  const [from, to] = [timestamp(version.effectiveFrom), timestamp(endByTerms(version))];
  const values = [tx.scope.providerId, version.tenantId, version.contractId, services, from, to];
  const rows = await tx.query(OVERLAPS, values);
  if (rows.length === 0) return null;
  return { __typename: 'OverlappingTerms', message: OVERLAPPING[tx.scope.language], overlaps: rows.map(toOverlap) };
}

function toOverlap(row: OverlapRow): OverlappingTerms['overlaps'][number] {
  return {
    contractId: row.contract_id,
    contractTitle: row.title,
    versionId: row.version_id,
    ordinal: row.ordinal,
    serviceItemId: row.service_item_id,
    serviceName: { ko: row.name_ko, en: row.name_en },
    from: row.valid_from,
    to: row.valid_to,
  };
}
