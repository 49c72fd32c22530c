import { createClient, createStaff, createTenant } from '@daylight/api-testing';
import { statementLog } from '@daylight/api-database';
import { listClientUsers } from './client-user-queries.js';
import { listColleagues } from './colleagues.js';
import { listStaff, staffDirectory } from './staff-queries.js';
import { listTeams } from './teams.js';
import { createPeople, type People } from './people.fixture.js';

let db: People['db'];
let providerId: string;
let adminId: string;
let staff: People['staff'];
let client: People['client'];

beforeAll(async () => {
  ({ db, providerId, adminId, staff, client } = await createPeople());
});
afterAll(() => db.close());

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
