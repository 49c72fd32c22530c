import { createTestDatabase, type TestDatabase } from '@daylight/api-testing';
import { catalogueFaults } from './catalogue-gate.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

const faults = () => db.app.withoutScope((client) => catalogueFaults(client));

it('finds nothing to complain about in the schema as migrated', async () => {
  await expect(faults()).resolves.toEqual([]);
});

it.each([
  [
    'a table without row-level security',
    'create table loose (provider_id uuid)',
    'drop table loose',
    /loose does not force/,
  ],
  [
    'a tenant table with a provider-wide policy',
    `create table wide (provider_id uuid not null, tenant_id uuid not null, foreign key (provider_id, tenant_id) references tenant);
     call protect_provider_table('wide')`,
    'drop table wide',
    /wide belongs to a tenant/,
  ],
  ["a view with its owner's rights", 'create view peek as select * from tenant', 'drop view peek', /view peek/],
  [
    "a function with its owner's rights that everybody may call",
    `create function peek() returns bigint language sql security definer set search_path = public as 'select count(*) from tenant'`,
    'drop function peek()',
    /peek\(\) runs with its owner's rights and everybody/,
  ],
  [
    'rights on a table that is exempt',
    'grant select on credential to daylight_app',
    'revoke select on credential from daylight_app',
    /credential is exempt/,
  ],
])('notices %s', async (_, weaken, mend, message) => {
  for (const part of weaken.split(';')) await db.owner(part);
  const found = await faults();
  await db.owner(mend);
  expect(found).toEqual([expect.stringMatching(message)]);
});
