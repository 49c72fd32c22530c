import { createClient, createStaff } from '@daylight/api-testing';
import { createTeam, editTeam, listTeams, setTeamMembers } from './teams.js';
import { createPeople, type People } from './people.fixture.js';

let db: People['db'];
let providerId: string;
let adminId: string;
let acme: string;
let staff: People['staff'];
let auditOf: People['auditOf'];

beforeAll(async () => {
  ({ db, providerId, adminId, acme, staff, auditOf } = await createPeople());
});
afterAll(() => db.close());

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
