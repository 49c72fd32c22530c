import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { Instant, Terms } from '@daylight/domain';
import { storedTerms } from './terms/stored-terms.js';

const IN_FORCE = statement<BindingRow>(
  'contract-binding',
  `select s.version_id, v.terms_digest, v.contract_id, c.kind,
     (select coalesce(max(h.revision), 0) from holiday_revision h where h.provider_id = $1) as calendar_revision
   from contract_scope s
   join contract_version v on v.provider_id = s.provider_id and v.version_id = s.version_id
   join contract c on c.provider_id = v.provider_id and c.contract_id = v.contract_id
   where s.provider_id = $1 and s.tenant_id = $2 and s.service_item_id = $3
     and s.valid_from <= $4 and (s.valid_to is null or s.valid_to > $4)
   order by s.valid_from desc limit 1`,
);
const VERSIONS = statement<ScopeRow>(
  'contract-versions-of',
  `select v.version_id, v.contract_id, v.ordinal, c.kind, v.terms_digest, v.effective_from, v.effective_to,
     s.service_item_id, s.valid_from, s.valid_to
   from contract_version v
   join contract c on c.provider_id = v.provider_id and c.contract_id = v.contract_id
   join contract_scope s on s.provider_id = v.provider_id and s.version_id = v.version_id
   where v.provider_id = $1 and v.tenant_id = $2 and v.state = 'AGREED'
   order by v.effective_from, v.version_id, s.valid_from`,
);

interface BindingRow {
  readonly version_id: string;
  readonly contract_id: string;
  readonly terms_digest: string;
  readonly kind: 'PILOT' | 'MANAGED';
  readonly calendar_revision: number;
}

interface ScopeRow extends Omit<BindingRow, 'calendar_revision'> {
  readonly ordinal: number;
  readonly effective_from: Instant;
  readonly effective_to: Instant | null;
  readonly service_item_id: string;
  readonly valid_from: Instant;
  readonly valid_to: Instant | null;
}

/** What a ticket is bound to at opening (D-CON-1). */
export interface Binding {
  readonly versionId: string;
  readonly contractId: string;
  readonly contractKind: 'PILOT' | 'MANAGED';
  readonly termsDigest: string;
  readonly terms: Terms;
  /** SLA policy of the service item under these terms. */
  readonly policyId: string;
  /** Newest revision of official days; hand it to `calendarsFor` and spare a statement. */
  readonly calendarRevision: number;
}

/**
 * The version in force for a service item at an instant; null: out of contract (D-CON-2). One statement, and a second
 * one the first time this process meets the terms.
 */
export async function resolveBinding(
  tx: Tx,
  on: { readonly tenantId: string; readonly serviceItemId: string; readonly at: Instant },
): Promise<Binding | null> {
  const values = [tx.scope.providerId, on.tenantId, on.serviceItemId, timestamp(on.at)];
  const [row] = await tx.query(IN_FORCE, values);
  if (row === undefined) return null;
  const terms = await storedTerms(tx, row.terms_digest);
  return {
    versionId: row.version_id,
    contractId: row.contract_id,
    contractKind: row.kind,
    termsDigest: row.terms_digest,
    terms,
    policyId: policyOf(terms, on.serviceItemId),
    calendarRevision: row.calendar_revision,
  };
}

/** The SLA policy that terms promise for a service item. Throws when it isn't in scope: the scope table said it was. */
export function policyOf(terms: Terms, serviceItemId: string): string {
  const service = terms.services.find((item) => item.serviceItemId === serviceItemId);
  if (service === undefined) throw new Error(`these terms have no service ${serviceItemId}`);
  return service.policyId;
}

/** An agreed version and which services it covers when. */
export interface AgreedVersion {
  readonly versionId: string;
  readonly contractId: string;
  readonly contractKind: 'PILOT' | 'MANAGED';
  readonly ordinal: number;
  readonly termsDigest: string;
  readonly from: Instant;
  /** Exclusive; null: until replaced or ended. */
  readonly to: Instant | null;
  readonly services: readonly { readonly serviceItemId: string; readonly from: Instant; readonly to: Instant | null }[];
}

/** All agreed versions of a tenant, by when they took effect; for imports and figures, which look at many instants. */
export async function contractVersionsOf(tx: Tx, tenantId: string): Promise<readonly AgreedVersion[]> {
  const rows = await tx.query(VERSIONS, [tx.scope.providerId, tenantId]);
  const byVersion = new Map<string, ScopeRow[]>();
  for (const row of rows) {
    const scopes = byVersion.get(row.version_id);
    if (scopes === undefined) byVersion.set(row.version_id, [row]);
    else scopes.push(row);
  }
  return [...byVersion.values()].flatMap((scopes) => {
    const [first] = scopes;
    return first === undefined ? [] : [toAgreed(first, scopes)];
  });
}

function toAgreed(row: ScopeRow, scopes: readonly ScopeRow[]): AgreedVersion {
  return {
    versionId: row.version_id,
    contractId: row.contract_id,
    contractKind: row.kind,
    ordinal: row.ordinal,
    termsDigest: row.terms_digest,
    from: row.effective_from,
    to: row.effective_to,
    services: scopes.map((scope) => ({
      serviceItemId: scope.service_item_id,
      from: scope.valid_from,
      to: scope.valid_to,
    })),
  };
}

/** The agreed version that covers a service item at an instant, in memory; null: out of contract. */
export function versionAt(
  versions: readonly AgreedVersion[],
  serviceItemId: string,
  at: Instant,
): AgreedVersion | null {
  const covers = (version: AgreedVersion) =>
    version.services.some(
      (scope) => scope.serviceItemId === serviceItemId && scope.from <= at && (scope.to === null || at < scope.to),
    );
  return versions.find(covers) ?? null;
}
