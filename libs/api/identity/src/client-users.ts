import { recordAudit, statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { findClientUser, type ClientUserView } from './client-user-queries.js';
import { isId } from './connection.js';
import {
  inviteToTenant,
  membershipOf,
  roleProblems,
  writeMembership,
  type InviteToTenantInput,
  type Roles,
} from './membership.js';
import { missing, refused, type InputRefused, type NotFound } from './messages.js';

const TENANT = statement('identity-tenant-in-reach', 'select 1 from tenant where provider_id = $1 and tenant_id = $2');

async function reaches(tx: Tx<StaffScope>, tenantId: string): Promise<boolean> {
  return isId(tenantId) && (await tx.query(TENANT, [tx.scope.providerId, tenantId])).length > 0;
}

export type InviteClientUserInput = InviteToTenantInput & { readonly tenantId: string };

export type InviteClientUserResult =
  { readonly __typename: 'ClientUserInvited'; readonly user: ClientUserView } | NotFound | InputRefused;

/** Staff invite somebody to a client. A person known from another client keeps name and password. */
export async function inviteClientUser(
  tx: Tx<StaffScope>,
  input: InviteClientUserInput,
): Promise<InviteClientUserResult> {
  if (!(await reaches(tx, input.tenantId))) return missing('tenant');
  const outcome = await inviteToTenant(tx, input.tenantId, input);
  if ('problems' in outcome) return refused(tx.scope.language, outcome.problems);
  await recordAudit(tx, {
    action: 'person.invite',
    objectType: 'person',
    objectId: outcome.personId,
    tenantId: input.tenantId,
  });
  const user = await findClientUser(tx, outcome.personId);
  return user === null ? missing('person') : { __typename: 'ClientUserInvited', user };
}

export type SetMembershipInput = Roles & { readonly personId: string; readonly tenantId: string };

export type SetMembershipResult =
  { readonly __typename: 'MembershipSet'; readonly user: ClientUserView } | NotFound | InputRefused;

/** Gives a person roles at a client, or other ones. */
export async function setMembership(tx: Tx<StaffScope>, input: SetMembershipInput): Promise<SetMembershipResult> {
  const { personId, tenantId } = input;
  if (!(await reaches(tx, tenantId))) return missing('tenant');
  if ((await findClientUser(tx, personId)) === null) return missing('person');
  const before = await membershipOf(tx, tenantId, personId);
  const problems = await roleProblems(tx, tenantId, input, before?.roles);
  if (problems.length > 0) return refused(tx.scope.language, problems);
  await writeMembership(tx, { tenantId, personId }, input, before);
  return membershipSet(tx, personId);
}

/** Ends a person's membership of a client; in force at the next request. */
export async function removeMembership(
  tx: Tx<StaffScope>,
  { personId, tenantId }: { readonly personId: string; readonly tenantId: string },
): Promise<SetMembershipResult> {
  const user = await findClientUser(tx, personId);
  const before = user !== null && isId(tenantId) ? await membershipOf(tx, tenantId, personId) : null;
  if (user === null || before === null) return missing('membership');
  await writeMembership(tx, { tenantId, personId }, null, before);
  // A restricted member of staff no longer reaches the person: answered from what was read before.
  const memberships = user.memberships.filter(({ tenant }) => tenant.id !== tenantId);
  return { __typename: 'MembershipSet', user: { ...user, memberships } };
}

async function membershipSet(tx: Tx<StaffScope>, personId: string): Promise<SetMembershipResult> {
  const user = await findClientUser(tx, personId);
  return user === null ? missing('person') : { __typename: 'MembershipSet', user };
}
