import { asClient, asStaff, recordAudit, statementLog } from '@daylight/api-database';
import {
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { sealPending } from './chain/sealer.js';
import { auditFacets } from './queries/audit-facets.js';
import { auditHead } from './queries/audit-head.js';
import { auditPage, type AuditFilter } from './queries/audit-page.js';
import { auditVerification } from './queries/audit-verification.js';

let db: TestDatabase;
let providerId: string;
let adminId: string;
let acme: string;
let beta: string;
const MARCH = Date.UTC(2026, 2, 1);

beforeAll(async () => {
  db = await createTestDatabase();
  ({ providerId, adminId } = await createProvider(db, 'North'));
  acme = await createTenant(db, providerId, 'ACME');
  beta = await createTenant(db, providerId, 'BETA');
  for (let n = 0; n < 24; n += 1) {
    const tenantId = n % 2 === 0 ? acme : beta;
    db.setNow(MARCH + n * 60_000);
    await db.worker.asSystem({ providerId, tenantId }, (tx) =>
      recordAudit(tx, {
        action: n < 4 ? 'quote.send' : 'contract.agree',
        objectType: 'contract',
        objectId: null,
        tenantId,
        after: { n },
      }),
    );
  }
  do await sealPending(db.worker);
  while ((await db.owner('select 1 from audit_pending')).length > 0);
});
afterAll(() => db.close());

async function asConsole<T>(personId: string, work: (tx: ReturnType<typeof asStaff>) => Promise<T>): Promise<T> {
  const caller = await signInAs(db, { providerId, personId }, 'CONSOLE');
  return db.app.asPerson({ ...caller, readOnly: true }, (tx) => work(asStaff(tx)));
}

const read = (personId: string, filter: AuditFilter, page: { first: number; after?: string | null } = { first: 100 }) =>
  asConsole(personId, (tx) => auditPage(tx, filter, page));

it('the trail is read newest first, page by page, without gap or repetition', async () => {
  const seen: unknown[] = [];
  let after: string | null = null;
  do {
    const page = await read(adminId, {}, { first: 7, after });
    seen.push(...page.edges.map(({ node }) => node.after));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(Array.from({ length: 24 }, (_, n) => ({ n: 23 - n })));
});

it.each<[string, () => AuditFilter, number]>([
  ['an action', () => ({ actions: ['quote.send'] }), 4],
  ['a client', () => ({ tenantId: beta }), 12],
  ['a time, its end exclusive', () => ({ from: MARCH + 60_000, to: MARCH + 180_000 }), 2],
  ['a side', () => ({ actorSide: 'CLIENT' }), 0],
  ['a kind of thing', () => ({ objectType: 'contract' }), 24],
])('it narrows down by %s', async (_by, filter, count) => {
  expect((await read(adminId, filter())).edges).toHaveLength(count);
});

it('what it can be narrowed by is counted', async () => {
  const facets = await asConsole(adminId, auditFacets);
  expect(facets.actions).toEqual([
    { value: 'contract.agree', label: 'contract.agree', count: 20 },
    { value: 'quote.send', label: 'quote.send', count: 4 },
  ]);
  expect(facets.tenants.map(({ label, count }) => [label, count])).toEqual([
    ['Tenant ACME', 12],
    ['Tenant BETA', 12],
  ]);
});

it('staff limited to one client read that client’s part', async () => {
  const personId = await createStaff(db, providerId, { restrictedTo: [acme] });
  const tenants = (await read(personId, {})).edges.map(({ node }) => node.tenantId);
  expect([tenants.length, new Set(tenants)]).toEqual([12, new Set([acme])]);
});

it('a client’s approver reads what concerns the company: no values, no addresses, no other company', async () => {
  const personId = await createClient(db, providerId, acme, ['APPROVER']);
  const caller = await signInAs(db, { providerId, personId }, 'PORTAL');
  const page = await db.app.asPerson(caller, (tx) => auditPage(asClient(tx), {}, { first: 100 }));
  expect(page.edges.map(({ node }) => [node.tenantId, node.after, node.address])).toEqual(
    Array.from({ length: 12 }, () => [acme, null, null]),
  );
});

it('a requester sees none of it, even past the permission check', async () => {
  const personId = await createClient(db, providerId, acme);
  const caller = await signInAs(db, { providerId, personId }, 'PORTAL');
  const page = await db.app.asPerson(caller, (tx) => auditPage(asClient(tx), {}, { first: 100 }));
  expect(page.edges).toEqual([]);
});

it('both sides see the same end of the chain, and verification confirms it', async () => {
  const personId = await createClient(db, providerId, acme, ['AUDITOR']);
  const caller = await signInAs(db, { providerId, personId }, 'PORTAL');
  const head = await db.app.asPerson(caller, auditHead);
  const verdict = await asConsole(adminId, (tx) => auditVerification(tx, `${head?.seq}:${head?.hash}`));
  expect(verdict).toEqual({ __typename: 'AuditIntact', entries: 24, head, unsealed: 0 });
});

it('who sees only some clients can’t verify: what they can’t see would look deleted', async () => {
  const personId = await createStaff(db, providerId, { role: 'PROVIDER_ADMIN', restrictedTo: [acme] });
  await expect(asConsole(personId, (tx) => auditVerification(tx, null))).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('a page takes as many statements for 20 entries as for 2', async () => {
  const count = async (first: number): Promise<readonly string[]> => {
    statementLog.names = [];
    await read(adminId, {}, { first });
    const { names } = statementLog;
    statementLog.names = null;
    return names ?? [];
  };
  await expect(count(2)).resolves.toEqual(['audit-page']);
  await expect(count(20)).resolves.toEqual(['audit-page']);
});
