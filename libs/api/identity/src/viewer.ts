import { statement, type Tx, type UnitOfWork } from '@daylight/api-database';
import { DaylightError, tokenHash, type PersonScope } from '@daylight/api-platform';
import { LENDABLE, lentApprovals } from './delegations/authority.js';

interface TenantChoice {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

interface ViewerRow {
  readonly display_name: string;
  readonly language: string;
  readonly zone: string;
  readonly version: number;
  readonly provider_name: string;
  readonly tenants: readonly TenantChoice[];
}

const VIEWER = statement<ViewerRow>(
  'identity-viewer',
  `select p.display_name, p.language, p.zone, p.version, v.name as provider_name,
     (select coalesce(json_agg(json_build_object('id', t.tenant_id, 'name', t.name, 'roles', t.roles) order by t.name, t.tenant_id), '[]')
      from session_tenants($3, 'PORTAL') t) as tenants
   from person p join provider v on v.provider_id = p.provider_id
   where p.provider_id = $1 and p.person_id = $2`,
);

/** Who is signed in, as the schema's Viewer of the audience. One statement; for clients another, sent with it. */
export async function readViewer(tx: Tx<PersonScope>, token: string) {
  const { scope } = tx;
  const [[row], lent] = await Promise.all([
    tx.query(VIEWER, [scope.providerId, scope.personId, tokenHash(token)]),
    lentApprovals(tx),
  ]);
  if (row === undefined) throw new DaylightError('UNAUTHENTICATED', 'sign in first');
  const common = {
    __typename: 'Viewer',
    id: scope.personId,
    displayName: row.display_name,
    email: scope.email,
    language: row.language,
    timeZone: row.zone,
    version: row.version,
    provider: { id: scope.providerId, name: row.provider_name },
    permissions: [...new Set([...scope.permissions, ...(lent.length > 0 ? LENDABLE : [])])].sort(),
    sessionId: scope.sessionId,
  } as const;
  if (scope.side === 'PROVIDER') {
    const { restricted, seesConfidential, roles } = scope;
    return { ...common, role: roles[0] ?? '', restricted, seesConfidential };
  }
  const { approvalLimitMinor, roles } = scope;
  const tenant = row.tenants.find(({ id }) => id === scope.tenantId);
  if (tenant === undefined) throw new DaylightError('FORBIDDEN', 'not a member of that company');
  const lentViews = lent.map(({ delegatorId, delegatorName, delegationId, endsAt, limitMinor }) => ({
    ...{ delegationId, endsAt, limitMinor },
    onBehalfOf: { id: delegatorId, displayName: delegatorName, side: 'CLIENT' },
  }));
  return { ...common, roles, tenant, tenants: row.tenants, approvalLimitMinor, lentApprovals: lentViews };
}

export type ViewerView = Awaited<ReturnType<typeof readViewer>>;

const CHOICES = {
  name: 'identity-tenant-choices',
  text: `select tenant_id as id, name, roles from session_tenants($1, 'PORTAL')`,
};

/** The companies a portal session may choose from, by name; before a scope, so that a closed choice can be left. */
export function tenantChoices(uow: UnitOfWork, token: string): Promise<readonly TenantChoice[]> {
  return uow.withoutScope(async (client) => {
    const { rows } = await client.query<TenantChoice>({ ...CHOICES, values: [tokenHash(token)] });
    return rows;
  });
}
