import { execFile } from 'node:child_process';
import path from 'node:path';
import { sealPending } from '@daylight/api-audit';
import { recordAudit } from '@daylight/api-database';
import { createProvider, createTestDatabase, type TestDatabase } from '@daylight/api-testing';

const ROOT = path.resolve(__dirname, '../..');
let db: TestDatabase;
let providerId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ providerId } = await createProvider(db, 'North'));
  for (let n = 1; n <= 5; n += 1) {
    await db.worker.asSystem({ providerId, tenantId: null }, (tx) =>
      recordAudit(tx, {
        action: 'calendar.save',
        objectType: 'calendar',
        objectId: null,
        tenantId: null,
        after: { n },
      }),
    );
  }
  do await sealPending(db.worker);
  while ((await db.owner('select 1 from audit_pending')).length > 0);
});
afterAll(() => db.close());

/** The tool as people run it, against this database. */
function verify(...options: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const env = { ...process.env, DAYLIGHT_OWNER_DATABASE_URL: db.url('daylight_owner') };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['tools/audit/audit.mjs', 'verify', ...options],
      { cwd: ROOT, env },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), said: `${stdout}${stderr}` });
      },
    );
  });
}

it('an untouched trail is said to be intact, with the head to note; an altered entry is named', async () => {
  const intact = await verify();
  expect(intact.said).toMatch(/intact, 5 entries, 0 waiting for their seal; head 5:[0-9a-f]{64}/);
  expect(intact.code).toBe(0);
  const [{ slug } = { slug: '' }] = await db.owner<{ slug: string }>('select slug from provider');
  const noted = await verify('--provider', slug, '--head', `5:${'0'.repeat(64)}`);
  expect([noted.code, noted.said]).toEqual([1, expect.stringContaining('HEAD_DIFFERS')]);
  expect(await verify('--provider', 'nobody')).toMatchObject({
    code: 2,
    said: expect.stringContaining('no provider "nobody"'),
  });

  const [{ entry_id: entryId } = { entry_id: '' }] = await db.owner<{ entry_id: string }>(
    'update audit_entry e set after = null from audit_seal s where s.entry_id = e.entry_id and s.seq = 2 returning e.entry_id',
  );
  const broken = await verify();
  expect(broken.said).toContain(`BROKEN at entry ${entryId}, seq 2`);
  expect(broken.code).toBe(1);
}, 60_000);
