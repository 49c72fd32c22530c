import { createClient, createStaff } from '@daylight/api-testing';
import { statement, type Tx } from '@daylight/api-database';
import { newId, newToken, tokenHash } from '@daylight/api-platform';
import { createPeople, type People } from './people.fixture.js';

let db: People['db'];
let providerId: string;
let adminId: string;
let acme: string;
let beta: string;
let staff: People['staff'];
let client: People['client'];

beforeAll(async () => {
  ({ db, providerId, adminId, acme, beta, staff, client } = await createPeople());
});
afterAll(() => db.close());

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
