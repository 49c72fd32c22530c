import { appendEvents } from '@daylight/api-database';
import { newId, parseConfig } from '@daylight/api-platform';
import {
  createClient,
  createProvider,
  createTenant,
  createTestDatabase,
  type TestDatabase,
} from '@daylight/api-testing';
import { handlersOf, slicesOf } from '../slices.js';
import { noJobsLeft, runWorkers } from '../testing/workers.test.js';

const config = parseConfig({ DAYLIGHT_SECRET: 'x'.repeat(32), DAYLIGHT_ORIGIN: 'https://daylight.example' });
const slices = slicesOf(config);

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase(slices.flatMap((slice) => [...(slice.entities ?? [])]));
});
afterAll(() => db.close());

it('a delegate is told whose approvals were lent and when they end, in the application and by mail', async () => {
  const { providerId } = await createProvider(db, 'North');
  const tenantId = await createTenant(db, providerId, 'ACME');
  const approver = await createClient(db, providerId, tenantId, ['APPROVER']);
  const delegate = await createClient(db, providerId, tenantId, ['COORDINATOR']);
  await createClient(db, providerId, tenantId, ['COORDINATOR']);
  await db.owner(`update person set display_name = '최승인' where person_id = $1`, [approver]);
  const ids = {
    delegationId: newId(),
    personId: delegate,
    delegatorId: approver,
    from: '2026-06-10',
    until: '2026-06-12',
  };
  await db.worker.asSystem({ providerId, tenantId }, (tx) =>
    appendEvents(tx, [{ topic: 'approval.lent', tenantId, ids }]),
  );
  await runWorkers(db, [...handlersOf(slices).values()], () => noJobsLeft(db));
  const inApp = await db.owner('select person_id, kind, data from notification');
  expect(inApp).toEqual([
    {
      person_id: delegate,
      kind: 'APPROVALS_LENT',
      data: expect.objectContaining({ byName: '최승인', until: '2026-06-12' }),
    },
  ]);
  const mails = await db.owner<{ subject: string; body_text: string }>(
    'select person_id, subject, body_text from mail_message',
  );
  expect(mails).toMatchObject([
    { person_id: delegate, subject: '최승인 님이 승인 권한을 위임했습니다(2026-06-12까지)' },
  ]);
  expect(mails[0]?.body_text).toContain('https://daylight.example/settings');
});
