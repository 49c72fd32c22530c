import { recordAudit, statement, type Tx } from '@daylight/api-database';
import { newId, type PersonScope } from '@daylight/api-platform';
import type { ClientRole } from '@daylight/domain';
import { limitProblems, normaliseEmail, normaliseName, personProblems, type PersonInput } from './input.js';
import { sendInvitation } from './invitation.js';
import type { Problem } from './messages.js';

export interface Roles {
  readonly roles: readonly ClientRole[];
  readonly approvalLimitMinor?: number | null;
}

interface MembershipRow {
  readonly roles: readonly string[];
  readonly approval_limit_minor: number | null;
}

const INVITE = statement<{ person_id: string | null }>(
  'identity-person-invite-client',
  'select person_invite_client($1, $2, $3, $4, $5) as person_id',
);
const SET = statement('identity-membership-set', 'select membership_set($1, $2, $3, $4)');
const ONE = statement<MembershipRow>(
  'identity-membership',
  'select roles, approval_limit_minor from tenant_membership where provider_id = $1 and tenant_id = $2 and person_id = $3',
);
/** Staff see it of everybody, a client user of nobody else: another company's person stays unknown to them. */
const DEACTIVATED = statement(
  'identity-person-deactivated',
  `select 1 from person where provider_id = $1 and person_id = $2 and status = 'DEACTIVATED'`,
);
const MAY_GIVE = statement<{ roles: readonly string[] }>('identity-roles-to-give', 'select roles_to_give($1) as roles');

/** The present roles of a person at a client, or null. */
export async function membershipOf(
  tx: Tx<PersonScope>,
  tenantId: string,
  personId: string,
): Promise<MembershipRow | null> {
  const [row] = await tx.query(ONE, [tx.scope.providerId, tenantId, personId]);
  return row ?? null;
}

/**
 * What speaks against giving these roles at the tenant (and taking the present ones): the database's own rule, asked
 * first so that the answer is a sentence and not an error.
 */
export async function roleProblems(
  tx: Tx<PersonScope>,
  tenantId: string,
  wanted: Roles,
  present: readonly string[] = [],
): Promise<readonly Problem[]> {
  if (wanted.roles.length === 0) return [{ path: 'roles', kind: 'roles-missing' }];
  const [row] = await tx.query(MAY_GIVE, [tenantId]);
  const may = row?.roles ?? [];
  const beyond = [...wanted.roles, ...present].some((role) => !may.includes(role));
  const problems: Problem[] = beyond ? [{ path: 'roles', kind: 'roles-not-yours' }] : [];
  const own = tx.scope.side === 'CLIENT' ? tx.scope.approvalLimitMinor : null;
  const limit = wanted.approvalLimitMinor ?? null;
  if (own !== null && wanted.roles.includes('APPROVER') && (limit === null || limit > own)) {
    problems.push({ path: 'approvalLimitMinor', kind: 'limit-above-own' });
  }
  return [...problems, ...limitProblems('approvalLimitMinor', limit)];
}

/** Writes roles (none: ends the membership) and the audit entry. The database refuses what {@link roleProblems} names. */
export async function writeMembership(
  tx: Tx<PersonScope>,
  at: { readonly tenantId: string; readonly personId: string },
  roles: Roles | null,
  before: MembershipRow | null,
): Promise<void> {
  const limit = roles?.approvalLimitMinor ?? null;
  const given = roles === null ? null : [...new Set(roles.roles)].sort();
  await tx.query(SET, [at.tenantId, at.personId, given, limit]);
  await recordAudit(tx, {
    action: given === null ? 'membership.remove' : 'membership.set',
    objectType: 'person',
    objectId: at.personId,
    tenantId: at.tenantId,
    before: before === null ? null : { roles: before.roles, approvalLimitMinor: before.approval_limit_minor },
    after: given === null ? null : { roles: given, approvalLimitMinor: limit },
  });
}

export type InviteToTenantInput = PersonInput & Roles;

/** Finds or makes the person and the membership, and sends the link to who hasn't signed in yet. */
export async function inviteToTenant(
  tx: Tx<PersonScope>,
  tenantId: string,
  input: InviteToTenantInput,
): Promise<{ readonly personId: string } | { readonly problems: readonly Problem[] }> {
  const problems = [...personProblems(input), ...(await roleProblems(tx, tenantId, input))];
  if (problems.length > 0) return { problems };
  const particulars = [normaliseEmail(input.email), normaliseName(input.displayName), input.language, input.timeZone];
  const [made] = await tx.query(INVITE, [newId(), ...particulars]);
  const personId = made?.person_id ?? null;
  if (personId === null) return { problems: [{ path: 'email', kind: 'email-taken' }] };
  if ((await membershipOf(tx, tenantId, personId)) !== null) {
    return { problems: [{ path: 'email', kind: 'already-member' }] };
  }
  if ((await tx.query(DEACTIVATED, [tx.scope.providerId, personId])).length > 0) {
    return { problems: [{ path: 'email', kind: 'person-deactivated' }] };
  }
  await writeMembership(tx, { tenantId, personId }, input, null);
  await sendInvitation(tx, { personId, side: 'CLIENT', tenantId });
  return { personId };
}
