import { appendEvents, asStaff, type Tx } from '@daylight/api-database';
import { mailContent, mailPage } from '@daylight/api-mail';
import { newId, parseConfig, type PersonScope, type StaffScope } from '@daylight/api-platform';
import {
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { AssignTicket, openTicket, ReplyToTicket, ResolveTicket, WithdrawMessage } from '@daylight/api-tickets';
import { handlersOf, slicesOf } from '../slices.js';
import { holdOver, noJobsLeft, runWorkers } from '../testing/workers.test.js';

const config = parseConfig({ DAYLIGHT_SECRET: 'x'.repeat(32), DAYLIGHT_ORIGIN: 'https://daylight.example' });
const slices = slicesOf(config);

let db: TestDatabase;
let providerId: string;
let adminId: string;
let tenantId: string;
let serviceItemId: string;
let client: string;
let colleague: string;
let agent: string;

beforeAll(async () => {
  db = await createTestDatabase(slices.flatMap((slice) => [...(slice.entities ?? [])]));
  ({ providerId, adminId } = await createProvider(db, 'North'));
  await db.owner('update person set sees_confidential = true where person_id = $1', [adminId]);
  tenantId = await createTenant(db, providerId, 'ACME');
  serviceItemId = newId();
  await db.owner(
    `insert into service_item (provider_id, service_item_id, code, category, name_ko, name_en, created_at)
     values ($1, $2, 'SVC', 'APPLICATION', '서비스', 'Service', now())`,
    [providerId, serviceItemId],
  );
  client = await createClient(db, providerId, tenantId);
  colleague = await createClient(db, providerId, tenantId, ['COORDINATOR']);
  agent = await createStaff(db, providerId, { name: '이서준' });
  await db.owner(`update person set language = 'en', zone = 'Europe/Berlin' where person_id = $1`, [colleague]);
});
beforeEach(() => db.owner('delete from mail_message'));
afterAll(() => db.close());

async function as<T>(
  personId: string,
  audience: 'PORTAL' | 'CONSOLE',
  work: (tx: Tx<PersonScope>) => Promise<T>,
): Promise<T> {
  return db.app.asPerson(await signInAs(db, { providerId, personId }, audience), work);
}

function work(): Promise<void> {
  return runWorkers(db, [...handlersOf(slices).values()], () => noJobsLeft(db), { count: 2 });
}

async function open(subject: string, confidential = false): Promise<string> {
  const outcome = await as(client, 'PORTAL', (tx) =>
    openTicket(tx, {
      ...{ tenantId, type: 'INCIDENT', serviceItemId, impact: 2, urgency: 2, priority: null, channel: 'PORTAL' },
      ...{ openedAt: tx.now, requesterId: client, subject, description: '', confidential, watcherIds: [colleague] },
      ...{ fileIds: [], followsUpId: null },
    }),
  );
  if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome));
  return outcome.ticketId;
}

const say = (ticketId: string, body: string, visibility: 'PUBLIC' | 'INTERNAL') =>
  as(agent, 'CONSOLE', (tx) =>
    new ReplyToTicket().run(tx, {
      ...{ ticketId, expectedVersion: null, body, visibility, question: false },
      ...{ automatic: false, fileIds: [], thenWait: null, thenResolve: null },
    }),
  );

/** The mails in the local mailbox as `person: subject`, oldest first. */
async function mailbox(): Promise<readonly { readonly to: string; readonly subject: string; readonly text: string }[]> {
  const admin = (work: (tx: Tx<StaffScope>) => Promise<readonly { to: string; subject: string; text: string }[]>) =>
    as(adminId, 'CONSOLE', (tx) => work(asStaff(tx)));
  return admin(async (tx) => {
    const page = await mailPage(tx, { states: ['LOCAL'] }, { first: 100 });
    const mails = [];
    for (const { node } of [...page.edges].reverse()) {
      mails.push({ to: node.to.id, subject: node.subject, text: (await mailContent(tx, node.id))?.text ?? '' });
    }
    return mails;
  });
}

it('from opening to resolution everybody concerned is told in the own language, and nobody else', async () => {
  const ticketId = await open('결제가 안 됩니다');
  await work();
  expect((await mailbox()).map(({ to, subject }) => [to, subject])).toEqual([
    [client, '[ACME-1] 문의가 접수되었습니다: 결제가 안 됩니다'],
  ]);
  await db.owner('delete from mail_message');

  await as(agent, 'CONSOLE', (tx) =>
    new AssignTicket().run(asStaff(tx), { ticketId, expectedVersion: null, assigneeId: agent, teamId: null }),
  );
  await say(ticketId, '내부에서만 볼 것', 'INTERNAL');
  await say(ticketId, '원인을 확인했습니다. <b>곧</b> 복구합니다.', 'PUBLIC');
  await work();
  await expect(mailbox()).resolves.toEqual([]);
  await holdOver(db);
  await work();
  const replies = await mailbox();
  expect(new Set(replies.map(({ to }) => to))).toEqual(new Set([client, colleague]));
  const english = replies.find(({ to }) => to === colleague);
  expect(english?.subject).toBe('[ACME-1] New reply: 결제가 안 됩니다');
  expect(english?.text).toContain('이서준 replied on');
  expect(english?.text).toContain('(Europe/Berlin)');
  expect(english?.text).toContain('> 원인을 확인했습니다. <b>곧</b> 복구합니다.');
  expect(english?.text).toContain(`https://daylight.example/tickets/${ticketId}`);
  expect(replies.map(({ text }) => text).join('')).not.toContain('내부에서만');
  await db.owner('delete from mail_message');

  await as(agent, 'CONSOLE', (tx) =>
    new ResolveTicket().run(asStaff(tx), { ticketId, expectedVersion: null, code: 'FIXED' }),
  );
  await work();
  await holdOver(db);
  await work();
  expect((await mailbox()).map(({ subject }) => subject).sort()).toEqual([
    '[ACME-1] Resolved: 결제가 안 됩니다',
    '[ACME-1] 문의가 해결되었습니다: 결제가 안 됩니다',
  ]);
});

it('a watcher taken off a confidential ticket before the mail is written gets none', async () => {
  const ticketId = await open('비밀', true);
  await work();
  await db.owner('delete from mail_message');
  await db.owner('update ticket set assignee_id = $2 where ticket_id = $1', [ticketId, agent]);
  await say(ticketId, '확인했습니다', 'PUBLIC');
  const tell = [...handlersOf(slices).values()].filter(({ queue }) => queue === 'outbox' || queue === 'subscriber');
  const queued = async () => (await db.owner(`select 1 from job where queue = 'mail'`)).length === 2;
  await runWorkers(db, tell, queued);
  await db.owner(`update ticket set watcher_ids = '{}' where ticket_id = $1`, [ticketId]);
  await db.owner(`update job set run_at = now(), leased_until = null, attempts = 0`);
  await work();
  expect((await mailbox()).map(({ to }) => to)).toEqual([client]);
});

it('a reply taken back before its mail left is never mailed, and the trail says who took it back', async () => {
  const ticketId = await open('회수할 답변');
  await work();
  await db.owner('delete from mail_message');
  await say(ticketId, '다른 고객사에 보낼 내용', 'PUBLIC');
  await work();
  const held = await db.owner<{ seconds: number }>(
    `select extract(epoch from j.run_at - m.at)::integer as seconds from job j join ticket_message m on m.ticket_id = $1 where j.queue = 'mail'`,
    [ticketId],
  );
  expect(held.map(({ seconds }) => seconds)).toEqual([10, 10]);
  const [message] = await db.owner<{ message_id: string }>(
    'select message_id from ticket_message where ticket_id = $1',
    [ticketId],
  );
  const messageId = message?.message_id ?? '';
  await as(agent, 'CONSOLE', (tx) => new WithdrawMessage().run(tx, { ticketId, messageId }));
  await holdOver(db);
  await work();
  await expect(mailbox()).resolves.toEqual([]);
  await expect(
    db.owner(
      `select actor_person_id, after from audit_entry where action = 'ticket.withdraw-message' and object_id = $1`,
      [ticketId],
    ),
  ).resolves.toEqual([{ actor_person_id: agent, after: { messageId } }]);
});

it('a responsibility that staff propose reaches those who decide for the client by mail, with the place to answer', async () => {
  const ticketId = await open('방화벽 정책');
  await work();
  await db.owner('delete from mail_message');
  const [{ seq } = { seq: 0 }] = await db.owner<{ seq: number }>(
    `insert into ticket_event (provider_id, tenant_id, ticket_id, seq, kind, v, data, internal, occurred_at, actor_side, actor_person_id, version)
     select provider_id, tenant_id, ticket_id, last_seq + 1, 'PROPOSED', 1,
       '{"proposalId": "p1", "offer": {"kind": "CLIENT_ACCOUNTABLE"}, "reasonTextId": null}', false, now(), 'PROVIDER', $2, version
     from ticket where ticket_id = $1 returning seq`,
    [ticketId, agent],
  );
  const ids = { ticketId, seq: String(seq) };
  await db.worker.asSystem({ providerId, tenantId }, (tx) =>
    appendEvents(tx, [{ topic: 'ticket.proposed', tenantId, ids }]),
  );
  await work();
  const mails = await mailbox();
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    [colleague, '[ACME-4] You are asked to confirm that this is the client’s own responsibility: 방화벽 정책'],
  ]);
  expect(mails[0]?.text).toContain(`https://daylight.example/tickets/${ticketId}#agreements`);
  const inApp = await db.owner<{ person_id: string }>(
    `select person_id from notification where ticket_id = $1 and kind = 'TICKET_PROPOSED'`,
    [ticketId],
  );
  expect(new Set(inApp.map(({ person_id }) => person_id))).toEqual(new Set([colleague, client]));
});

it('what law asks for reaches those who decide on both sides', async () => {
  const ticketId = await open('침해 의심');
  await work();
  await db.owner('delete from mail_message');
  const ids = { ticketId, kind: 'STATUTORY/KR_INTRUSION/REPORT_INTRUSION', cycle: '1', percent: '100', late: 'false' };
  await db.worker.asSystem({ providerId, tenantId }, (tx) =>
    appendEvents(tx, [{ topic: 'notice.breached', tenantId, ids }]),
  );
  await work();
  const mails = await mailbox();
  expect(new Set(mails.map(({ to }) => to))).toEqual(new Set([colleague, adminId]));
  expect(mails.find(({ to }) => to === colleague)?.text).toContain('Check with counsel');
});
