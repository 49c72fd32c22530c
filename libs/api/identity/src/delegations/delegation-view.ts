import { statement, type Tx } from '@daylight/api-database';
import type { ClientScope } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';

export interface DelegationRow {
  readonly delegation_id: string;
  readonly delegator_id: string;
  readonly delegator_name: string | null;
  readonly delegate_id: string;
  readonly delegate_name: string | null;
  readonly starts_at: Instant;
  readonly ends_at: Instant;
  readonly limit_minor: number | null;
  readonly created_at: Instant;
  readonly revoked_at: Instant | null;
}

const NAME = (column: string): string =>
  `(select e.display_name from directory_entry e where e.provider_id = d.provider_id and e.person_id = d.${column}
    and e.tenant_id = d.tenant_id)`;

export const DELEGATION_SELECT = `select d.delegation_id, d.delegator_id, ${NAME('delegator_id')} as delegator_name,
    d.delegate_id, ${NAME('delegate_id')} as delegate_name, d.starts_at, d.ends_at, d.limit_minor, d.created_at, d.revoked_at
  from approval_delegation d where d.provider_id = $1 and d.tenant_id = $2`;

export const ONE = statement<DelegationRow>('identity-delegation', `${DELEGATION_SELECT} and d.delegation_id = $3`);

type State = 'UPCOMING' | 'ACTIVE' | 'ENDED' | 'REVOKED';

function stateOf(row: DelegationRow, now: Instant): State {
  if (row.revoked_at !== null) return 'REVOKED';
  if (now >= row.ends_at) return 'ENDED';
  return now < row.starts_at ? 'UPCOMING' : 'ACTIVE';
}

/** Whether it can still be ended: by its delegator, or by anybody who manages the company's people. */
export function mayRevoke({ scope, now }: Tx<ClientScope>, row: DelegationRow): boolean {
  const theirs = row.delegator_id === scope.personId || scope.permissions.has('people:manage');
  return theirs && row.revoked_at === null && now < row.ends_at;
}

export function delegationView(tx: Tx<ClientScope>, row: DelegationRow) {
  const name = (id: string, displayName: string | null) => ({ id, displayName: displayName ?? '—', side: 'CLIENT' });
  return {
    id: row.delegation_id,
    delegator: name(row.delegator_id, row.delegator_name),
    delegate: name(row.delegate_id, row.delegate_name),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    limitMinor: row.limit_minor,
    state: stateOf(row, tx.now),
    revokedAt: row.revoked_at,
    mayRevoke: mayRevoke(tx, row),
  };
}

export type DelegationView = ReturnType<typeof delegationView>;
