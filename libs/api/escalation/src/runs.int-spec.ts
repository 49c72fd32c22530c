import { newId, tokenHash } from '@daylight/api-platform';
import { MINUTE } from '@daylight/domain';
import { addService, createTenant } from '@daylight/api-testing';
import { channelHandler } from './deliveries/channel-handler.js';
import { acknowledgeByReply } from './runs/by-reply.js';
import { acknowledgeRun } from './runs/end-run.js';
import { linkToken } from './runs/link.js';
import { escalationSubscribers, startHandler } from './runs/subscribers.js';
import {
  addContact,
  addPolicy,
  addSchedule,
  addTicket,
  asSystem,
  calledNames,
  createHouse,
  follow,
  jobOf,
  runOf,
  SETTING,
  step,
  takeStep,
  type House,
} from './house.fixture.js';

let house: House;
let schedule: string;
let director: string;

beforeAll(async () => {
  house = await createHouse();
  await addContact(house, {
    name: 'Kim',
    personId: house.kimId,
    channels: [
      ['EMAIL', 'kim@call.example'],
      ['SMS', '+82 10 1234 5678'],
    ],
  });
  await addContact(house, { name: 'Lee', personId: house.leeId, role: 'MANAGER' });
  director = await addContact(house, { name: 'Director', role: 'DIRECTOR' });
  schedule = await addSchedule(house, [house.kimId]);
  await addPolicy(house, {
    steps: [
      step('first', 0, { kind: 'SCHEDULE', scheduleId: schedule }),
      step('second', 15, { kind: 'ROLE', side: 'PROVIDER', role: 'MANAGER' }),
    ],
    fallback: [{ kind: 'CONTACT', contactId: director }],
  });
});
afterEach(() => house.db.setNow(null));
afterAll(() => house.db.close());

async function started(more: Parameters<typeof addTicket>[1] = {}) {
  const ticketId = await addTicket(house, more);
  await follow(house, ticketId);
  const run = await runOf(house, ticketId);
  if (run === null) throw new Error('no run began');
  return { ticketId, ...run, id: run.escalation_id };
}
const owner = <T extends Record<string, unknown>>(text: string, ...values: unknown[]) =>
  house.db.owner<T>(text, values);
const mailsOf = (ticketId: string) =>
  owner<{
    template: string;
    guest_address: string | null;
    subject: string;
    secret_link: string | null;
    body_text: string;
  }>(
    'select template, guest_address, subject, secret_link, body_text from mail_message where ticket_id = $1 order by created_at, mail_id',
    ticketId,
  );

describe('when a run begins', () => {
  it.each([
    ['P1', true],
    ['P2', true],
    ['P3', false],
  ] as const)('a %s in contract escalates by itself: %s', async (priority, expected) => {
    const ticketId = await addTicket(house, { priority });
    await follow(house, ticketId);
    expect((await runOf(house, ticketId)) !== null).toBe(expected);
  });

  it('out of contract a P1 escalates and a P2 does not (D-CON-2)', async () => {
    const service = newId();
    await addService(house.db, house.providerId, service, 2);
    const [first, second] = [await addTicket(house, { service }), await addTicket(house, { service, priority: 'P2' })];
    await follow(house, first);
    await follow(house, second);
    expect(await runOf(house, first)).toMatchObject({ state: 'RUNNING', priority: 'P1' });
    expect(await runOf(house, second)).toBeNull();
  });

  it('a ticket that changes again begins no second run, also when both are told at once', async () => {
    const ticketId = await addTicket(house);
    await Promise.all(Array.from({ length: 5 }, () => follow(house, ticketId)));
    expect(await owner('select 1 from escalation where ticket_id = $1', ticketId)).toHaveLength(1);
  });

  it('somebody may escalate what does not escalate by itself', async () => {
    const ticketId = await addTicket(house, { priority: 'P3' });
    const job = jobOf('escalation-start', { ticketId, personId: house.coordinatorId });
    await asSystem(house, (tx) => startHandler.handle(tx, job));
    expect(await runOf(house, ticketId)).toMatchObject({ state: 'RUNNING', priority: 'P3' });
  });
});

describe('what a step does', () => {
  it('whoever is on call is called on every channel, by a link of their own, once however often the step runs', async () => {
    const run = await started();
    await takeStep(house, run.id);
    await takeStep(house, run.id);
    expect(await calledNames(house, run.id)).toEqual(['Kim']);
    const deliveries = await owner(
      'select channel, address from escalation_delivery d join escalation_attempt a using (attempt_id) where escalation_id = $1 order by d.place',
      run.id,
    );
    expect(deliveries).toEqual([
      { channel: 'EMAIL', address: 'kim@call.example' },
      { channel: 'SMS', address: '+82 10 1234 5678' },
    ]);
    const [mail, ...more] = await mailsOf(run.ticketId);
    expect(more).toEqual([]);
    const [attempt] = await owner<{ attempt_id: string }>(
      'select attempt_id from escalation_attempt where escalation_id = $1',
      run.id,
    );
    const token = linkToken(SETTING.secret, attempt?.attempt_id ?? '');
    expect(mail).toMatchObject({
      template: 'ESCALATION_CALL',
      guest_address: 'kim@call.example',
      secret_link: `https://daylight.example/e/${token}`,
    });
    expect(mail?.body_text).toContain('Database down');
    expect(mail?.body_text).not.toContain(token);
  });

  it('a quarter of an hour later without an answer the next is called; after the last the fallback, and the administrators are alarmed', async () => {
    const run = await started();
    await takeStep(house, run.id);
    house.db.setNow(run.started_at + 15 * MINUTE);
    await takeStep(house, run.id);
    expect(await calledNames(house, run.id)).toEqual(['Kim', 'Lee']);
    house.db.setNow(run.started_at + 35 * MINUTE);
    await takeStep(house, run.id);
    await takeStep(house, run.id);
    expect(await calledNames(house, run.id)).toEqual(['Kim', 'Lee', 'Director']);
    expect(await runOf(house, run.ticketId)).toMatchObject({ state: 'EXHAUSTED', next_at: null });
    const alarms = (await mailsOf(run.ticketId)).filter(({ template }) => template === 'ESCALATION_UNANSWERED');
    expect(alarms).toHaveLength(1);
    const told = await owner('select person_id, kind from notification where ticket_id = $1', run.ticketId);
    expect(told).toEqual([{ person_id: house.adminId, kind: 'ESCALATION_UNANSWERED' }]);
  });

  it('after hours of downtime each is called once, marked late with the true instant, and not flooded (R11)', async () => {
    const run = await started();
    house.db.setNow(run.started_at + 120 * MINUTE);
    await takeStep(house, run.id);
    const attempts = await owner<{ late: boolean; due: number; slot_key: string }>(
      'select late, (extract(epoch from due_at) * 1000)::float8 as due, slot_key from escalation_attempt where escalation_id = $1 order by due_at',
      run.id,
    );
    expect(attempts).toEqual([
      { late: true, due: run.started_at, slot_key: 'r1.s1.t1' },
      { late: true, due: run.started_at + 15 * MINUTE, slot_key: 'r1.s2.t1' },
      { late: true, due: run.started_at + 35 * MINUTE, slot_key: 'f.t1' },
    ]);
    const [first] = await mailsOf(run.ticketId);
    expect(first?.subject).toContain('지연 발송');
  });

  it('a confidential ticket is named by its number only', async () => {
    const run = await started({ confidential: true });
    await takeStep(house, run.id);
    const [mail] = await mailsOf(run.ticketId);
    expect(`${mail?.subject}${mail?.body_text}`).not.toContain('Database down');
  });

  it('with nobody to call at all the fallback is found empty and the administrators are alarmed within a minute (R14)', async () => {
    const empty = await createHouse();
    try {
      const ticketId = await addTicket(empty);
      await follow(empty, ticketId);
      const run = await runOf(empty, ticketId);
      await takeStep(empty, run?.escalation_id ?? '');
      empty.db.setNow((run?.started_at ?? 0) + MINUTE);
      await takeStep(empty, run?.escalation_id ?? '');
      expect(await runOf(empty, ticketId)).toMatchObject({ state: 'EXHAUSTED' });
      const mails = await empty.db.owner('select template, person_id from mail_message where ticket_id = $1', [
        ticketId,
      ]);
      expect(mails).toEqual([{ template: 'ESCALATION_UNANSWERED', person_id: empty.adminId }]);
      const [event] = await empty.db.owner<{ data: { skipped: readonly unknown[] } }>(
        `select data from escalation_event where kind = 'CALLED' order by at limit 1`,
      );
      expect(event?.data.skipped).toMatchObject([{ reason: { kind: 'NOBODY_IN_ROLE' } }]);
    } finally {
      await empty.db.close();
    }
  });
});

describe('what becomes of a call', () => {
  it('a channel without a gateway is a delivery that failed, not silence', async () => {
    const run = await started();
    await takeStep(house, run.id);
    const [sms] = await owner<{ delivery_id: string }>(
      `select delivery_id from escalation_delivery d join escalation_attempt a using (attempt_id) where escalation_id = $1 and channel = 'SMS'`,
      run.id,
    );
    const job = jobOf('escalation-channel', { deliveryId: sms?.delivery_id });
    for (let time = 0; time < 2; time += 1) {
      const prepared = await asSystem(house, (tx) =>
        channelHandler({ desk: { prepare: () => Promise.resolve(null) }, setting: SETTING }).prepare(tx, job),
      );
      const record = await prepared?.deliver();
      if (record !== undefined) await asSystem(house, record);
    }
    const results = await owner(
      'select outcome, error from escalation_delivery_result where delivery_id = $1',
      sms?.delivery_id,
    );
    expect(results).toEqual([{ outcome: 'FAILED', error: 'NO_GATEWAY' }]);
  });

  it('a mail that was given up is a failed delivery, and its address is named as failing', async () => {
    const run = await started();
    await takeStep(house, run.id);
    const [mail] = await owner<{ mail_id: string }>(
      `update mail_message set state = 'DEAD', last_error = '550 no such user' where ticket_id = $1 returning mail_id`,
      run.ticketId,
    );
    const event = {
      id: newId(),
      topic: 'mail.settled',
      tenantId: house.tenantId,
      ids: { mailId: mail?.mail_id ?? '' },
    };
    const [results] = escalationSubscribers.filter(({ topics }) => topics.includes('mail.settled'));
    for (let time = 0; time < 2; time += 1) await asSystem(house, async (tx) => results?.handle(tx, event));
    expect(
      await owner('select outcome, error from escalation_delivery_result where delivery_id = $1', mail?.mail_id),
    ).toEqual([{ outcome: 'FAILED', error: '550 no such user' }]);
    const [kim] = await owner<{ channels: readonly { kind: string; bouncedAt: number | null }[] }>(
      `select channels from escalation_contact where name = 'Kim'`,
    );
    expect(kim?.channels.map(({ kind, bouncedAt }) => [kind, bouncedAt !== null])).toEqual([
      ['EMAIL', true],
      ['SMS', false],
    ]);
    await owner(
      `update escalation_contact set channels = jsonb_set(channels, '{0,bouncedAt}', 'null') where name = 'Kim'`,
    );
  });
});

describe('how a run ends', () => {
  it('an acknowledgement ends it: nobody further is called, its timer is gone, a second answer changes nothing', async () => {
    const run = await started();
    await takeStep(house, run.id);
    const by = { personId: house.kimId, via: 'CONSOLE' } as const;
    expect(await asSystem(house, (tx) => acknowledgeRun(tx, run.id, by))).toBe(true);
    expect(await asSystem(house, (tx) => acknowledgeRun(tx, run.id, by))).toBe(false);
    house.db.setNow(run.started_at + 60 * MINUTE);
    await takeStep(house, run.id);
    expect(await calledNames(house, run.id)).toEqual(['Kim']);
    expect(await runOf(house, run.ticketId)).toMatchObject({ state: 'ACKNOWLEDGED' });
    expect(await owner('select 1 from job where dedupe_key = $1', run.id)).toEqual([]);
  });

  it('the signed link shows the call to anybody who has it and answers in its person’s name, once', async () => {
    const run = await started();
    await takeStep(house, run.id);
    const [attempt] = await owner<{ attempt_id: string }>(
      'select attempt_id from escalation_attempt where escalation_id = $1',
      run.id,
    );
    const hash = tokenHash(linkToken(SETTING.secret, attempt?.attempt_id ?? ''));
    const [view] = await house.db.bare('select * from escalation_link_view($1)', [hash]);
    expect(view).toMatchObject({ contact_name: 'Kim', state: 'RUNNING', subject: 'Database down' });
    const answer = () =>
      house.db.bare('select escalation_acknowledge($1, $2, $3, $4, $5) as ended', [
        hash,
        newId(),
        newId(),
        newId(),
        '127.0.0.1',
      ]);
    expect(await answer()).toEqual([{ ended: true }]);
    expect(await answer()).toEqual([{ ended: false }]);
    expect(
      await owner('select acknowledged_by, acknowledged_via from escalation where escalation_id = $1', run.id),
    ).toEqual([{ acknowledged_by: house.kimId, acknowledged_via: 'LINK' }]);
    expect(
      await owner(
        `select action, actor_person_id from audit_entry where object_id = $1 and action = 'escalation.acknowledge'`,
        run.id,
      ),
    ).toEqual([{ action: 'escalation.acknowledge', actor_person_id: house.kimId }]);
  });

  it('a link that nobody was sent neither shows nor ends anything', async () => {
    const hash = tokenHash(linkToken('another secret', 'x'));
    expect(await house.db.bare('select * from escalation_link_view($1)', [hash])).toEqual([]);
    expect(
      await house.db.bare('select escalation_acknowledge($1, $2, $3, $4, null) as ended', [
        hash,
        newId(),
        newId(),
        newId(),
      ]),
    ).toEqual([{ ended: false }]);
  });

  it('a reply to the call’s mail ends it in the name of whoever was called, from no other address', async () => {
    const run = await started();
    await takeStep(house, run.id);
    const [mail] = await owner<{ mail_id: string }>(
      'select mail_id from mail_message where ticket_id = $1',
      run.ticketId,
    );
    const mailId = mail?.mail_id ?? '';
    const reply = (from: string | null, to = mailId) =>
      asSystem(house, (tx) => acknowledgeByReply(tx, { mailId: to, from }));
    expect(await reply('stranger@call.example')).toBe(false);
    expect(await reply(null, newId())).toBe(false);
    expect(await runOf(house, run.ticketId)).toMatchObject({ state: 'RUNNING' });
    const event = { id: newId(), topic: 'mail.replied', tenantId: house.tenantId, ids: { mailId } };
    const [answers] = escalationSubscribers.filter(({ topics }) => topics.includes('mail.replied'));
    await asSystem(house, async (tx) => answers?.handle(tx, event));
    expect(await reply('KIM@call.example')).toBe(false);
    expect(
      await owner('select acknowledged_by, acknowledged_via from escalation where escalation_id = $1', run.id),
    ).toEqual([{ acknowledged_by: house.kimId, acknowledged_via: 'REPLY' }]);
  });

  it('a ticket that was resolved needs nobody any more', async () => {
    const run = await started();
    await owner(`update ticket set status = 'RESOLVED', resolved_at = now() where ticket_id = $1`, run.ticketId);
    await follow(house, run.ticketId);
    expect(await runOf(house, run.ticketId)).toMatchObject({ state: 'STOPPED', stop_reason: 'TICKET_RESOLVED' });
  });
});

it('under another client’s scope no run, call or delivery is to be seen', async () => {
  await started();
  const other = await createTenant(house.db, house.providerId, 'GAMMA');
  const rows = await house.db.worker.asSystem({ providerId: house.providerId, tenantId: other }, (tx) =>
    tx.query({
      name: 'spec-runs',
      text: 'select 1 from escalation union all select 1 from escalation_attempt union all select 1 from escalation_delivery',
    }),
  );
  expect(rows).toEqual([]);
});
