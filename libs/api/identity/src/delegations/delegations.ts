import {
  appendEvents,
  connectionOf,
  keysOf,
  pageSize,
  recordAudit,
  statement,
  timestamp,
  type Connection,
  type Tx,
} from '@daylight/api-database';
import { newId, type ClientScope } from '@daylight/api-platform';
import { addDays, dayOf, localDateOf, startOfLocalDate, type LocalDate } from '@daylight/domain';
import { isId, type PageArgs } from '../connection.js';
import { limitProblems } from '../input.js';
import { membershipOf } from '../membership.js';
import { missing, refused, type InputRefused, type NotFound, type Problem } from '../messages.js';
import {
  DELEGATION_SELECT,
  delegationView,
  mayRevoke,
  ONE,
  type DelegationRow,
  type DelegationView,
} from './delegation-view.js';

/** Days from the first to the last, both included. */
const LONGEST_DAYS = 367;

const PAGE = statement<DelegationRow>(
  'identity-delegation-page',
  `${DELEGATION_SELECT} and ($3::timestamptz is null or (d.created_at, d.delegation_id) < ($3, $4::uuid))
   order by d.created_at desc, d.delegation_id desc limit $5`,
);
const ZONE = statement<{ zone: string }>(
  'identity-tenant-zone',
  'select zone from tenant where provider_id = $1 and tenant_id = $2',
);
const LEND = statement(
  'identity-delegation-lend',
  `insert into approval_delegation
     (provider_id, delegation_id, tenant_id, delegator_id, delegate_id, starts_at, ends_at, limit_minor, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const REVOKE = statement(
  'identity-delegation-revoke',
  `update approval_delegation set revoked_at = $3, revoked_by = $4
   where provider_id = $1 and delegation_id = $2 and revoked_at is null`,
);

/** Delegations of the viewer's company, latest first. One statement. Throws BAD_INPUT for a foreign cursor or page size. */
export async function listDelegations(tx: Tx<ClientScope>, args: PageArgs): Promise<Connection<DelegationView>> {
  const page = { first: pageSize(args.first ?? 20), after: args.after ?? null };
  const keys = keysOf(page.after, 2);
  const behind = keys === null ? [null, null] : [timestamp(Number(keys[0])), keys[1]];
  const rows = await tx.query(PAGE, [tx.scope.providerId, tx.scope.tenantId, ...behind, page.first + 1]);
  return connectionOf(rows, page, {
    keys: (row) => [row.created_at, row.delegation_id],
    node: (row) => delegationView(tx, row),
  });
}

export interface DelegateApprovalInput {
  readonly personId: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly limitMinor?: number | null;
}

function periodProblems({ from, until }: DelegateApprovalInput, today: LocalDate): readonly Problem[] {
  const [first, last, now] = [dayOf(from), dayOf(until), dayOf(today)];
  if (first === null || last === null || now === null) return [{ path: 'from', kind: 'not-a-date' }];
  if (first < now) return [{ path: 'from', kind: 'in-the-past' }];
  if (last < first) return [{ path: 'until', kind: 'ends-before-start' }];
  return last - first >= LONGEST_DAYS ? [{ path: 'until', kind: 'delegation-too-long' }] : [];
}

function amountProblems(limit: number | null, own: number | null): readonly Problem[] {
  const beyond = own !== null && limit !== null && limit > own;
  return beyond ? [{ path: 'limitMinor', kind: 'limit-above-own' }] : limitProblems('limitMinor', limit);
}

function personProblems(tx: Tx<ClientScope>, personId: string, roles: readonly string[]): readonly Problem[] {
  if (personId === tx.scope.personId) return [{ path: 'personId', kind: 'self-not-possible' }];
  const reads = roles.includes('COORDINATOR') || roles.includes('APPROVER');
  return reads ? [] : [{ path: 'personId', kind: 'delegate-can-not-read' }];
}

type Delegated = { readonly __typename: 'ApprovalDelegated'; readonly delegation: DelegationView };

async function viewOf(tx: Tx<ClientScope>, delegationId: string): Promise<DelegationView | null> {
  const [row] = isId(delegationId) ? await tx.query(ONE, [tx.scope.providerId, tx.scope.tenantId, delegationId]) : [];
  return row === undefined ? null : delegationView(tx, row);
}

/** An approver lends the own authority to a colleague who can read what is to be signed, for whole days of the company. */
export async function delegateApproval(
  tx: Tx<ClientScope>,
  input: DelegateApprovalInput,
): Promise<Delegated | InputRefused | NotFound> {
  const { providerId, tenantId, personId: delegatorId, language, approvalLimitMinor } = tx.scope;
  const { personId: delegateId, from, until } = input;
  const member = isId(delegateId) ? await membershipOf(tx, tenantId, delegateId) : null;
  const [tenant] = await tx.query(ZONE, [providerId, tenantId]);
  if (member === null || tenant === undefined) return missing('person');
  const limit = input.limitMinor ?? null;
  const problems = [
    ...personProblems(tx, delegateId, member.roles),
    ...periodProblems(input, localDateOf(tenant.zone, tx.now)),
    ...amountProblems(limit, approvalLimitMinor),
  ];
  if (problems.length > 0) return refused(language, problems);
  const delegationId = newId();
  // One that begins today begins now.
  const starts = Math.max(tx.now, startOfLocalDate(tenant.zone, from));
  const period = [timestamp(starts), timestamp(startOfLocalDate(tenant.zone, addDays(until, 1)))];
  const whose = [delegationId, tenantId, delegatorId, delegateId];
  await tx.query(LEND, [providerId, ...whose, ...period, limit, timestamp(tx.now)]);
  await recordAudit(tx, {
    action: 'approval.delegate',
    objectType: 'approval-delegation',
    objectId: delegationId,
    tenantId,
    after: { delegateId, from, until, limitMinor: limit },
  });
  const ids = { delegationId, personId: delegateId, delegatorId, from, until };
  await appendEvents(tx, [{ topic: 'approval.lent', tenantId, ids }]);
  const delegation = await viewOf(tx, delegationId);
  return delegation === null ? missing('delegation') : { __typename: 'ApprovalDelegated', delegation };
}

/** Ends a delegation at once. What was approved under it stands. */
export async function revokeDelegation(
  tx: Tx<ClientScope>,
  { delegationId }: { readonly delegationId: string },
): Promise<Delegated | { readonly __typename: 'DelegationOver'; readonly delegation: DelegationView } | NotFound> {
  const { providerId, tenantId, personId } = tx.scope;
  const [row] = isId(delegationId) ? await tx.query(ONE, [providerId, tenantId, delegationId]) : [];
  if (row === undefined) return missing('delegation');
  if (!mayRevoke(tx, row)) return { __typename: 'DelegationOver', delegation: delegationView(tx, row) };
  await tx.query(REVOKE, [providerId, delegationId, timestamp(tx.now), personId]);
  const what = { objectType: 'approval-delegation', objectId: delegationId, tenantId };
  await recordAudit(tx, { action: 'approval.revoke', ...what, before: { delegatorId: row.delegator_id } });
  const delegation = await viewOf(tx, delegationId);
  return delegation === null ? missing('delegation') : { __typename: 'ApprovalDelegated', delegation };
}
