import { createClient, createStaff, signInAs } from '@daylight/api-testing';
import { findClientUser, listClientUsers } from './client-user-queries.js';
import { inviteClientUser, removeMembership } from './client-users.js';
import {
  inviteColleague,
  listColleagues,
  removeColleague,
  resendColleagueInvitation,
  setColleagueRoles,
} from './colleagues.js';
import { person, createPeople, type People } from './people.fixture.js';

let db: People['db'];
let providerId: string;
let adminId: string;
let acme: string;
let beta: string;
let staff: People['staff'];
let client: People['client'];
let mailsTo: People['mailsTo'];
let auditOf: People['auditOf'];

beforeAll(async () => {
  ({ db, providerId, adminId, acme, beta, staff, client, mailsTo, auditOf } = await createPeople());
});
afterAll(() => db.close());

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

  it('staff are told that whom they invite is deactivated, and nothing is written', async () => {
    const personId = await createClient(db, providerId, beta);
    const [row] = await db.owner<{ email: string }>(
      `update person set status = 'DEACTIVATED' where person_id = $1 returning email`,
      [personId],
    );
    const input = { ...person(row?.email ?? ''), tenantId: acme, roles: ['REQUESTER'] } as const;
    await expect(staff(adminId, (tx) => inviteClientUser(tx, input))).resolves.toMatchObject({
      problems: [{ path: 'email', kind: 'person-deactivated' }],
    });
    await expect(auditOf(personId)).resolves.toEqual([]);
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
