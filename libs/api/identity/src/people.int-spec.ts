import {
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { asClient, asStaff, statement, statementLog, type Caller, type Tx } from '@daylight/api-database';
import { newId, newToken, tokenHash, type ClientScope, type StaffScope } from '@daylight/api-platform';
import { findClientUser, listClientUsers } from './client-user-queries.js';
import { inviteClientUser, removeMembership, setMembership } from './client-users.js';
import {
  inviteColleague,
  listColleagues,
  removeColleague,
  resendColleagueInvitation,
  setColleagueRoles,
} from './colleagues.js';
import { SpendLink } from './links.js';
import { entities } from './model/entities.js';
import { changePassword, updateProfile } from './own-account.js';
import { hashPassword } from './passwords.js';
import { resendInvitation, setPersonActive } from './person-status.js';
import { endSession, listSessions, signOutEverywhere } from './sessions.js';
import { inviteStaff, setStaffAccess } from './staff-access.js';
import { findStaffMember, listStaff, staffDirectory } from './staff-queries.js';
import { createTeam, editTeam, listTeams, setTeamMembers } from './teams.js';

let db: TestDatabase;
let providerId: string;
let adminId: string;
let acme: string;
let beta: string;
let foreign: { providerId: string; adminId: string; tenantId: string; clientId: string };

beforeAll(async () => {
  db = await createTestDatabase(entities);
  ({ providerId, adminId } = await createProvider(db, 'North'));
  acme = await createTenant(db, providerId, 'ACME');
  beta = await createTenant(db, providerId, 'BETA');
  const south = await createProvider(db, 'South');
  const tenantId = await createTenant(db, south.providerId, 'ACME');
  foreign = { ...south, tenantId, clientId: await createClient(db, south.providerId, tenantId, ['APPROVER']) };
});
afterAll(() => db.close());

async function staff<T>(personId: string, work: (tx: Tx<StaffScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(db, { providerId, personId }, 'CONSOLE');
  return db.app.asPerson(caller, (tx) => work(asStaff(tx)));
}

async function client<T>(personId: string, work: (tx: Tx<ClientScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(db, { providerId, personId }, 'PORTAL');
  return db.app.asPerson(caller, (tx) => work(asClient(tx)));
}

const person = (email: string, displayName = '김민수') =>
  ({ email, displayName, language: 'ko', timeZone: 'Asia/Seoul' }) as const;
const access = { role: 'AGENT', restricted: false, seesConfidential: false, tenantIds: [] } as const;

async function mailsTo(
  personId: string,
): Promise<readonly { template: string; link: string; tenant_id: string | null }[]> {
  return db.owner(
    `select payload ->> 'template' as template, payload ->> 'link' as link, tenant_id
     from job where queue = 'mail' and payload ->> 'personId' = $1 order by created_at`,
    [personId],
  );
}

async function auditOf(objectId: string): Promise<readonly string[]> {
  const rows = await db.owner<{ action: string }>('select action from audit_entry where object_id = $1 order by at', [
    objectId,
  ]);
  return rows.map(({ action }) => action);
}

describe('staff', () => {
  it('an administrator invites a colleague, who sets a password by the link and is in', async () => {
    const input = { ...person('Min-Su@North.example'), access: { ...access, restricted: true, tenantIds: [beta] } };
    const result = await staff(adminId, (tx) => inviteStaff(tx, input));
    expect(result).toMatchObject({
      __typename: 'StaffInvited',
      member: {
        email: 'min-su@north.example',
        status: 'INVITED',
        restricted: true,
        tenants: [{ id: beta, prefix: 'BETA' }],
      },
    });
    const personId = result.__typename === 'StaffInvited' ? result.member.id : '';
    const [mail] = await mailsTo(personId);
    expect(mail).toMatchObject({ template: 'INVITATION', tenant_id: null });
    const visit = {
      audience: 'CONSOLE',
      address: '192.0.2.1',
      userAgent: null,
      requestId: 'spec',
      token: null,
    } as const;
    const token = mail?.link.split('=')[1] ?? '';
    const spent = await new SpendLink(db.app).run(visit, { token, password: 'long-enough-1' });
    expect(spent).toMatchObject({ __typename: 'PasswordSet', signedIn: true });
    await expect(staff(adminId, (tx) => findStaffMember(tx, personId))).resolves.toMatchObject({ status: 'ACTIVE' });
    await expect(auditOf(personId)).resolves.toEqual(['staff.invite']);
  });

  it('an address in use, a wrong zone and a restricted administrator are named, and nothing is written', async () => {
    const input = { ...person('not an address', ' '), timeZone: 'Asia/Atlantis' };
    const wrong = { ...access, role: 'PROVIDER_ADMIN', restricted: true } as const;
    const refused = await staff(adminId, (tx) => inviteStaff(tx, { ...input, access: wrong }));
    expect(refused).toMatchObject({
      __typename: 'InputRefused',
      problems: [
        { path: 'email', kind: 'not-an-email', message: '이메일 주소 형식이 아닙니다.' },
        { path: 'displayName', kind: 'required' },
        { path: 'timeZone', kind: 'unknown-zone' },
        { path: 'access.restricted', kind: 'admin-restricted' },
      ],
    });
    const [admin] = await db.owner<{ email: string }>('select email from person where person_id = $1', [adminId]);
    const taken = await staff(adminId, (tx) => inviteStaff(tx, { ...person(admin?.email ?? ''), access }));
    expect(taken).toMatchObject({ problems: [{ path: 'email', kind: 'email-taken' }] });
  });

  it('a client of another provider can be assigned to nobody', async () => {
    const restricted = { ...access, restricted: true, tenantIds: [foreign.tenantId] };
    const invited = await staff(adminId, (tx) => inviteStaff(tx, { ...person('x@north.example'), access: restricted }));
    expect(invited).toEqual({ __typename: 'NotFound', what: 'tenant' });
  });

  it('access changes hold at the next request, and a stale version shows what is there now', async () => {
    const personId = await createStaff(db, providerId);
    const caller = await signInAs(db, { providerId, personId }, 'CONSOLE');
    const seen = () =>
      db.app.asPerson(caller, (tx) => tx.query(statement('spec-tenants', 'select tenant_id from tenant')));
    await expect(seen()).resolves.toHaveLength(2);
    const input = { personId, access: { ...access, restricted: true, tenantIds: [acme] }, version: 1 };
    await expect(staff(adminId, (tx) => setStaffAccess(tx, input))).resolves.toMatchObject({
      __typename: 'StaffAccessSet',
      member: { restricted: true, version: 2 },
    });
    await expect(seen()).resolves.toEqual([{ tenant_id: acme }]);
    await expect(staff(adminId, (tx) => setStaffAccess(tx, input))).resolves.toMatchObject({
      __typename: 'StaffChangedMeanwhile',
      current: { version: 2, tenants: [{ id: acme }] },
    });
    await expect(auditOf(personId)).resolves.toEqual(['staff.set-access']);
  });

  it('the last administrator stays one, also when two resign at the same time', async () => {
    const north = await createProvider(db, 'Alone');
    const as = async <T>(personId: string, work: (tx: Tx<StaffScope>) => Promise<T>): Promise<T> => {
      const caller = await signInAs(db, { providerId: north.providerId, personId }, 'CONSOLE');
      return db.app.asPerson(caller, (tx) => work(asStaff(tx)));
    };
    const resign = (personId: string) => as(personId, (tx) => setStaffAccess(tx, { personId, access, version: 1 }));
    await expect(resign(north.adminId)).resolves.toMatchObject({
      problems: [{ path: 'access.role', kind: 'last-admin' }],
    });
    const second = await createStaff(db, north.providerId, { role: 'PROVIDER_ADMIN' });
    const both = await Promise.all([resign(north.adminId), resign(second)]);
    expect(both.map((result) => result.__typename).sort()).toEqual(['InputRefused', 'StaffAccessSet']);
  });

  it('a deactivated person is out at once, and back with the old password only by an administrator', async () => {
    const personId = await createStaff(db, providerId);
    const caller = await signInAs(db, { providerId, personId }, 'CONSOLE');
    await expect(staff(adminId, (tx) => setPersonActive(tx, { personId, active: false }))).resolves.toMatchObject({
      status: 'DEACTIVATED',
    });
    await expect(db.app.asPerson(caller, () => Promise.resolve(1))).rejects.toMatchObject({ code: 'DL401' });
    // Never had a password: invited again rather than active.
    await expect(staff(adminId, (tx) => setPersonActive(tx, { personId, active: true }))).resolves.toMatchObject({
      status: 'INVITED',
    });
    await expect(staff(adminId, (tx) => resendInvitation(tx, { personId }))).resolves.toMatchObject({
      __typename: 'InvitationResent',
    });
    await expect(mailsTo(personId)).resolves.toHaveLength(1);
    await expect(auditOf(personId)).resolves.toEqual(['person.deactivate', 'person.reactivate', 'person.invite-again']);
    await expect(
      staff(adminId, (tx) => setPersonActive(tx, { personId: adminId, active: false })),
    ).resolves.toMatchObject({
      problems: [{ kind: 'self-not-possible' }],
    });
  });

  it('people of another provider are not found, by reading or by writing', async () => {
    const id = foreign.adminId;
    await expect(staff(adminId, (tx) => findStaffMember(tx, id))).resolves.toBeNull();
    await expect(staff(adminId, (tx) => findClientUser(tx, foreign.clientId))).resolves.toBeNull();
    const answers = await Promise.all([
      staff(adminId, (tx) => setStaffAccess(tx, { personId: id, access, version: 1 })),
      staff(adminId, (tx) => setPersonActive(tx, { personId: id, active: false })),
      staff(adminId, (tx) => resendInvitation(tx, { personId: id })),
      staff(adminId, (tx) => setMembership(tx, { personId: foreign.clientId, tenantId: acme, roles: ['REQUESTER'] })),
      staff(adminId, (tx) => removeMembership(tx, { personId: foreign.clientId, tenantId: foreign.tenantId })),
      staff(adminId, (tx) =>
        inviteClientUser(tx, { ...person('a@b.example'), tenantId: foreign.tenantId, roles: ['REQUESTER'] }),
      ),
      staff(adminId, (tx) => setTeamMembers(tx, { teamId: newId(), personIds: [] })),
      staff(adminId, (tx) => setPersonActive(tx, { personId: 'not-an-id', active: false })),
    ]);
    expect(answers.map((answer) => answer.__typename)).toEqual(Array<string>(8).fill('NotFound'));
  });

  it('the picker shows active staff, and for a client only those who may see it', async () => {
    const names = async (tenantId: string | null) => {
      const rows = await staff(adminId, (tx) => staffDirectory(tx, { search: '피커', tenantId }));
      return rows.map(({ displayName }) => displayName);
    };
    await createStaff(db, providerId, { name: '피커 전체' });
    await createStaff(db, providerId, { name: '피커 베타', restrictedTo: [beta] });
    const gone = await createStaff(db, providerId, { name: '피커 퇴사' });
    await db.owner(`update person set status = 'DEACTIVATED' where person_id = $1`, [gone]);
    await expect(names(null)).resolves.toEqual(['피커 베타', '피커 전체']);
    await expect(names(acme)).resolves.toEqual(['피커 전체']);
  });
});

describe('people at clients', () => {
  it('staff invite a client user; known at another client, the person keeps one account', async () => {
    const manager = await createStaff(db, providerId, { role: 'ACCOUNT_MANAGER' });
    const input = {
      ...person('jiwoo@client.example', '이지우'),
      roles: ['APPROVER'],
      approvalLimitMinor: 5_000_000_000,
    } as const;
    const first = await staff(manager, (tx) => inviteClientUser(tx, { ...input, tenantId: acme }));
    const second = await staff(manager, (tx) =>
      inviteClientUser(tx, { ...input, tenantId: beta, roles: ['REQUESTER'] }),
    );
    const again = await staff(manager, (tx) => inviteClientUser(tx, { ...input, tenantId: acme }));
    expect(second).toMatchObject({
      user: {
        displayName: '이지우',
        memberships: [
          { tenant: { id: acme }, roles: ['APPROVER'], approvalLimitMinor: 5_000_000_000 },
          { tenant: { id: beta }, roles: ['REQUESTER'] },
        ],
      },
    });
    expect(again).toMatchObject({ problems: [{ path: 'email', kind: 'already-member' }] });
    const id = first.__typename === 'ClientUserInvited' ? first.user.id : '';
    const mails = await mailsTo(id);
    expect(mails.map((mail) => mail.tenant_id)).toEqual([acme, beta]);
    const live = await db.owner('select 1 from one_time_link where person_id = $1 and used_at is null', [id]);
    expect(live).toHaveLength(1);
  });

  it('restricted staff meet only the people of their clients', async () => {
    const atBeta = await createClient(db, providerId, beta);
    const atAcme = await createClient(db, providerId, acme);
    const personId = await createStaff(db, providerId, { role: 'ACCOUNT_MANAGER', restrictedTo: [beta] });
    const seen = await staff(personId, (tx) => listClientUsers(tx, { first: 100 }));
    const ids = seen.edges.map(({ node }) => node.id);
    expect([ids.includes(atBeta), ids.includes(atAcme)]).toEqual([true, false]);
    await expect(staff(personId, (tx) => findClientUser(tx, atAcme))).resolves.toBeNull();
    await expect(
      staff(personId, (tx) => inviteClientUser(tx, { ...person('q@q.example'), tenantId: acme, roles: ['REQUESTER'] })),
    ).resolves.toEqual({ __typename: 'NotFound', what: 'tenant' });
  });

  it('removing a membership shuts that company at once', async () => {
    const personId = await createClient(db, providerId, acme);
    const caller = await signInAs(db, { providerId, personId }, 'PORTAL');
    await staff(adminId, (tx) => removeMembership(tx, { personId, tenantId: acme }));
    await expect(db.app.asPerson(caller, () => Promise.resolve(1))).rejects.toMatchObject({ code: 'DL403' });
    await expect(auditOf(personId)).resolves.toEqual(['membership.remove']);
  });
});

describe('colleagues', () => {
  it('a coordinator invites colleagues with no more than the own rights', async () => {
    const coordinator = await createClient(db, providerId, acme, ['COORDINATOR']);
    const invite = (roles: readonly ('REQUESTER' | 'COORDINATOR' | 'APPROVER')[], email: string) =>
      client(coordinator, (tx) => inviteColleague(tx, { ...person(email, '박서연'), roles }));
    await expect(invite(['APPROVER'], 'seoyeon@client.example')).resolves.toMatchObject({
      problems: [{ path: 'roles', kind: 'roles-not-yours' }],
    });
    const invited = await invite(['COORDINATOR'], 'seoyeon@client.example');
    expect(invited).toMatchObject({
      __typename: 'ColleagueInvited',
      colleague: { displayName: '박서연', status: 'INVITED', roles: ['COORDINATOR'], self: false },
    });
    const id = invited.__typename === 'ColleagueInvited' ? invited.colleague.id : '';
    await expect(client(coordinator, (tx) => resendColleagueInvitation(tx, { personId: id }))).resolves.toMatchObject({
      __typename: 'ColleagueInvited',
    });
    await expect(mailsTo(id)).resolves.toHaveLength(2);
    await expect(auditOf(id)).resolves.toEqual(['membership.set', 'person.invite', 'person.invite-again']);
  });

  it('an address of the provider’s staff can’t be invited', async () => {
    const coordinator = await createClient(db, providerId, acme, ['COORDINATOR']);
    const [admin] = await db.owner<{ email: string }>('select email from person where person_id = $1', [adminId]);
    await expect(
      client(coordinator, (tx) => inviteColleague(tx, { ...person(admin?.email ?? ''), roles: ['REQUESTER'] })),
    ).resolves.toMatchObject({ problems: [{ path: 'email', kind: 'email-taken' }] });
  });

  it('an approver changes roles up to the own limit, of others only, and of the own company only', async () => {
    const approver = await createClient(db, providerId, acme, ['APPROVER']);
    await db.owner('update tenant_membership set approval_limit_minor = 1000 where person_id = $1', [approver]);
    const other = await createClient(db, providerId, acme);
    const elsewhere = await createClient(db, providerId, beta);
    const set = (personId: string, approvalLimitMinor: number | null) =>
      client(approver, (tx) => setColleagueRoles(tx, { personId, roles: ['APPROVER'], approvalLimitMinor }));
    await expect(set(other, null)).resolves.toMatchObject({ problems: [{ kind: 'limit-above-own' }] });
    await expect(set(other, 1001)).resolves.toMatchObject({ problems: [{ kind: 'limit-above-own' }] });
    await expect(set(other, 0.5)).resolves.toMatchObject({ problems: [{ kind: 'limit-not-whole' }] });
    await expect(set(other, 1000)).resolves.toMatchObject({
      colleague: { roles: ['APPROVER'], approvalLimitMinor: 1000 },
    });
    await expect(set(approver, 1000)).resolves.toMatchObject({ problems: [{ kind: 'self-not-possible' }] });
    await expect(set(elsewhere, 1)).resolves.toEqual({ __typename: 'NotFound', what: 'person' });
    await expect(client(approver, (tx) => removeColleague(tx, { personId: elsewhere }))).resolves.toMatchObject({
      __typename: 'NotFound',
    });
    await expect(client(approver, (tx) => removeColleague(tx, { personId: other }))).resolves.toEqual({
      __typename: 'ColleagueRemoved',
      personId: other,
    });
  });

  it('a requester does not read the company’s addresses', async () => {
    const requester = await createClient(db, providerId, acme);
    const page = await client(requester, (tx) => listColleagues(tx, {}));
    expect(page.edges).toEqual([]);
  });
});

describe('the own account', () => {
  it('name, language and zone change unless somebody changed them first', async () => {
    const personId = await createClient(db, providerId, acme);
    const caller = await signInAs(db, { providerId, personId }, 'PORTAL');
    const update = (displayName: string, version: number) =>
      db.app.asPerson(caller, (tx) =>
        updateProfile(tx, { displayName, language: 'en', timeZone: 'Europe/Berlin', version }, caller.token),
      );
    await expect(update(' 최  유진 ', 1)).resolves.toMatchObject({
      viewer: { displayName: '최 유진', language: 'en', timeZone: 'Europe/Berlin', version: 2 },
    });
    await expect(update('Late', 1)).resolves.toMatchObject({
      __typename: 'ProfileChangedMeanwhile',
      current: { displayName: '최 유진', version: 2 },
    });
    await expect(update('\u0000', 2)).resolves.toMatchObject({ problems: [{ kind: 'unprintable-characters' }] });
    const names = await db.owner('select display_name from directory_entry where person_id = $1', [personId]);
    expect(names).toEqual([{ display_name: '최 유진' }]);
  });

  it('a new password needs the current one and ends the other sessions', async () => {
    const personId = await createClient(db, providerId, acme);
    await db.owner('insert into credential values ($1, $2, $3, now())', [
      providerId,
      personId,
      await hashPassword('current-pass-1'),
    ]);
    const [here, there] = await Promise.all([
      signInAs(db, { providerId, personId }, 'PORTAL'),
      signInAs(db, { providerId, personId }, 'PORTAL'),
    ]);
    const change = (currentPassword: string) =>
      db.app.asPerson(here, (tx) => changePassword(tx, { currentPassword, newPassword: 'next-password-2' }));
    await expect(change('guess')).resolves.toMatchObject({
      problems: [{ path: 'currentPassword', kind: 'password-wrong' }],
    });
    await expect(change('current-pass-1')).resolves.toEqual({ __typename: 'PasswordChanged', ok: true });
    await expect(change('next-password-2')).resolves.toMatchObject({ __typename: 'PasswordChanged' });
    await expect(db.app.asPerson(there, () => Promise.resolve(1))).rejects.toMatchObject({ code: 'DL401' });
    const guesses: string[] = [];
    for (let n = 0; n < 18; n += 1) guesses.push((await change('guess')).__typename);
    expect(guesses.at(16)).toBe('InputRefused');
    expect(guesses.at(17)).toBe('TooManyAttempts');
  });

  it('sessions are listed, ended one by one and all at once; nobody ends another’s', async () => {
    const personId = await createClient(db, providerId, acme);
    const other = await signInAs(db, { providerId, personId: await createClient(db, providerId, acme) }, 'PORTAL');
    const callers: (Caller & { token: string })[] = [];
    for (let n = 0; n < 3; n += 1) callers.push(await signInAs(db, { providerId, personId }, 'PORTAL'));
    const [here, there] = callers;
    if (here === undefined || there === undefined) throw new Error('two sessions were opened');
    const list = await db.app.asPerson(here, listSessions);
    expect(list.filter(({ current }) => current)).toHaveLength(1);
    const thereId = await db.app.asPerson(there, (tx) => Promise.resolve(tx.scope.sessionId));
    const foreignId = await db.app.asPerson(other, (tx) => Promise.resolve(tx.scope.sessionId));
    await expect(db.app.asPerson(here, (tx) => endSession(tx, { sessionId: foreignId }))).resolves.toMatchObject({
      __typename: 'NotFound',
    });
    await expect(db.app.asPerson(here, (tx) => endSession(tx, { sessionId: thereId }))).resolves.toMatchObject({
      __typename: 'SessionEnded',
    });
    await expect(db.app.asPerson(there, () => Promise.resolve(1))).rejects.toMatchObject({ code: 'DL401' });
    await db.app.asPerson(here, signOutEverywhere);
    for (const caller of callers) {
      await expect(db.app.asPerson(caller, () => Promise.resolve(1))).rejects.toMatchObject({ code: 'DL401' });
    }
    await expect(db.app.asPerson(other, () => Promise.resolve(1))).resolves.toBe(1);
  });
});

describe('teams', () => {
  it('are made, named once, filled with staff, renamed and archived', async () => {
    const memberId = await createStaff(db, providerId, { name: '한도윤' });
    const made = await staff(adminId, (tx) => createTeam(tx, { name: '인프라 1팀' }));
    const teamId = made.__typename === 'TeamSaved' ? made.team.id : '';
    await expect(
      staff(adminId, (tx) => createTeam(tx, { name: ' 인프라 1팀'.normalize('NFD') })),
    ).resolves.toMatchObject({
      problems: [{ path: 'name', kind: 'name-taken' }],
    });
    const clientId = await createClient(db, providerId, acme);
    await expect(
      staff(adminId, (tx) => setTeamMembers(tx, { teamId, personIds: [memberId, clientId] })),
    ).resolves.toMatchObject({
      problems: [{ path: 'personIds[1]', kind: 'not-active-staff' }],
    });
    await expect(
      staff(adminId, (tx) => setTeamMembers(tx, { teamId, personIds: [memberId, memberId] })),
    ).resolves.toMatchObject({
      team: { members: [{ id: memberId, displayName: '한도윤', side: 'PROVIDER' }] },
    });
    await staff(adminId, (tx) => editTeam(tx, { teamId, name: '인프라 일팀', archived: true }));
    const listed = (includeArchived: boolean) => staff(adminId, (tx) => listTeams(tx, { includeArchived }));
    await expect(listed(false)).resolves.toEqual([]);
    await expect(listed(true)).resolves.toMatchObject([{ id: teamId, name: '인프라 일팀', archived: true }]);
    await expect(auditOf(teamId)).resolves.toEqual(['team.create', 'team.set-members', 'team.edit']);
  });
});

describe('the database refuses', () => {
  const run = (text: string, values: readonly unknown[]) => (tx: Tx) =>
    tx.query(statement(`spec ${text}`.slice(0, 60), text), values);
  const link = () => [newId(), tokenHash(newToken())];

  it.each([
    [
      'an agent who inserts an administrator',
      `insert into person (provider_id, person_id, email, display_name, side, staff_role, language, zone, status, created_at) values (scope_provider(), gen_random_uuid(), 'root@x.example', 'Root', 'PROVIDER', 'PROVIDER_ADMIN', 'ko', 'UTC', 'ACTIVE', now())`,
      '42501',
    ],
    [
      'an agent who invites an administrator',
      `select person_invite_staff(gen_random_uuid(), 'root@x.example', 'Root', 'ko', 'UTC', 'PROVIDER_ADMIN', false, true, '{}')`,
      'DL403',
    ],
    [
      'an agent who promotes himself',
      `select person_set_access(scope_person(), 'PROVIDER_ADMIN', false, true, '{}')`,
      'DL403',
    ],
    [
      'an agent who makes a client user an approver',
      `select membership_set((select tenant_id from tenant limit 1), scope_person(), '{APPROVER}', null)`,
      'DL403',
    ],
    ['an agent who ends another’s sessions', `select session_close_all(gen_random_uuid())`, 'DL403'],
  ])('%s', async (_name, text, code) => {
    const personId = await createStaff(db, providerId);
    await expect(staff(personId, run(text, []))).rejects.toMatchObject({ code });
  });

  it('a reset link for an administrator, made by an agent or a client', async () => {
    const agent = await createStaff(db, providerId);
    const coordinator = await createClient(db, providerId, acme, ['COORDINATOR']);
    const text = `select one_time_link_create($1, $2, 'PASSWORD_RESET', $3, '1 hour')`;
    await expect(staff(agent, run(text, [...link(), adminId]))).rejects.toMatchObject({ code: 'DL403' });
    await expect(client(coordinator, run(text, [...link(), adminId]))).rejects.toMatchObject({ code: 'DL403' });
  });

  it('a coordinator who makes herself or a friend an approver, or removes one', async () => {
    const coordinator = await createClient(db, providerId, acme, ['COORDINATOR']);
    const friend = await createClient(db, providerId, acme);
    const approver = await createClient(db, providerId, acme, ['APPROVER']);
    const text = 'select membership_set($1, $2, $3, null)';
    for (const [personId, roles] of [
      [coordinator, ['APPROVER']],
      [friend, ['APPROVER']],
      [approver, []],
    ] as const) {
      await expect(client(coordinator, run(text, [acme, personId, roles]))).rejects.toMatchObject({ code: 'DL403' });
    }
    await expect(client(coordinator, run(text, [beta, coordinator, ['REQUESTER']]))).rejects.toMatchObject({
      code: 'DL403',
    });
  });

  it('a client who renames the provider, the own company or a team', async () => {
    const approver = await createClient(db, providerId, acme, ['APPROVER']);
    const rename = (table: string) => client(approver, run(`update ${table} set name = 'Mine' returning 1`, []));
    await expect(rename('provider')).resolves.toEqual([]);
    await expect(rename('tenant')).resolves.toEqual([]);
    await expect(rename('team')).resolves.toEqual([]);
    await expect(
      client(
        approver,
        run(`insert into team (provider_id, team_id, name) values (scope_provider(), gen_random_uuid(), 'Mine')`, []),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('lists', () => {
  const count = async (work: () => Promise<unknown>): Promise<number> => {
    statementLog.names = [];
    await work();
    const { length } = statementLog.names;
    statementLog.names = null;
    return length;
  };

  it('take one statement, whether they show 2 or 20 people', async () => {
    const gamma = await createTenant(db, providerId, 'GAMMA');
    const approver = await createClient(db, providerId, gamma, ['APPROVER']);
    for (let n = 0; n < 20; n += 1) {
      await createClient(db, providerId, gamma);
      await createStaff(db, providerId);
    }
    for (const first of [2, 20]) {
      await expect(count(() => staff(adminId, (tx) => listStaff(tx, { first })))).resolves.toBe(1);
      await expect(count(() => staff(adminId, (tx) => listClientUsers(tx, { first, tenantId: gamma })))).resolves.toBe(
        1,
      );
      await expect(count(() => client(approver, (tx) => listColleagues(tx, { first })))).resolves.toBe(1);
    }
    await expect(count(() => staff(adminId, (tx) => listTeams(tx, {})))).resolves.toBe(1);
    await expect(count(() => staff(adminId, (tx) => staffDirectory(tx, {})))).resolves.toBe(1);
  });

  it('page after page show everybody once, in the order of names', async () => {
    const delta = await createTenant(db, providerId, 'DELTA');
    const approver = await createClient(db, providerId, delta, ['APPROVER']);
    const made = [approver];
    for (let n = 0; n < 6; n += 1) made.push(await createClient(db, providerId, delta));
    await db.owner(`update person set display_name = '동명이인' where person_id = any ($1)`, [made.slice(0, 4)]);
    for (const list of [
      (after: string | null) => staff(adminId, (tx) => listClientUsers(tx, { first: 3, after, tenantId: delta })),
      (after: string | null) => client(approver, (tx) => listColleagues(tx, { first: 3, after })),
    ]) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list(after);
        seen.push(...page.edges.map(({ node }) => node.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect([...seen].sort()).toEqual([...made].sort());
      expect(seen.slice(-4).sort()).toEqual(made.slice(0, 4).sort());
    }
  });

  it('find Korean names by a part, by the initials of their syllables, decomposed as a Mac types them, and addresses', async () => {
    const personId = await createStaff(db, providerId, { name: '남궁하늘' });
    for (const search of ['하늘', '궁하', 'ㄴㄱㅎㄴ', 'ㄱㅎ', '남궁하늘'.normalize('NFD'), personId.toUpperCase()]) {
      const page = await staff(adminId, (tx) => listStaff(tx, { search }));
      expect(page.edges.map(({ node }) => node.id)).toEqual([personId]);
    }
    const wildcard = await staff(adminId, (tx) => listStaff(tx, { search: '%' }));
    expect(wildcard.edges).toEqual([]);
  });

  it('refuse pages beyond 100 and cursors that are not theirs', async () => {
    await expect(staff(adminId, (tx) => listStaff(tx, { first: 101 }))).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(staff(adminId, (tx) => listStaff(tx, { first: 0 }))).rejects.toMatchObject({ code: 'BAD_INPUT' });
    for (const after of ['x', 'W10', Buffer.from('["a","b"]').toString('base64url')]) {
      await expect(staff(adminId, (tx) => listStaff(tx, { after }))).rejects.toMatchObject({ code: 'BAD_INPUT' });
    }
  });
});
