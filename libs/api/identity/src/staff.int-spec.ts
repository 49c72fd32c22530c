import { createProvider, createStaff, signInAs } from '@daylight/api-testing';
import { asStaff, statement, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import { findClientUser } from './client-user-queries.js';
import { inviteClientUser, removeMembership, setMembership } from './client-users.js';
import { SpendLink } from './links.js';
import { resendInvitation, setPersonActive } from './person-status.js';
import { inviteStaff, setStaffAccess } from './staff-access.js';
import { findStaffMember, staffDirectory } from './staff-queries.js';
import { setTeamMembers } from './teams.js';
import { access, person, createPeople, type People } from './people.fixture.js';

let db: People['db'];
let providerId: string;
let adminId: string;
let acme: string;
let beta: string;
let foreign: People['foreign'];
let staff: People['staff'];
let mailsTo: People['mailsTo'];
let auditOf: People['auditOf'];

beforeAll(async () => {
  ({ db, providerId, adminId, acme, beta, foreign, staff, mailsTo, auditOf } = await createPeople());
});
afterAll(() => db.close());

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
      language: null,
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
