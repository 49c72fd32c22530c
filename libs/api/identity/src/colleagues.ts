import { connectionOf, recordAudit, statement, type Connection, type Tx } from '@daylight/api-database';
import type { ClientScope } from '@daylight/api-platform';
import { isId, namePage, searchText, type PageArgs } from './connection.js';
import { sendInvitation } from './invitation.js';
import {
  inviteToTenant,
  membershipOf,
  roleProblems,
  writeMembership,
  type InviteToTenantInput,
  type Roles,
} from './membership.js';
import { missing, refused, type InputRefused, type NotFound } from './messages.js';

interface ColleagueRow {
  readonly person_id: string;
  readonly display_name: string;
  readonly email: string;
  readonly status: string;
  readonly roles: readonly string[];
  readonly approval_limit_minor: number | null;
}

const LIST = statement<ColleagueRow>('identity-colleague-list', 'select * from colleague_list($1, $2, $3, $4, $5)');

interface ColleagueView {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly status: string;
  readonly roles: readonly string[];
  readonly approvalLimitMinor: number | null;
  readonly self: boolean;
}

function viewFor(viewerId: string): (row: ColleagueRow) => ColleagueView {
  return (row) => ({
    id: row.person_id,
    displayName: row.display_name,
    email: row.email,
    status: row.status,
    roles: row.roles,
    approvalLimitMinor: row.approval_limit_minor,
    self: row.person_id === viewerId,
  });
}

/** People of the viewer's company by name. One statement. */
export async function listColleagues(
  tx: Tx<ClientScope>,
  args: PageArgs & { readonly search?: string | null },
): Promise<Connection<ColleagueView>> {
  const page = namePage(args);
  const rows = await tx.query(LIST, [searchText(args.search), ...page.behind, null, page.first + 1]);
  return connectionOf(rows, page, {
    keys: (row) => [row.display_name, row.person_id],
    node: viewFor(tx.scope.personId),
  });
}

async function findColleague(tx: Tx<ClientScope>, personId: string): Promise<ColleagueView | null> {
  const [row] = isId(personId) ? await tx.query(LIST, [null, null, null, personId, 1]) : [];
  return row === undefined ? null : viewFor(tx.scope.personId)(row);
}

export type InviteColleagueResult =
  { readonly __typename: 'ColleagueInvited'; readonly colleague: ColleagueView } | InputRefused;

/** A COORDINATOR or APPROVER invites a colleague, with no more than the own rights (decision 28, A10). */
export async function inviteColleague(tx: Tx<ClientScope>, input: InviteToTenantInput): Promise<InviteColleagueResult> {
  const { tenantId, language } = tx.scope;
  const outcome = await inviteToTenant(tx, tenantId, input);
  if ('problems' in outcome) return refused(language, outcome.problems);
  await recordAudit(tx, { action: 'person.invite', objectType: 'person', objectId: outcome.personId, tenantId });
  const colleague = await findColleague(tx, outcome.personId);
  if (colleague === null) return refused(language, [{ path: 'email', kind: 'email-taken' }]);
  return { __typename: 'ColleagueInvited', colleague };
}

/** A new invitation for a colleague who has not followed the first one. */
export async function resendColleagueInvitation(
  tx: Tx<ClientScope>,
  { personId }: { readonly personId: string },
): Promise<InviteColleagueResult | NotFound> {
  const { tenantId, language } = tx.scope;
  const colleague = await findColleague(tx, personId);
  if (colleague === null) return missing('person');
  const sent = colleague.status === 'INVITED' && (await sendInvitation(tx, { personId, side: 'CLIENT', tenantId }));
  if (!sent) return refused(language, [{ path: 'personId', kind: 'not-invited' }]);
  await recordAudit(tx, { action: 'person.invite-again', objectType: 'person', objectId: personId, tenantId });
  return { __typename: 'ColleagueInvited', colleague };
}

export type SetColleagueRolesResult =
  { readonly __typename: 'ColleagueRolesSet'; readonly colleague: ColleagueView } | NotFound | InputRefused;

/** Changes a colleague's roles; nobody changes the own ones. */
export async function setColleagueRoles(
  tx: Tx<ClientScope>,
  input: Roles & { readonly personId: string },
): Promise<SetColleagueRolesResult> {
  const { tenantId, language } = tx.scope;
  const { personId } = input;
  const before = isId(personId) ? await membershipOf(tx, tenantId, personId) : null;
  if (before === null) return missing('person');
  if (personId === tx.scope.personId) return refused(language, [{ path: 'personId', kind: 'self-not-possible' }]);
  const problems = await roleProblems(tx, tenantId, input, before.roles);
  if (problems.length > 0) return refused(language, problems);
  await writeMembership(tx, { tenantId, personId }, input, before);
  const colleague = await findColleague(tx, personId);
  return colleague === null ? missing('person') : { __typename: 'ColleagueRolesSet', colleague };
}

export type RemoveColleagueResult =
  { readonly __typename: 'ColleagueRemoved'; readonly personId: string } | NotFound | InputRefused;

/** Ends a colleague's membership of this company, at once. */
export async function removeColleague(
  tx: Tx<ClientScope>,
  { personId }: { readonly personId: string },
): Promise<RemoveColleagueResult> {
  const { tenantId, language } = tx.scope;
  const before = isId(personId) ? await membershipOf(tx, tenantId, personId) : null;
  if (before === null) return missing('person');
  if (personId === tx.scope.personId) return refused(language, [{ path: 'personId', kind: 'self-not-possible' }]);
  await writeMembership(tx, { tenantId, personId }, null, before);
  return { __typename: 'ColleagueRemoved', personId };
}
