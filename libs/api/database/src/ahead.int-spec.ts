import {
  createClient,
  createProvider,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { statement } from './statement.js';
import { statementLog } from './tx.js';

const NAMED = statement<{ name: string }>('spec-ahead', 'select name from tenant where prefix = $1 or name = $1');

let db: TestDatabase;
let ours: { providerId: string; personId: string };
beforeAll(async () => {
  db = await createTestDatabase();
  const { providerId } = await createProvider(db, 'North');
  const tenantId = await createTenant(db, providerId, 'ACME');
  ours = { providerId, personId: await createClient(db, providerId, tenantId) };
  const other = await createProvider(db, 'South');
  await createTenant(db, other.providerId, 'OTHER');
});
afterAll(() => db.close());
afterEach(() => {
  statementLog.names = null;
});

const operation = async () => db.app.operation(await signInAs(db, ours, 'PORTAL'));

it('what is asked ahead is answered once, under the scope that was minted before it', async () => {
  const one = await operation();
  statementLog.names = [];
  one.ahead({ statement: NAMED, values: ['ACME'] });
  const tx = await one.tx();
  await expect(tx.query(NAMED, ['ACME'])).resolves.toMatchObject([{ name: expect.stringContaining('ACME') }]);
  expect(statementLog.names).toEqual(['spec-ahead']);
  await tx.query(NAMED, ['ACME']);
  expect(statementLog.names).toEqual(['spec-ahead', 'spec-ahead']);
  await one.rollback();
});

it('shows nothing of another provider, and nobody else’s answer', async () => {
  const one = await operation();
  one.ahead({ statement: NAMED, values: ['OTHER'] });
  const tx = await one.tx();
  await expect(tx.query(NAMED, ['ACME'])).resolves.toHaveLength(1);
  await expect(tx.query(NAMED, ['OTHER'])).resolves.toEqual([]);
  await one.rollback();
});

it('without a session nobody is told anything', async () => {
  const signedIn = await signInAs(db, ours, 'PORTAL');
  const one = db.app.operation({ ...signedIn, tokenHash: Buffer.alloc(32) });
  one.ahead({ statement: NAMED, values: ['ACME'] });
  await expect(one.tx()).rejects.toMatchObject({ code: 'DL401' });
  await one.rollback();
});

it('what can’t be asked is told to whoever asks, and to nobody else', async () => {
  const one = await operation();
  one.ahead({ statement: statement('spec-ahead-wrong', 'select 1 / $1::int'), values: [0] });
  const tx = await one.tx();
  await expect(tx.query(statement('spec-ahead-wrong', 'select 1 / $1::int'), [0])).rejects.toMatchObject({
    code: '22012',
  });
  await one.rollback();
});
