import {
  createClient,
  createProvider,
  createStaff,
  createTenant as givenTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';

import { asStaff, statement, statementLog, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { entities } from './model/entities.js';
import { findTenant, listTenants } from './tenant-queries.js';
import { changeTenantStage, createTenant, editTenant } from './tenants.js';

let db: TestDatabase;
let north: { providerId: string; adminId: string };
let south: { providerId: string; adminId: string };

beforeAll(async () => {
  db = await createTestDatabase(entities);
  north = await createProvider(db, 'North');
  south = await createProvider(db, 'South');
});
afterAll(() => db.close());

async function staff<T>(
  work: (tx: Tx<StaffScope>) => Promise<T>,
  personId = north.adminId,
  providerId = north.providerId,
): Promise<T> {
  const caller = await signInAs(db, { providerId, personId }, 'CONSOLE');
  return db.app.asPerson(caller, (tx) => work(asStaff(tx)));
}

const acme = {
  name: ' 에이스전자 ',
  prefix: 'ACE',
  stage: 'PROSPECT',
  timeZone: 'Asia/Seoul',
  language: 'ko',
} as const;

it('a client is created, edited and led through its stages, each step audited', async () => {
  const made = await staff((tx) => createTenant(tx, acme));
  expect(made).toMatchObject({
    __typename: 'TenantCreated',
    tenant: {
      name: '에이스전자',
      prefix: 'ACE',
      stage: 'PROSPECT',
      nextStages: ['PILOT', 'ACTIVE', 'CLOSED'],
      version: 1,
      memberCount: 0,
    },
  });
  const tenantId = made.__typename === 'TenantCreated' ? made.tenant.id : '';
  await createClient(db, north.providerId, tenantId);
  const edit = { tenantId, name: '에이스전자㈜', timeZone: 'Asia/Seoul', language: 'en', version: 1 } as const;
  await expect(staff((tx) => editTenant(tx, edit))).resolves.toMatchObject({
    __typename: 'TenantEdited',
    tenant: { name: '에이스전자㈜', language: 'en', version: 2, memberCount: 1 },
  });
  await expect(staff((tx) => changeTenantStage(tx, { tenantId, stage: 'LEAVING', version: 2 }))).resolves.toMatchObject(
    {
      problems: [{ path: 'stage', kind: 'stage-not-next', message: '현재 단계에서 바로 갈 수 없는 단계입니다.' }],
    },
  );
  await expect(staff((tx) => changeTenantStage(tx, { tenantId, stage: 'PILOT', version: 2 }))).resolves.toMatchObject({
    tenant: { stage: 'PILOT', version: 3 },
  });
  const audit = await db.owner<{ action: string }>('select action from audit_entry where object_id = $1 order by at', [
    tenantId,
  ]);
  expect(audit.map(({ action }) => action)).toEqual(['tenant.create', 'tenant.edit', 'tenant.change-stage']);
});

it('a prefix is one of its kind at a provider, and free at another', async () => {
  const input = { ...acme, prefix: 'TWIN' };
  const [first, second] = await Promise.all([
    staff((tx) => createTenant(tx, input)),
    staff((tx) => createTenant(tx, input)),
  ]);
  const kinds = [first, second].map((result) => result.__typename).sort();
  expect(kinds).toEqual(['InputRefused', 'TenantCreated']);
  await expect(staff((tx) => createTenant(tx, input))).resolves.toMatchObject({
    problems: [{ path: 'prefix', kind: 'prefix-taken' }],
  });
  await expect(staff((tx) => createTenant(tx, input), south.adminId, south.providerId)).resolves.toMatchObject({
    __typename: 'TenantCreated',
  });
});

it('what can’t be taken is named', async () => {
  const input = { name: '', prefix: 'ace-1', stage: 'CLOSED', timeZone: 'Mars/Base', language: 'ko' } as const;
  await expect(staff((tx) => createTenant(tx, input))).resolves.toMatchObject({
    problems: [
      { path: 'name', kind: 'required' },
      { path: 'timeZone', kind: 'unknown-zone' },
      { path: 'prefix', kind: 'prefix-form' },
      { path: 'stage', kind: 'not-a-first-stage' },
    ],
  });
});

it('of two who edit at once one learns what the other wrote', async () => {
  const tenantId = await givenTenant(db, north.providerId, 'RACE');
  const edit = (name: string) =>
    staff((tx) => editTenant(tx, { tenantId, name, timeZone: 'Asia/Seoul', language: 'ko', version: 1 }));
  const results = await Promise.all([edit('하나'), edit('둘')]);
  const won = results.find((result) => result.__typename === 'TenantEdited');
  const lost = results.find((result) => result.__typename === 'TenantChangedMeanwhile');
  expect(won?.__typename === 'TenantEdited' ? won.tenant.name : '').not.toBe('');
  expect(lost?.__typename === 'TenantChangedMeanwhile' ? lost.current : null).toEqual(
    won?.__typename === 'TenantEdited' ? won.tenant : undefined,
  );
});

it('another provider’s client, and one not assigned, are not found', async () => {
  const theirs = await givenTenant(db, south.providerId, 'THEIRS');
  const unassigned = await givenTenant(db, north.providerId, 'OURS');
  const personId = await createStaff(db, north.providerId, { role: 'ACCOUNT_MANAGER', restrictedTo: [] });
  const edit = { name: 'Mine', timeZone: 'UTC', language: 'en', version: 1 } as const;
  for (const [who, tenantId] of [
    [north.adminId, theirs],
    [personId, unassigned],
    [north.adminId, 'nonsense'],
  ] as const) {
    await expect(staff((tx) => findTenant(tx, tenantId), who)).resolves.toBeNull();
    await expect(staff((tx) => editTenant(tx, { ...edit, tenantId }), who)).resolves.toEqual({
      __typename: 'NotFound',
      what: 'tenant',
    });
    await expect(
      staff((tx) => changeTenantStage(tx, { tenantId, stage: 'LEAVING', version: 1 }), who),
    ).resolves.toMatchObject({
      __typename: 'NotFound',
    });
  }
});

it('the people of a closed client can’t act for it any more', async () => {
  const tenantId = await givenTenant(db, north.providerId, 'LEFT');
  const personId = await createClient(db, north.providerId, tenantId);
  const caller = await signInAs(db, { providerId: north.providerId, personId }, 'PORTAL');
  await staff((tx) => changeTenantStage(tx, { tenantId, stage: 'LEAVING', version: 1 }));
  await expect(db.app.asPerson(caller, () => Promise.resolve(1))).resolves.toBe(1);
  await staff((tx) => changeTenantStage(tx, { tenantId, stage: 'CLOSED', version: 2 }));
  await expect(db.app.asPerson(caller, () => Promise.resolve(1))).rejects.toMatchObject({ code: 'DL403' });
});

it('the list takes one statement, finds Korean names, pages, and shows closed clients only when asked', async () => {
  const { providerId, adminId } = await createProvider(db, 'East');
  const ids: string[] = [];
  for (let n = 0; n < 20; n += 1) ids.push(await givenTenant(db, providerId, `T${n}`));
  await db.owner(`update tenant set name = '한빛은행' where tenant_id = $1`, [ids[3]]);
  await db.owner(`update tenant set stage = 'CLOSED' where tenant_id = $1`, [ids[4]]);
  const list = (args: Parameters<typeof listTenants>[1]) => staff((tx) => listTenants(tx, args), adminId, providerId);
  for (const first of [2, 20]) {
    statementLog.names = [];
    const page = await list({ first });
    expect(statementLog.names).toEqual(['tenants-list']);
    statementLog.names = null;
    expect(page.edges).toHaveLength(Math.min(first, 19));
  }
  for (const search of ['한빛', '빛은', '한빛은행'.normalize('NFD'), 't3']) {
    const found = await list({ search });
    expect(found.edges.map(({ node }) => node.id)).toEqual([ids[3]]);
  }
  const closed = await list({ stages: ['CLOSED'] });
  expect(closed.edges.map(({ node }) => node.id)).toEqual([ids[4]]);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({ first: 7, after });
    seen.push(...page.edges.map(({ node }) => node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect([...seen].sort()).toEqual(ids.filter((id) => id !== ids[4]).sort());
});

it('no client makes or changes a company by a plain statement', async () => {
  const tenantId = await givenTenant(db, north.providerId, 'PLAIN');
  const personId = await createClient(db, north.providerId, tenantId, ['APPROVER']);
  const caller = await signInAs(db, { providerId: north.providerId, personId }, 'PORTAL');
  const run = (name: string, text: string) => db.app.asPerson(caller, (tx) => tx.query(statement(name, text)));
  await expect(run('spec-stage', `update tenant set stage = 'LEAVING' returning 1`)).resolves.toEqual([]);
  const insert = `insert into tenant (provider_id, tenant_id, name, prefix, stage, zone, language, created_at)
    values (scope_provider(), scope_tenant(), 'x', 'XX', 'ACTIVE', 'UTC', 'ko', now())`;
  await expect(run('spec-insert', insert)).rejects.toMatchObject({ code: '42501' });
});
