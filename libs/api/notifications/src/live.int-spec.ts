import { LIVE_CHANNEL, LiveEvents, type LiveEvent } from '@daylight/api-database';
import type { GraphQLContext } from '@daylight/api-platform';
import {
  createClient,
  createProvider,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { NotificationsResolver } from './resolvers/notifications.resolver.js';

let db: TestDatabase;
let live: LiveEvents;
let providerId: string;
let tenantId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ providerId } = await createProvider(db, 'North'));
  tenantId = await createTenant(db, providerId, 'ACME');
  live = new LiveEvents(db.url('daylight_app'));
  await live.start();
});
afterAll(async () => {
  await live.stop();
  await db.close();
});

async function contextOf(personId: string): Promise<GraphQLContext> {
  const caller = await signInAs(db, { providerId, personId }, 'PORTAL');
  return {
    ...{ audience: 'PORTAL', operation: db.app.operation(caller), requestId: 'spec', address: '127.0.0.1' },
    ...{ headers: {}, sessionToken: caller.token, setSession: () => undefined },
  };
}

function announce(topic: string, ids: Readonly<Record<string, string>>): Promise<unknown> {
  return db.owner('select pg_notify($1, $2)', [LIVE_CHANNEL, JSON.stringify({ providerId, tenantId, topic, ids })]);
}

it('a reader’s stream brings what the reader was told, and nothing that a colleague was', async () => {
  const [reader, colleague] = [
    await createClient(db, providerId, tenantId),
    await createClient(db, providerId, tenantId),
  ];
  const stream = new NotificationsResolver(live).notificationsChanged(await contextOf(reader));
  const next: Promise<IteratorResult<LiveEvent>> = stream.next();
  // The stream listens once it has opened its own transaction; until then it is told again.
  const telling = setInterval(() => {
    void announce('notification.created', { personId: colleague, notificationId: 'theirs' });
    void announce('ticket.changed', { personId: reader, ticketId: 't' });
    void announce('notification.created', { personId: reader, notificationId: 'ours' });
  }, 50);
  const event = await next;
  clearInterval(telling);
  expect(event.value).toMatchObject({
    topic: 'notification.created',
    ids: { personId: reader, notificationId: 'ours' },
  });
  const closing = stream.return(undefined);
  await announce('notification.read', { personId: reader });
  await closing;
});
