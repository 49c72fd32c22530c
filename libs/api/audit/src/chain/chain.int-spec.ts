import { recordAudit, type AuditRecord } from '@daylight/api-database';
import {
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import pg from 'pg';
import { CONTENT_COLUMNS, GENESIS, linkHash, type EntryContent } from './link.js';
import { sealPending } from './sealer.js';
import {
  parseHead,
  SEALS_AFTER,
  UNSEALED,
  verifyChain,
  type ChainHead,
  type SealRow,
  type UnsealedRow,
} from './verify.js';

let db: TestDatabase;
let providerId: string;
let tenantId: string;

beforeEach(async () => {
  db = await createTestDatabase();
  ({ providerId } = await createProvider(db, 'North'));
  tenantId = await createTenant(db, providerId, 'ACME');
});
afterEach(() => db.close());

function act(n: number, more: Partial<AuditRecord> = {}): Promise<void> {
  const record = {
    action: 'contract.agree',
    objectType: 'contract',
    objectId: null,
    tenantId,
    after: { n, note: '가나다' },
    ...more,
  };
  return db.worker.asSystem({ providerId, tenantId }, (tx) => recordAudit(tx, record));
}

/** Another database of the same server may hold the horizon back for a moment. */
async function sealEverything(): Promise<void> {
  do await sealPending(db.worker);
  while ((await db.owner('select 1 from audit_pending')).length > 0);
}

async function sealed(count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) await act(n);
  await sealEverything();
}

function verify(noted: ChainHead | null = null) {
  return verifyChain(
    {
      sealsAfter: (seq) => db.owner<SealRow>(SEALS_AFTER, [providerId, seq]),
      unsealed: async () => {
        const [row] = await db.owner<UnsealedRow>(UNSEALED, [providerId]);
        if (row === undefined) throw new Error('no answer');
        return row;
      },
    },
    noted,
  );
}

async function entryAt(seq: number): Promise<string> {
  const [row] = await db.owner<{ entry_id: string }>(
    'select entry_id from audit_seal where provider_id = $1 and seq = $2',
    [providerId, seq],
  );
  if (row === undefined) throw new Error(`nothing sealed at ${seq}`);
  return row.entry_id;
}

it('an untouched trail is intact, however often it is sealed in between', async () => {
  await sealed(3);
  await sealed(2);
  const verdict = await verify();
  expect(verdict).toMatchObject({ kind: 'intact', entries: 5, unsealed: 0, head: { seq: 5 } });
});

it('what is not sealed yet is said, not held against the trail', async () => {
  await sealed(2);
  await act(3);
  await expect(verify()).resolves.toMatchObject({ kind: 'intact', entries: 2, unsealed: 1 });
});

it.each([
  ['the values of an entry', `update audit_entry set after = '{"n": 99}' where entry_id = $1`],
  ['who did it', `update audit_entry set actor_side = 'CLIENT' where entry_id = $1`],
  ['when it was, by a millisecond', `update audit_entry set at = at + interval '1 millisecond' where entry_id = $1`],
  ['its action', `update audit_entry set action = 'contract.read' where entry_id = $1`],
])('when the owner of the database alters %s, verification names that entry (R22)', async (_what, sql) => {
  await sealed(5);
  const entryId = await entryAt(3);
  await db.owner(sql, [entryId]);
  await expect(verify()).resolves.toMatchObject({ kind: 'broken', fault: 'ENTRY_ALTERED', seq: 3, entryId });
});

it('a deleted entry is named', async () => {
  await sealed(5);
  const entryId = await entryAt(2);
  await db.owner('alter table audit_seal drop constraint audit_seal_provider_id_entry_id_fkey');
  await db.owner('delete from audit_entry where entry_id = $1', [entryId]);
  await expect(verify()).resolves.toMatchObject({ kind: 'broken', fault: 'ENTRY_MISSING', seq: 2, entryId });
});

it('an entry deleted together with its seal leaves a gap that is named', async () => {
  await sealed(5);
  const entryId = await entryAt(4);
  await db.owner('delete from audit_seal where entry_id = $1', [entryId]);
  await db.owner('delete from audit_entry where entry_id = $1', [entryId]);
  await expect(verify()).resolves.toMatchObject({ kind: 'broken', fault: 'SEAL_MISSING', seq: 4 });
});

it('two entries that changed places are noticed at the first of them', async () => {
  await sealed(5);
  const [second, fourth] = [await entryAt(2), await entryAt(4)];
  await db.owner('alter table audit_seal drop constraint audit_seal_entry_key');
  await db.owner(
    'update audit_seal set entry_id = case seq when 2 then $2::uuid else $1::uuid end where seq in (2, 4)',
    [second, fourth],
  );
  await expect(verify()).resolves.toMatchObject({ kind: 'broken', fault: 'ENTRY_ALTERED', seq: 2, entryId: fourth });
});

it('an entry slipped in past the sealer is named', async () => {
  await sealed(2);
  await db.owner('alter table audit_entry disable trigger audit_entry_pending');
  await act(99);
  await expect(verify()).resolves.toMatchObject({ kind: 'broken', fault: 'NEVER_SEALED', seq: null });
});

it('a trail rewritten as a whole or cut short is told by a head noted earlier, and only by it', async () => {
  await sealed(5);
  const before = await verify();
  if (before.kind !== 'intact' || before.head === null) throw new Error('not sealed');
  const noted = parseHead(`${before.head.seq}:${before.head.hash}`);
  await expect(verify(noted)).resolves.toMatchObject({ kind: 'intact' });
  const rewritten = await entryAt(3);
  await db.owner('delete from audit_seal');
  await db.owner(`update audit_entry set after = '{}' where entry_id = $1`, [rewritten]);
  await db.owner(
    `insert into audit_pending (xact, provider_id, entry_id) select 0, provider_id, entry_id from audit_entry order by at, entry_id`,
  );
  await sealEverything();
  await expect(verify()).resolves.toMatchObject({ kind: 'intact', entries: 5 });
  await expect(verify(noted)).resolves.toMatchObject({ kind: 'broken', fault: 'HEAD_DIFFERS', seq: 5 });
  await db.owner('delete from audit_seal where seq > 3');
  await db.owner(
    'delete from audit_entry e where not exists (select 1 from audit_seal s where s.entry_id = e.entry_id)',
  );
  await expect(verify(noted)).resolves.toMatchObject({ kind: 'broken', fault: 'HEAD_DIFFERS', seq: 5 });
});

it('an entry whose transaction began early and ended late isn’t overtaken in the chain', async () => {
  const slow = new pg.Client({ connectionString: db.url('daylight_worker') });
  await slow.connect();
  await slow.query('begin');
  await slow.query('select begin_worker_scope($1, $2)', [providerId, tenantId]);
  await slow.query(
    `insert into audit_entry (provider_id, entry_id, tenant_id, at, actor_side, action, object_type)
     values ($1, gen_random_uuid(), $2, now(), 'SYSTEM', 'slow.act', 'spec')`,
    [providerId, tenantId],
  );
  await act(1, { action: 'quick.act' });
  await sealPending(db.worker);
  // Sealing the quick one now would put it before an entry that is older and not yet visible.
  await expect(verify()).resolves.toMatchObject({ kind: 'intact', entries: 0, unsealed: 1 });
  await slow.query('commit');
  await slow.end();
  await sealEverything();
  const order = await db.owner(
    'select e.action from audit_seal s join audit_entry e using (provider_id, entry_id) order by s.seq',
  );
  expect(order).toEqual([{ action: 'slow.act' }, { action: 'quick.act' }]);
});

it('several sealers at once make one chain', async () => {
  for (let n = 0; n < 40; n += 1) await act(n);
  await Promise.all([1, 2, 3, 4].map(() => sealPending(db.worker)));
  await sealEverything();
  await expect(verify()).resolves.toMatchObject({ kind: 'intact', entries: 40, unsealed: 0 });
});

describe('whence somebody acted', () => {
  /** Three entries of a person at 198.51.100.7, and one of the background, which comes from nowhere. */
  async function sealedFromAfar(): Promise<void> {
    const personId = await createStaff(db, providerId, { role: 'PROVIDER_ADMIN' });
    const caller = { ...(await signInAs(db, { providerId, personId }, 'CONSOLE')), address: '198.51.100.7' };
    const record = { action: 'contract.agree', objectType: 'contract', objectId: null, tenantId };
    for (let n = 0; n < 3; n += 1) await db.app.asPerson(caller, (tx) => recordAudit(tx, record));
    await sealed(1);
  }

  it.each([
    ['is altered', `update audit_entry set address = '203.0.113.9' where entry_id = $1`],
    [
      'is altered together with its digest',
      `update audit_entry set address = '203.0.113.9', address_digest = hmac('203.0.113.9'::bytea, address_salt, 'sha256') where entry_id = $1`,
    ],
    ['gets another salt', `update audit_entry set address_salt = gen_random_bytes(16) where entry_id = $1`],
    ['loses its digest', `update audit_entry set address_digest = null where entry_id = $1`],
  ])('is sealed: an address that %s is named', async (_what, sql) => {
    await sealedFromAfar();
    const entryId = await entryAt(2);
    await db.owner(sql, [entryId]);
    await expect(verify()).resolves.toMatchObject({ kind: 'broken', fault: 'ENTRY_ALTERED', seq: 2, entryId });
  });

  it('can’t be added to an entry that came from nowhere', async () => {
    await sealedFromAfar();
    const entryId = await entryAt(4);
    await db.owner(`update audit_entry set address = '203.0.113.9' where entry_id = $1`, [entryId]);
    await expect(verify()).resolves.toMatchObject({ kind: 'broken', fault: 'ENTRY_ALTERED', seq: 4, entryId });
  });

  it('can’t be declared a seal of the time before addresses were sealed', async () => {
    await sealedFromAfar();
    const entryId = await entryAt(3);
    await db.owner(`update audit_entry set address = '203.0.113.9' where entry_id = $1`, [entryId]);
    await db.owner('update audit_seal set format = 1 where entry_id = $1', [entryId]);
    await expect(verify()).resolves.toMatchObject({ kind: 'broken', fault: 'ENTRY_ALTERED', seq: 3, entryId });
  });

  it('can be erased with its salt, and the trail stays intact', async () => {
    await sealedFromAfar();
    await db.owner('update audit_entry set address = null, address_salt = null');
    await expect(verify()).resolves.toMatchObject({ kind: 'intact', entries: 4 });
  });

  it('can’t be erased by half: a salt that stays would let everybody guess the address', async () => {
    await sealedFromAfar();
    await expect(db.owner('update audit_entry set address = null')).rejects.toMatchObject({
      constraint: 'audit_entry_salt_goes_with_address',
    });
  });

  it('has its own salt in each entry, so that equal addresses don’t show', async () => {
    await sealedFromAfar();
    const [row] = await db.owner<{ digests: number }>(
      'select count(distinct address_digest)::integer as digests from audit_entry',
    );
    expect(row).toEqual({ digests: 3 });
  });

  it('was not sealed by earlier versions: their seals hold', async () => {
    await act(1);
    const [entry] = await db.owner<EntryContent>(`select ${CONTENT_COLUMNS} from audit_entry e`);
    if (entry === undefined) throw new Error('no entry');
    const hash = linkHash(GENESIS, 1, entry, 1);
    await db.owner('insert into audit_seal (provider_id, seq, entry_id, hash) values ($1, 1, $2, $3)', [
      providerId,
      entry.entry_id,
      hash,
    ]);
    await db.owner('delete from audit_pending');
    await sealed(1);
    await expect(verify()).resolves.toMatchObject({ kind: 'intact', entries: 2 });
  });
});

it('the application can neither change an entry nor its seal', async () => {
  await sealed(1);
  const personId = await createStaff(db, providerId, { role: 'PROVIDER_ADMIN' });
  const caller = await signInAs(db, { providerId, personId }, 'CONSOLE');
  for (const sql of [
    'update audit_entry set action = $1',
    'delete from audit_entry where action = $1',
    'delete from audit_seal where $1::text is not null',
  ]) {
    const attempt = db.app.asPerson(caller, (tx) => tx.query({ name: sql, text: sql }, ['x']));
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  }
});
