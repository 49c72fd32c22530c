import {
  createClient,
  createProvider,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { statement } from './statement.js';

const TENANTS = statement<{ tenant_id: string }>('spec-tenants-ended', 'select tenant_id from tenant');

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

it.each(['commit', 'rollback'] as const)(
  'what goes on reading after the %s is refused at once, and never reads in a transaction of somebody else’s',
  async (how) => {
    const { providerId } = await createProvider(db, 'North');
    const tenantId = await createTenant(db, providerId, 'ACME');
    const personId = await createClient(db, providerId, tenantId);
    const operation = db.app.operation(await signInAs(db, { providerId, personId }, 'PORTAL'));
    const late = await operation.tx();
    await expect(late.query(TENANTS)).resolves.toEqual([{ tenant_id: tenantId }]);
    await operation[how]();
    await expect(late.query(TENANTS)).rejects.toMatchObject({ code: 'UNAVAILABLE', message: 'the request has ended' });
  },
);
