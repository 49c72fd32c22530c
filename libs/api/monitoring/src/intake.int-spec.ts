import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { statementLog } from '@daylight/api-database';
import { systemClock } from '@daylight/api-platform';
import { AssignTicket } from '@daylight/api-tickets';
import { renewSource } from './sources/save-source.js';
import {
  addSource,
  alertsOf,
  createHouse,
  deliveriesOf,
  firing,
  post,
  SETTING,
  staffTx,
  work,
  type House,
} from './house.fixture.js';

let house: House;
beforeAll(async () => {
  house = await createHouse();
});
afterAll(async () => {
  await house.close();
});

describe('taking what monitoring sends', () => {
  test('a body is kept as it came before its sender is answered, and read afterwards', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER');
    const body = JSON.stringify(firing('Kept'), null, 3);
    const answer = await post(house, source, body, { 'user-agent': 'Alertmanager/0.27' });
    expect(answer.statusCode).toBe(202);
    const [kept] = await deliveriesOf(house, source);
    expect(kept).toMatchObject({ delivery_id: answer.json().deliveryId, state: 'RECEIVED' });
    expect(kept?.body.toString()).toBe(body);
    expect(await alertsOf(house, source)).toEqual([]);
    await work(house);
    expect(await alertsOf(house, source)).toMatchObject([
      { title: 'Kept', state: 'FIRING', status: 'NEW', channel: 'MONITORING' },
    ]);
    expect((await deliveriesOf(house, source))[0]).toMatchObject({ state: 'DONE', reason: null });
  });

  test('the ticket opened when the body was received, not when it was read (D-TKT-1)', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER');
    await post(house, source, firing('Receipt'));
    await house.db.owner(`update intake_delivery set received_at = now() - interval '2 hours' where source_id = $1`, [
      source.sourceId,
    ]);
    await work(house);
    const [row] = await house.db.owner<{ age: number }>(
      `select extract(epoch from now() - t.opened_at)::float8 as age from ticket t join alert a on a.ticket_id = t.ticket_id where a.source_id = $1`,
      [source.sourceId],
    );
    expect(row?.age).toBeGreaterThan(7_100);
    expect(row?.age).toBeLessThan(7_300);
  });

  test('a key that nobody has, another vendor and a source that is switched off take nothing', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER');
    const strange = { path: source.path.replace(/[\w-]{43}/, 'x'.repeat(43)) };
    expect((await post(house, strange, firing('A'))).statusCode).toBe(404);
    expect((await post(house, { path: source.path.replace('alertmanager', 'grafana') }, firing('A'))).statusCode).toBe(
      404,
    );
    expect((await post(house, { path: '/intake/short/alertmanager' }, firing('A'))).statusCode).toBe(404);
    await house.db.owner('update alert_source set active = false, version = version + 1 where source_id = $1', [
      source.sourceId,
    ]);
    expect((await post(house, source, firing('A'))).statusCode).toBe(404);
    expect(await deliveriesOf(house, source)).toEqual([]);
  });

  test('a new key works at once, and the old one no more', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER');
    expect((await post(house, source, firing('A'))).statusCode).toBe(202);
    const renewed = await staffTx(house, house.acme, (tx) =>
      renewSource(tx, { sourceId: source.sourceId, renew: 'KEY' }, SETTING),
    );
    if (renewed.__typename !== 'AlertSourceSaved') throw new Error(renewed.__typename);
    expect((await post(house, source, firing('A'))).statusCode).toBe(404);
    expect((await post(house, { path: new URL(renewed.url ?? '').pathname }, firing('A'))).statusCode).toBe(202);
  });

  test('a secret is asked for where the source has one: missing, wrong, old and unset ones are refused, and keep nothing', async () => {
    const source = await addSource(house, house.acme, 'GENERIC', { auth: 'SECRET' });
    const send = (secret: string | null) =>
      post(house, source, { title: 'Secret' }, secret === null ? {} : { 'x-daylight-secret': secret });
    expect((await send(null)).statusCode).toBe(401);
    expect((await send('wrong')).json()).toMatchObject({ error: 'REFUSED' });
    expect((await send(source.secret)).statusCode).toBe(202);
    await staffTx(house, house.acme, (tx) => renewSource(tx, { sourceId: source.sourceId, renew: 'SECRET' }, SETTING));
    expect((await send(source.secret)).json()).toMatchObject({ error: 'REFUSED' });
    await house.db.owner('update alert_source set secret_version = 0, version = version + 1 where source_id = $1', [
      source.sourceId,
    ]);
    expect((await send(source.secret)).json()).toMatchObject({ error: 'REFUSED' });
    expect(await deliveriesOf(house, source)).toHaveLength(1);
  });

  test('a signed delivery that is sent again is one, and one signed long ago is refused', async () => {
    const source = await addSource(house, house.acme, 'GENERIC', { auth: 'HMAC' });
    const body = JSON.stringify({ title: 'Signed' });
    const signed = (at: number) => {
      const mac = createHmac('sha256', source.secret ?? '')
        .update(`${at}.${body}`)
        .digest('hex');
      return post(house, source, body, { 'x-daylight-signature': `t=${at},v1=${mac}` });
    };
    const now = Math.floor(systemClock.now() / 1_000);
    expect([await signed(now), await signed(now)].map(({ statusCode }) => statusCode)).toEqual([202, 202]);
    expect((await signed(now - 3_600)).json()).toMatchObject({ error: 'REFUSED' });
    expect(await deliveriesOf(house, source)).toHaveLength(1);
  });

  const malformed: readonly (readonly [string, string | Buffer, Readonly<Record<string, string>>, number, string])[] = [
    ['half a document', '{"alerts":', {}, 400, 'NOT_JSON'],
    ['nothing', '', {}, 400, 'EMPTY'],
    ['one key twice', '{"alerts":[],"alerts":[]}', {}, 400, 'DUPLICATE_KEY'],
    ['NUL', '{"alerts":"\\u0000"}', {}, 400, 'BAD_CHARACTER'],
    ['a deep pit', '['.repeat(20_000), {}, 400, 'TOO_DEEP'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), {}, 400, 'NOT_UTF8'],
    ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'WRONG_TYPE'],
    ['a compressed body', '{}', { 'content-encoding': 'gzip' }, 415, 'WRONG_TYPE'],
  ];

  test.each(malformed)('%s is refused and kept as a dead letter', async (_name, body, headers, status, reason) => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER');
    const answer = await post(house, source, body, headers);
    expect([answer.statusCode, answer.json().reason]).toEqual([status, reason]);
    expect(await deliveriesOf(house, source)).toMatchObject([
      { state: 'DEAD', reason, delivery_id: answer.json().deliveryId },
    ]);
  });

  test('a body that is too long is refused unread; that it came is kept', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER');
    const answer = await post(house, source, Buffer.alloc(10 * 1024 * 1024, 'a'));
    expect(answer.statusCode).toBe(413);
    const [dead] = await deliveriesOf(house, source);
    expect(dead).toMatchObject({ state: 'DEAD', reason: 'TOO_LARGE', bytes: 10 * 1024 * 1024 });
    expect(dead?.body).toHaveLength(0);
  });

  test('a source that sends more than it may is asked to come back', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER', { perMinute: 2 });
    const answers = [
      await post(house, source, firing('A')),
      await post(house, source, firing('A')),
      await post(house, source, firing('A')),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202, 429]);
    expect(Number(answers[2]?.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('what speaks PagerDuty gets the answer it waits for', async () => {
    const source = await addSource(house, house.acme, 'PAGERDUTY');
    const event = {
      routing_key: 'r',
      event_action: 'trigger',
      dedup_key: 'd-1',
      payload: { summary: 'S', source: 'h', severity: 'error' },
    };
    expect((await post(house, source, event)).json()).toMatchObject({ status: 'success', dedup_key: 'd-1' });
  });

  test('what can be read only by another reader is a dead letter, and is read again when that is put right', async () => {
    const source = await addSource(house, house.acme, 'GENERIC');
    await post(house, source, { what: 'Oddly named' });
    await work(house);
    expect(await deliveriesOf(house, source)).toMatchObject([{ state: 'DEAD', reason: 'NO_TITLE' }]);
  });
});

describe('alerts and tickets (D-MON-1)', () => {
  test('fifty equal events at once are one alert and one ticket (W2)', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER');
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(house, source, firing('Same'))));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([202]));
    await Promise.all([work(house), work(house)]);
    await work(house);
    const [alert, ...more] = await alertsOf(house, source);
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ signals: 50, status: 'NEW' });
    const [count] = await house.db.owner<{ count: number }>(
      `select count(*)::int as count from ticket where tenant_id = $1 and subject = 'Same'`,
      [house.acme.tenantId],
    );
    expect(count?.count).toBe(1);
  });

  test('the same fingerprint of two clients and of two providers are three alerts with tickets of their own', async () => {
    const sources = [];
    for (const client of [house.acme, house.beta, house.other])
      sources.push(await addSource(house, client, 'ALERTMANAGER'));
    for (const source of sources) await post(house, source, firing('Everywhere'));
    await work(house);
    const alerts = await Promise.all(sources.map((source) => alertsOf(house, source)));
    expect(alerts.map((each) => each.length)).toEqual([1, 1, 1]);
    expect(new Set(alerts.flat().map(({ ticket_id }) => ticket_id)).size).toBe(3);
  });

  test('a recovery resolves a ticket that no human has touched, and says so in it', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER');
    await post(house, source, firing('Blip'));
    await work(house);
    await post(house, source, firing('Blip', 'resolved'));
    await work(house);
    const [alert] = await alertsOf(house, source);
    expect(alert).toMatchObject({ state: 'RECOVERED', status: 'RESOLVED' });
    const said = await house.db.owner('select side, visibility, body from ticket_message where ticket_id = $1', [
      alert?.ticket_id,
    ]);
    expect(said).toMatchObject([{ side: 'SYSTEM', visibility: 'PUBLIC' }]);
  });

  test('a recovery leaves a ticket that a human has touched, and tells its people', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER');
    await post(house, source, firing('Touched'));
    await work(house);
    const [alert] = await alertsOf(house, source);
    await staffTx(house, house.acme, (tx) =>
      new AssignTicket().run(tx, {
        ticketId: alert?.ticket_id ?? '',
        expectedVersion: null,
        assigneeId: house.acme.adminId,
        teamId: null,
      }),
    );
    await post(house, source, firing('Touched', 'resolved'));
    await work(house);
    expect((await alertsOf(house, source))[0]?.status).not.toBe('RESOLVED');
    const said = await house.db.owner('select visibility from ticket_message where ticket_id = $1', [alert?.ticket_id]);
    expect(said).toMatchObject([{ visibility: 'INTERNAL' }]);
  });

  test('an alert that begins anew after its ticket was resolved opens a follow-up', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER');
    for (const status of ['firing', 'resolved', 'firing'] as const) {
      await post(house, source, firing('Again', status));
      await work(house);
    }
    const tickets = await house.db.owner(
      `select status from ticket where tenant_id = $1 and subject = 'Again' order by number`,
      [house.acme.tenantId],
    );
    expect(tickets).toMatchObject([{ status: 'RESOLVED' }, { status: 'NEW' }]);
  });

  test('a flapping alert keeps its ticket until it has been quiet for a quarter of an hour', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER');
    for (const status of ['firing', 'resolved', 'firing', 'resolved', 'firing', 'resolved'] as const) {
      await post(house, source, firing('Flap', status));
      await work(house);
    }
    const [alert] = await alertsOf(house, source);
    expect(alert).toMatchObject({ flapping: true, state: 'RECOVERED', status: 'NEW' });
    const [timer] = await house.db.owner<{ wait: number }>(
      `select extract(epoch from run_at - now())::float8 as wait from job where queue = 'alert-settle' and dedupe_key = $1`,
      [alert?.alert_id],
    );
    expect(timer?.wait).toBeGreaterThan(890);
    await house.db.owner(`update alert set settled_at = now() - interval '1 second' where alert_id = $1`, [
      alert?.alert_id,
    ]);
    await house.db.owner(`update job set run_at = now() where queue = 'alert-settle' and dedupe_key = $1`, [
      alert?.alert_id,
    ]);
    await work(house);
    expect((await alertsOf(house, source))[0]?.status).toBe('RESOLVED');
  });

  test('alerts of one group share a ticket, which is resolved with the last of them', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER', { grouping: 'LABELS', groupLabels: ['site'] });
    for (const name of ['Disk', 'Net']) await post(house, source, firing(name, 'firing', { site: 'Seoul' }));
    await post(house, source, firing('Far', 'firing', { site: 'Busan' }));
    await work(house);
    const shared = await alertsOf(house, source);
    expect(new Set(shared.map(({ ticket_id }) => ticket_id)).size).toBe(2);
    await post(house, source, firing('Disk', 'resolved'));
    await work(house);
    expect((await alertsOf(house, source)).find(({ title }) => title === 'Disk')?.status).toBe('NEW');
    await post(house, source, firing('Net', 'resolved'));
    await work(house);
    expect((await alertsOf(house, source)).find(({ title }) => title === 'Disk')?.status).toBe('RESOLVED');
  });

  test('alerts below the threshold wait in triage', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER', { ticketFrom: 'CRITICAL' });
    await post(house, source, firing('Low', 'firing', { severity: 'warning' }));
    await work(house);
    expect(await alertsOf(house, source)).toMatchObject([{ state: 'FIRING', ticket_id: null }]);
  });

  test('beyond its limit a source’s alerts share one ticket', async () => {
    const source = await addSource(house, house.beta, 'ALERTMANAGER', { ticketLimit: 3 });
    for (let index = 0; index < 12; index += 1) await post(house, source, firing(`Storm${index}`));
    await work(house);
    const alerts = await alertsOf(house, source);
    expect(alerts).toHaveLength(12);
    expect(new Set(alerts.map(({ ticket_id }) => ticket_id)).size).toBe(4);
  });

  test('planned work keeps alerts from opening tickets', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER');
    await post(house, source, firing('Planned'));
    const windowId = '00000000-0000-7000-8000-000000000001';
    await work(house, { maintenanceAt: async () => windowId });
    expect(await alertsOf(house, source)).toMatchObject([{ ticket_id: null, state: 'FIRING' }]);
    await post(house, source, firing('Planned'));
    await work(house);
    expect(await alertsOf(house, source)).toMatchObject([{ status: 'NEW' }]);
  });

  test('a source that falls silent is an alert, and its next sign of life ends it', async () => {
    const source = await addSource(house, house.acme, 'HEARTBEAT', { heartbeatMinutes: 5, name: 'Backup' });
    const beat = () => house.http.inject({ method: 'GET', url: source.path });
    expect((await beat()).statusCode).toBe(202);
    await work(house);
    expect(await alertsOf(house, source)).toEqual([]);
    await house.db.owner(`update intake_delivery set received_at = now() - interval '6 minutes' where source_id = $1`, [
      source.sourceId,
    ]);
    await house.db.owner(`update alert_source set updated_at = now() - interval '6 minutes' where source_id = $1`, [
      source.sourceId,
    ]);
    await house.db.owner(`update job set run_at = now() where queue = 'alert-silence' and dedupe_key = $1`, [
      source.sourceId,
    ]);
    await work(house);
    expect(await alertsOf(house, source)).toMatchObject([{ state: 'FIRING', status: 'NEW' }]);
    expect((await beat()).statusCode).toBe(202);
    await work(house);
    expect(await alertsOf(house, source)).toMatchObject([{ state: 'RECOVERED', status: 'RESOLVED' }]);
  });

  test('the timer of a source that was heard of meanwhile only moves on', async () => {
    const source = await addSource(house, house.acme, 'HEARTBEAT', { heartbeatMinutes: 5 });
    await house.http.inject({ method: 'GET', url: source.path });
    await house.db.owner(`update job set run_at = now() where queue = 'alert-silence' and dedupe_key = $1`, [
      source.sourceId,
    ]);
    await work(house);
    expect(await alertsOf(house, source)).toEqual([]);
    const armed = await house.db.owner(
      `select 1 from job where queue = 'alert-silence' and dedupe_key = $1 and run_at > now()`,
      [source.sourceId],
    );
    expect(armed).toHaveLength(1);
  });

  test('two hundred deliveries take as many statements as two', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER', { ticketFrom: 'NEVER' });
    const counted = async (count: number, name: string) => {
      await Promise.all(Array.from({ length: count }, (_, index) => post(house, source, firing(`${name}${index}`))));
      statementLog.names = [];
      await work(house);
      const names = statementLog.names;
      statementLog.names = null;
      return names;
    };
    const few = await counted(2, 'few');
    expect(await counted(200, 'many')).toEqual(few);
    expect(few.length).toBeLessThanOrEqual(10);
  });

  test('a batch that fails is tried one by one, so that what is in order gets through', async () => {
    const source = await addSource(house, house.acme, 'ALERTMANAGER');
    await post(house, source, firing('First'));
    await post(house, source, firing('Second'));
    await house.db.owner(`update job set run_at = now() where queue = 'intake'`);
    await work(house, { attempt: 2 });
    expect(await alertsOf(house, source)).toHaveLength(2);
  });
});

describe('AWS SNS, without the network', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const topic = 'arn:aws:sns:eu-west-1:123456789012:alarms';
  const asked: string[] = [];
  const fetcher = async (url: URL) => {
    asked.push(url.href);
    return String(publicKey.export({ type: 'spki', format: 'pem' }));
  };
  let serial = 0;
  const message = (more: Readonly<Record<string, string>>) => {
    serial += 1;
    const all: Readonly<Record<string, string>> = {
      ...{
        MessageId: `m-${serial}`,
        TopicArn: topic,
        Timestamp: new Date(systemClock.now()).toISOString(),
        SignatureVersion: '2',
      },
      SigningCertURL: 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem',
      ...more,
    };
    const names = ['Message', 'MessageId', 'Subject', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
    const text = names.flatMap((name) => (all[name] === undefined ? [] : [`${name}\n${all[name]}\n`])).join('');
    return { ...all, Signature: sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64') };
  };
  const subscribe = (to = topic) =>
    message({
      ...{ Type: 'SubscriptionConfirmation', Message: 'Subscribe?', Token: 't', TopicArn: to },
      SubscribeURL: `https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${to}&Token=t`,
    });
  const alarm = (state: string, more = {}) =>
    message({
      Type: 'Notification',
      Message: JSON.stringify({ AlarmName: 'CPU', NewStateValue: state, AlarmArn: 'arn:cpu' }),
      ...more,
    });
  const plain = { 'content-type': 'text/plain; charset=UTF-8' };

  test('the question is answered once it is proved, alarms of that topic are taken, and doubles are one', async () => {
    const source = await addSource(house, house.acme, 'CLOUDWATCH');
    const send = async (body: unknown) => {
      expect((await post(house, source, body, plain)).statusCode).toBe(202);
      await work(house, { fetcher });
    };
    await send(subscribe());
    expect(asked.filter((url) => url.includes('ConfirmSubscription'))).toHaveLength(1);
    const twice = alarm('ALARM');
    await send(twice);
    await send(twice);
    expect(await alertsOf(house, source)).toMatchObject([{ fingerprint: 'arn:cpu', signals: 1, status: 'NEW' }]);
    await send(alarm('OK'));
    expect(await alertsOf(house, source)).toMatchObject([{ state: 'RECOVERED', status: 'RESOLVED' }]);
    await send({ ...alarm('ALARM'), Message: '{"AlarmName":"Forged","NewStateValue":"ALARM"}' });
    await send(alarm('ALARM', { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:other' }));
    await send(subscribe('arn:aws:sns:eu-west-1:123456789012:other'));
    expect((await deliveriesOf(house, source)).map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      ...['DONE SubscriptionConfirmation', 'DONE null', 'DONE DUPLICATE', 'DONE null'],
      ...['DEAD BAD_SIGNATURE', 'DEAD NOT_SUBSCRIBED', 'DEAD NOT_SUBSCRIBED'],
    ]);
    expect(asked.filter((url) => url.includes('ConfirmSubscription'))).toHaveLength(1);
    expect(asked.every((url) => url.startsWith('https://sns.eu-west-1.amazonaws.com/'))).toBe(true);
  });
});
