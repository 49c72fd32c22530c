import { statement, statementLog, type RelayedEvent, type Tx } from '@daylight/api-database';
import { newId, type PersonScope } from '@daylight/api-platform';
import {
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { notificationEntities } from './model/entities.js';
import { notificationPage, unreadCount } from './queries/notification-page.js';
import { notificationPreferences } from './queries/preferences.js';
import { notificationSubscribers } from './tell/tell.js';
import { markNotificationsRead } from './use-cases/mark-read.js';
import { setNotificationPreference } from './use-cases/set-preference.js';

let db: TestDatabase;
let providerId: string;
let acme: string;
let serviceItemId: string;
let agent: string;
let requester: string;
let coordinator: string;
let numbers = 0;

beforeAll(async () => {
  db = await createTestDatabase(notificationEntities);
  ({ providerId } = await createProvider(db, 'North'));
  acme = await createTenant(db, providerId, 'ACME');
  serviceItemId = newId();
  await db.owner(
    `insert into service_item (provider_id, service_item_id, code, category, name_ko, name_en, created_at)
     values ($1, $2, 'SVC', 'APPLICATION', '서비스', 'Service', now())`,
    [providerId, serviceItemId],
  );
  agent = await createStaff(db, providerId);
  requester = await createClient(db, providerId, acme);
  coordinator = await createClient(db, providerId, acme, ['COORDINATOR']);
});
beforeEach(async () => {
  for (const table of ['job', 'notification', 'notification_preference']) await db.owner(`delete from ${table}`);
});
afterAll(() => db.close());

interface NewTicket {
  readonly assignee?: string | null;
  readonly watchers?: readonly string[];
  readonly confidential?: boolean;
}

async function ticket({ assignee = agent, watchers = [], confidential = false }: NewTicket = {}): Promise<string> {
  const ticketId = newId();
  numbers += 1;
  await db.owner(
    `insert into ticket (provider_id, ticket_id, tenant_id, number, type, status, priority, impact, urgency, subject, service_item_id,
       service_name, requester_id, assignee_id, watcher_ids, confidential, channel, opened_at, updated_at, last_seq)
     values ($1, $2, $3, $4, 'INCIDENT', 'OPEN', 'P2', 2, 2, 'It is down', $5, '{}', $6, $7, $8, $9, 'PORTAL', now(), now(), 1)`,
    [providerId, ticketId, acme, numbers, serviceItemId, requester, assignee, watchers, confidential],
  );
  return ticketId;
}

async function reply(
  ticketId: string,
  side: 'CLIENT' | 'PROVIDER',
  authorId: string,
  visibility = 'PUBLIC',
): Promise<RelayedEvent> {
  const messageId = newId();
  const [row] = await db.owner<{ seq: number }>(
    'select count(*)::integer + 2 as seq from ticket_event where ticket_id = $1',
    [ticketId],
  );
  await db.owner(
    `insert into ticket_message (provider_id, tenant_id, ticket_id, message_id, at, visibility, side, author_id, automatic, question, body)
     values ($1, $2, $3, $4, now(), $5, $6, $7, false, false, 'words')`,
    [providerId, acme, ticketId, messageId, visibility, side, authorId],
  );
  await db.owner(
    `insert into ticket_event (provider_id, tenant_id, ticket_id, seq, kind, v, data, internal, occurred_at, actor_side, actor_person_id, version)
     values ($1, $2, $3, $4, 'MESSAGE_ADDED', 1, '{}', $5, now(), $6, $7, 1)`,
    [providerId, acme, ticketId, row?.seq ?? 2, visibility === 'INTERNAL', side, authorId],
  );
  const topic = visibility === 'PUBLIC' ? 'ticket.replied' : 'ticket.noted';
  return event(topic, { ticketId, messageId, seq: String(row?.seq ?? 2) });
}

function event(topic: string, ids: Readonly<Record<string, string>>): RelayedEvent {
  return { id: newId(), topic, tenantId: acme, ids };
}

async function relay(relayed: RelayedEvent): Promise<void> {
  for (const { topics, handle } of notificationSubscribers) {
    if (!topics.includes(relayed.topic)) continue;
    await db.worker.asSystem({ providerId, tenantId: relayed.tenantId }, (tx) => handle(tx, relayed));
  }
}

async function as<T>(
  personId: string,
  work: (tx: Tx<PersonScope>) => Promise<T>,
  audience: 'PORTAL' | 'CONSOLE' = 'PORTAL',
): Promise<T> {
  const caller = await signInAs(db, { providerId, personId }, audience);
  return db.app.asPerson(caller, work);
}

const titles = (personId: string, audience: 'PORTAL' | 'CONSOLE' = 'PORTAL') =>
  as(personId, async (tx) => (await notificationPage(tx, { first: 50 })).edges.map(({ node }) => node.title), audience);

const mailed = async (): Promise<readonly unknown[]> =>
  (
    await db.owner<{ payload: { template: string; personId: string } }>(`select payload from job where queue = 'mail'`)
  ).map(({ payload }) => `${payload.template} ${payload.personId}`);

it('a reply by staff is told to the requester, in the application and by mail, and live', async () => {
  const ticketId = await ticket();
  await relay(await reply(ticketId, 'PROVIDER', agent));
  await expect(titles(requester)).resolves.toEqual([`ACME-${numbers}: 새 답변이 등록되었습니다.`]);
  await expect(mailed()).resolves.toEqual([`TICKET_REPLIED ${requester}`]);
  await expect(
    db.owner(`select payload ->> 'topic' as topic, tenant_id from job where queue = 'outbox'`),
  ).resolves.toEqual([{ topic: 'notification.created', tenant_id: acme }]);
  await expect(titles(agent, 'CONSOLE')).resolves.toEqual([]);
});

it('word of a reply names the message, so that a link leads to exactly that', async () => {
  const ticketId = await ticket();
  const relayed = await reply(ticketId, 'PROVIDER', agent);
  await relay(relayed);
  const [told] = await as(requester, async (tx) => (await notificationPage(tx, { first: 1 })).edges);
  expect(told?.node).toMatchObject({ ticketId, messageId: relayed.ids['messageId'] });
});

it('an event that is delivered twice is told once', async () => {
  const relayed = await reply(await ticket(), 'PROVIDER', agent);
  await relay(relayed);
  await relay(relayed);
  await expect(titles(requester)).resolves.toHaveLength(1);
  await expect(mailed()).resolves.toHaveLength(1);
});

it('a warning and a breach name clock and mark', async () => {
  const ticketId = await ticket();
  await relay(event('clock.warned', { ticketId, kind: 'RESOLUTION', cycle: '1', percent: '75', late: 'false' }));
  await relay(event('clock.breached', { ticketId, kind: 'RESOLUTION', cycle: '1', percent: '100', late: 'false' }));
  await expect(titles(agent, 'CONSOLE')).resolves.toEqual([
    `ACME-${numbers}: 해결 기한을 넘겼습니다(SLA 미준수).`,
    `ACME-${numbers}: 해결 목표 시간의 75%가 지났습니다.`,
  ]);
});

it('an internal note reaches staff who watch, never a client who watches', async () => {
  const colleague = await createStaff(db, providerId);
  const ticketId = await ticket({ watchers: [colleague, coordinator] });
  await relay(await reply(ticketId, 'PROVIDER', agent, 'INTERNAL'));
  await expect(titles(colleague, 'CONSOLE')).resolves.toEqual([`ACME-${numbers}: 새 내부 메모가 등록되었습니다.`]);
  await expect(titles(coordinator)).resolves.toEqual([]);
  await expect(mailed()).resolves.toEqual([]);
});

it('a confidential ticket is told to those named, not to a teammate without the right', async () => {
  const teamId = newId();
  const [cleared, curious] = [
    await createStaff(db, providerId, { seesConfidential: true }),
    await createStaff(db, providerId),
  ];
  await db.owner(`insert into team (provider_id, team_id, name) values ($1, $2, 'Night')`, [providerId, teamId]);
  for (const personId of [cleared, curious]) {
    await db.owner('insert into team_member (provider_id, team_id, person_id) values ($1, $2, $3)', [
      providerId,
      teamId,
      personId,
    ]);
  }
  const ticketId = await ticket({ assignee: null, confidential: true });
  await db.owner('update ticket set team_id = $2 where ticket_id = $1', [ticketId, teamId]);
  await relay(await reply(ticketId, 'CLIENT', requester));
  await expect(titles(cleared, 'CONSOLE')).resolves.toHaveLength(1);
  await expect(titles(curious, 'CONSOLE')).resolves.toEqual([]);
});

it('a notification disappears with the right to see its ticket, and so does its count', async () => {
  const ticketId = await ticket({ watchers: [coordinator] });
  await relay(await reply(ticketId, 'PROVIDER', agent));
  await expect(as(coordinator, unreadCount)).resolves.toBe(1);
  await db.owner(`update ticket set confidential = true, watcher_ids = '{}' where ticket_id = $1`, [ticketId]);
  await expect(titles(coordinator)).resolves.toEqual([]);
  await expect(as(coordinator, unreadCount)).resolves.toBe(0);
});

it('somebody who left the client, or was deactivated, is told nothing', async () => {
  const [left, gone] = [await createClient(db, providerId, acme), await createClient(db, providerId, acme)];
  const ticketId = await ticket({ watchers: [left, gone] });
  await db.owner('delete from tenant_membership where person_id = $1', [left]);
  await db.owner(`update person set status = 'DEACTIVATED' where person_id = $1`, [gone]);
  await relay(await reply(ticketId, 'PROVIDER', agent));
  await expect(mailed()).resolves.toEqual([`TICKET_REPLIED ${requester}`]);
});

it('history that an import brings tells nobody', async () => {
  const ticketId = await ticket();
  const relayed = await reply(ticketId, 'PROVIDER', agent);
  await db.owner(`update ticket set import_run_id = gen_random_uuid() where ticket_id = $1`, [ticketId]);
  await db.owner(`update ticket_event set occurred_at = now() - interval '1 year' where ticket_id = $1`, [ticketId]);
  await relay(relayed);
  await expect(titles(requester)).resolves.toEqual([]);
  await expect(mailed()).resolves.toEqual([]);
});

it('who wants no mail about replies gets none, and is told in the application still', async () => {
  const set = await as(requester, (tx) =>
    setNotificationPreference(tx, { kind: 'TICKET_REPLIED', inApp: true, mail: false }),
  );
  expect(set).toMatchObject({ __typename: 'NotificationPreferenceSet' });
  await as(requester, (tx) => setNotificationPreference(tx, { kind: 'TICKET_RESOLVED', inApp: false, mail: false }));
  const ticketId = await ticket();
  await relay(await reply(ticketId, 'PROVIDER', agent));
  await relay(event('ticket.resolved', { ticketId, seq: '1' }));
  await expect(mailed()).resolves.toEqual([]);
  await expect(titles(requester)).resolves.toEqual([`ACME-${numbers}: 새 답변이 등록되었습니다.`]);
  const preferences = await as(requester, notificationPreferences);
  expect(preferences.filter(({ mail }) => !mail).map(({ kind }) => kind)).toEqual([
    'TICKET_REPLIED',
    'TICKET_RESOLVED',
  ]);
});

it('a client has no choice about what never concerns clients', async () => {
  const refused = await as(requester, (tx) =>
    setNotificationPreference(tx, { kind: 'CLOCK_WARNED', inApp: true, mail: true }),
  );
  expect(refused).toMatchObject({ __typename: 'InputRefused', problems: [{ path: 'kind' }] });
});

it('marking as read touches the own ones only: none for [], all without ids', async () => {
  const ticketId = await ticket({ watchers: [coordinator] });
  for (let n = 0; n < 3; n += 1) await relay(await reply(ticketId, 'PROVIDER', agent));
  const first = await as(requester, async (tx) => (await notificationPage(tx, { first: 1 })).edges[0]?.node.id ?? '');
  const mark = (personId: string, ids: readonly string[] | null) =>
    as(personId, (tx) => markNotificationsRead(tx, { ids }));
  await expect(mark(coordinator, [first])).resolves.toMatchObject({ marked: 0, unreadCount: 3 });
  await expect(mark(requester, [])).resolves.toMatchObject({ marked: 0, unreadCount: 3 });
  await expect(mark(requester, [first, 'no id'])).resolves.toMatchObject({ marked: 1, unreadCount: 2 });
  await expect(mark(requester, null)).resolves.toMatchObject({ marked: 2, unreadCount: 0 });
  await expect(
    mark(
      requester,
      Array.from({ length: 101 }, () => first),
    ),
  ).resolves.toMatchObject({ __typename: 'InputRefused' });
  await expect(as(coordinator, unreadCount)).resolves.toBe(3);
});

it('no person invents a notification, for oneself or anybody', async () => {
  const forged = as(requester, (tx) =>
    tx.query(
      statement(
        'spec-forge-notification',
        `insert into notification (provider_id, notification_id, person_id, kind, event_id, created_at)
         values ($1, gen_random_uuid(), $2, 'TICKET_OPENED', gen_random_uuid(), now())`,
      ),
      [providerId, requester],
    ),
  );
  await expect(forged).rejects.toMatchObject({ code: '42501' });
});

it('a page takes as many statements for 20 notifications as for 2, and pages meet without gap', async () => {
  const ticketId = await ticket();
  for (let n = 0; n < 20; n += 1) await relay(await reply(ticketId, 'PROVIDER', agent));
  const count = (first: number) =>
    as(requester, async (tx) => {
      statementLog.names = [];
      const page = await notificationPage(tx, { first });
      const { names } = statementLog;
      statementLog.names = null;
      return [page.edges.length, names];
    });
  await expect(count(2)).resolves.toEqual([2, ['notification-page']]);
  await expect(count(20)).resolves.toEqual([20, ['notification-page']]);
  const ids = await as(requester, async (tx) => {
    const page = await notificationPage(tx, { first: 12 });
    const rest = await notificationPage(tx, { first: 12, after: page.pageInfo.endCursor });
    return [...page.edges, ...rest.edges].map(({ node }) => node.id);
  });
  expect([ids.length, new Set(ids).size]).toEqual([20, 20]);
});
