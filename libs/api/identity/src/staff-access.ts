import { recordAudit, statement, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import type { StaffRole } from '@daylight/domain';
import { isId } from './connection.js';
import { normaliseEmail, normaliseName, personProblems, type PersonInput } from './input.js';
import { sendInvitation } from './invitation.js';
import { missing, refused, type InputRefused, type NotFound, type Problem } from './messages.js';
import { findStaffMember, type StaffView } from './staff-queries.js';

export interface StaffAccessInput {
  readonly role: StaffRole;
  readonly restricted: boolean;
  readonly seesConfidential: boolean;
  readonly tenantIds: readonly string[];
}

const TENANTS = statement<{ tenant_id: string }>(
  'identity-tenants-in-reach',
  'select tenant_id from tenant where provider_id = $1 and tenant_id = any ($2::uuid[])',
);
const INVITE = statement<{ person_id: string | null }>(
  'identity-person-invite-staff',
  'select person_invite_staff($1, $2, $3, $4, $5, $6, $7, $8, $9) as person_id',
);
const SET_ACCESS = statement('identity-person-set-access', 'select person_set_access($1, $2, $3, $4, $5)');

interface RightsRow {
  readonly person_id: string;
  readonly side: string;
  readonly staff_role: StaffRole | null;
  readonly restricted: boolean;
  readonly sees_confidential: boolean;
  readonly status: string;
  readonly version: number;
}

/** The person and all administrators, locked in one order, so that two administrators can't remove each other. */
const LOCK = statement<RightsRow>(
  'identity-rights-lock',
  `select person_id, side, staff_role, restricted, sees_confidential, status, version from person
   where provider_id = $1 and (person_id = $2 or staff_role = 'PROVIDER_ADMIN')
   order by person_id for update`,
);

export interface LockedRights {
  readonly person: RightsRow | null;
  /** Whether nobody else is an active administrator. */
  readonly lastAdmin: boolean;
}

/** Reads what a person may, and keeps it (and who administers) still until the transaction ends. */
export async function lockRights(tx: Tx<StaffScope>, personId: string): Promise<LockedRights> {
  const rows = isId(personId) ? await tx.query(LOCK, [tx.scope.providerId, personId]) : [];
  const isAdmin = (row: RightsRow): boolean => row.staff_role === 'PROVIDER_ADMIN' && row.status === 'ACTIVE';
  const person = rows.find((row) => row.person_id === personId) ?? null;
  const others = rows.filter((row) => row.person_id !== personId);
  return { person, lastAdmin: person !== null && isAdmin(person) && !others.some(isAdmin) };
}

function accessProblems({ role, restricted }: StaffAccessInput): readonly Problem[] {
  const both = role === 'PROVIDER_ADMIN' && restricted;
  return both ? [{ path: 'access.restricted', kind: 'admin-restricted' }] : [];
}

/** The assigned tenants as they are stored: none for who isn't restricted. Null when one of them is not in reach. */
async function assignable(tx: Tx<StaffScope>, access: StaffAccessInput): Promise<readonly string[] | null> {
  const wanted = [...new Set(access.tenantIds)];
  if (!access.restricted || wanted.length === 0) return [];
  if (!wanted.every(isId)) return null;
  const known = await tx.query(TENANTS, [tx.scope.providerId, wanted]);
  return known.length === wanted.length ? wanted : null;
}

export interface InviteStaffInput extends PersonInput {
  readonly access: StaffAccessInput;
}

export type InviteStaffResult =
  { readonly __typename: 'StaffInvited'; readonly member: StaffView } | NotFound | InputRefused;

/** Makes a member of staff and sends the invitation. The database asks once more for an administrator. */
export async function inviteStaff(tx: Tx<StaffScope>, input: InviteStaffInput): Promise<InviteStaffResult> {
  const { access } = input;
  const problems = [...personProblems(input), ...accessProblems(access)];
  if (problems.length > 0) return refused(tx.scope.language, problems);
  const tenantIds = await assignable(tx, access);
  if (tenantIds === null) return missing('tenant');
  const person = [
    newId(),
    normaliseEmail(input.email),
    normaliseName(input.displayName),
    input.language,
    input.timeZone,
  ];
  const rights = [access.role, access.restricted, access.seesConfidential, tenantIds];
  const [made] = await tx.query(INVITE, [...person, ...rights]);
  const personId = made?.person_id ?? null;
  if (personId === null) return refused(tx.scope.language, [{ path: 'email', kind: 'email-taken' }]);
  await sendInvitation(tx, { personId, side: 'PROVIDER', tenantId: null });
  await recordAudit(tx, {
    action: 'staff.invite',
    objectType: 'person',
    objectId: personId,
    tenantId: null,
    after: { ...access, tenantIds },
  });
  const member = await findStaffMember(tx, personId);
  return member === null ? missing('person') : { __typename: 'StaffInvited', member };
}

export interface SetStaffAccessInput {
  readonly personId: string;
  readonly access: StaffAccessInput;
  readonly version: number;
}

export type SetStaffAccessResult =
  | { readonly __typename: 'StaffAccessSet'; readonly member: StaffView }
  | { readonly __typename: 'StaffChangedMeanwhile'; readonly current: StaffView }
  | NotFound
  | InputRefused;

/** Changes role, restriction and assigned clients; in force at the member's next request. */
export async function setStaffAccess(tx: Tx<StaffScope>, input: SetStaffAccessInput): Promise<SetStaffAccessResult> {
  const { access, personId } = input;
  const { person, lastAdmin } = await lockRights(tx, personId);
  const current = await findStaffMember(tx, personId);
  if (person === null || current === null) return missing('person');
  if (person.version !== input.version) return { __typename: 'StaffChangedMeanwhile', current };
  const problems: Problem[] = [...accessProblems(access)];
  if (lastAdmin && access.role !== 'PROVIDER_ADMIN') problems.push({ path: 'access.role', kind: 'last-admin' });
  if (problems.length > 0) return refused(tx.scope.language, problems);
  const tenantIds = await assignable(tx, access);
  if (tenantIds === null) return missing('tenant');
  await tx.query(SET_ACCESS, [personId, access.role, access.restricted, access.seesConfidential, tenantIds]);
  await recordAudit(tx, {
    action: 'staff.set-access',
    objectType: 'person',
    objectId: personId,
    tenantId: null,
    before: {
      role: current.role,
      restricted: current.restricted,
      seesConfidential: current.seesConfidential,
      tenantIds: current.tenants.map(({ id }) => id),
    },
    after: { ...access, tenantIds },
  });
  const member = await findStaffMember(tx, personId);
  return member === null ? missing('person') : { __typename: 'StaffAccessSet', member };
}
