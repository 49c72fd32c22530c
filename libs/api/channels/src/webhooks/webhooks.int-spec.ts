import dns from 'node:dns';
import { createHmac } from 'node:crypto';
import { statementLog } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import { HOUR, MINUTE } from '@daylight/domain';
import {
  asAdmin,
  asSystem,
  createHouse,
  deliver,
  jobOf,
  LIMITS,
  never,
  ok,
  ORIGIN,
  otherEnd,
  says,
  SECRET,
  SETTING,
  type House,
  type OtherEnd,
} from '../house.fixture.js';
import { sendRequest } from '../outbound/send-request.js';
import { forWebhook, unseal } from '../sealing.js';
import { replayWebhook, testWebhook } from './act-on-webhook.js';
import { MOST_ATTEMPTS, webhookHandler } from './deliver-webhook.js';
import { webhookDeliveries, webhookDelivery } from './delivery-log.js';
import { renewWebhookSecret, saveWebhook } from './save-webhook.js';
import { webhookSubscriber } from './tell-webhooks.js';
import type { WebhookInput } from './webhook-input.js';
import { webhooks } from './webhook-view.js';

const NOW = Date.UTC(2026, 10, 23, 3);
const handler = webhookHandler({ secret: SECRET, limits: LIMITS });
const subscriber = webhookSubscriber({ origin: ORIGIN });

let house: House;
let end: OtherEnd;

beforeAll(async () => {
  house = await createHouse();
  end = await otherEnd();
});
beforeEach(async () => {
  house.db.setNow(NOW);
  end.answer = ok;
  end.taken.length = 0;
  for (const table of ['webhook_attempt', 'webhook_delivery', 'webhook', 'job'])
    await house.db.owner(`delete from ${table}`);
});
afterAll(async () => {
  await end.close();
  await house.db.close();
});

async function made(change: Partial<WebhookInput> = {}): Promise<{ readonly id: string; readonly secret: string }> {
  const input: WebhookInput = {
    ...{
      name: 'Ops',
      url: `${end.url}/hook`,
      format: 'DAYLIGHT',
      language: 'ko',
      topics: ['ticket.opened'],
      active: true,
    },
    ...change,
  };
  const saved = await asAdmin(house, (tx) => saveWebhook(tx, input, SETTING));
  if (saved.__typename !== 'WebhookSaved') throw new Error(JSON.stringify(saved));
  return { id: saved.webhook.id, secret: saved.secret ?? '' };
}

const happened = (topic: string, tenantId: string | null, id = newId()) =>
  asSystem(house, tenantId, (tx) => subscriber.handle(tx, { id, topic, tenantId, ids: { ticketId: newId() } }));

interface Waiting extends Record<string, unknown> {
  readonly delivery_id: string;
  readonly run_at: Date;
}
const waiting = () =>
  house.db.owner<Waiting>(
    `select dedupe_key as delivery_id, run_at from job where queue = 'webhook' order by run_at, job_id`,
  );
async function attempt(deliveryId: string): Promise<void> {
  await deliver(house, handler, jobOf('webhook', { deliveryId }, { tenantId: house.acme }));
}
async function onlyDelivery(): Promise<string> {
  const [job, ...more] = await waiting();
  expect(more).toEqual([]);
  return job?.delivery_id ?? '';
}
const stateOf = async (deliveryId: string) => {
  const [row] = await house.db.owner(
    'select state, attempts, last_status, last_error from webhook_delivery where delivery_id = $1',
    [deliveryId],
  );
  return row;
};

describe('what a webhook is told', () => {
  it('is signed with the secret that was shown once, over the instant and the exact bytes', async () => {
    const { secret } = await made();
    await happened('ticket.opened', house.acme);
    const deliveryId = await onlyDelivery();
    await attempt(deliveryId);
    const [taken] = end.taken;
    const [, seconds = '', hex = ''] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(taken?.headers['x-daylight-signature'])) ?? [];
    expect(hex).toBe(
      createHmac('sha256', secret)
        .update(`${seconds}.${taken?.body ?? ''}`)
        .digest('hex'),
    );
    expect(Number(seconds) * 1_000).toBe(NOW);
    expect(taken?.headers).toMatchObject({ 'x-daylight-delivery': deliveryId, 'x-daylight-topic': 'ticket.opened' });
    expect(JSON.parse(taken?.body ?? '')).toMatchObject({ topic: 'ticket.opened', tenant: { id: house.acme } });
    expect(await stateOf(deliveryId)).toMatchObject({ state: 'DELIVERED', attempts: 1, last_status: 200 });
    await attempt(deliveryId);
    expect(end.taken).toHaveLength(1);
  });

  it('is what was chosen, of whom it was chosen, once however often the event comes by', async () => {
    await made({ tenantId: house.acme });
    const id = newId();
    for (let time = 0; time < 3; time += 1) await happened('ticket.opened', house.acme, id);
    await happened('ticket.closed', house.acme);
    await happened('ticket.opened', house.beta);
    expect(await waiting()).toHaveLength(1);
  });

  it('an inactive one is told nothing', async () => {
    await made({ active: false });
    await happened('ticket.opened', house.acme);
    expect(await waiting()).toEqual([]);
  });
});

describe('a receiver that fails', () => {
  it('is asked again, each time later, with every answer kept, until a person has to look; replayed, it is the same delivery', async () => {
    await made();
    await happened('ticket.opened', house.acme);
    const deliveryId = await onlyDelivery();
    end.answer = says(500, 'out of order');
    const pauses: number[] = [];
    for (let time = 1; time < MOST_ATTEMPTS; time += 1) {
      await house.db.owner('update webhook set paused_until = null');
      await attempt(deliveryId);
      const [job] = await waiting();
      pauses.push(((job?.run_at.getTime() ?? 0) - NOW) / MINUTE);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256]);
    await house.db.owner('update webhook set paused_until = null');
    await attempt(deliveryId);
    expect(await stateOf(deliveryId)).toEqual({
      state: 'FAILED',
      attempts: 10,
      last_status: 500,
      last_error: 'HTTP 500',
    });
    const shown = await asAdmin(house, (tx) => webhookDelivery(tx, deliveryId));
    expect(shown?.attempts).toHaveLength(10);
    expect(shown?.attempts[0]).toMatchObject({ status: 500, response: 'out of order' });

    end.answer = ok;
    const bodies = new Set(end.taken.map(({ body }) => body));
    const [hook] = await asAdmin(house, webhooks);
    const replayed = await asAdmin(house, (tx) => replayWebhook(tx, { webhookId: hook?.id ?? '' }));
    expect(replayed).toEqual({ __typename: 'WebhookReplayed', replayed: 1 });
    await attempt(deliveryId);
    expect(await stateOf(deliveryId)).toMatchObject({ state: 'DELIVERED', attempts: 1 });
    expect([...bodies]).toEqual([end.taken.at(-1)?.body]);
  });

  it('is left alone for a while after three failures, and what waits for it takes nobody’s time', async () => {
    await made();
    for (let time = 0; time < 5; time += 1) await happened('ticket.opened', house.acme);
    end.answer = says(503);
    for (const { delivery_id: deliveryId } of await waiting()) await attempt(deliveryId);
    expect(end.taken).toHaveLength(3);
    const [hook] = await asAdmin(house, webhooks);
    expect(hook).toMatchObject({ pausedUntil: NOW + MINUTE, waiting: 5 });
    end.answer = ok;
    house.db.setNow(NOW + 10 * MINUTE);
    for (const { delivery_id: deliveryId } of await waiting()) await attempt(deliveryId);
    expect(await asAdmin(house, webhooks)).toMatchObject([{ pausedUntil: null, waiting: 0 }]);
  });

  it.each([
    ['never answers', never, 'TIMEOUT', null],
    ['redirects, is not followed', says(302), 'HTTP 302', 302],
  ] as const)('a receiver that %s is a failed attempt (W7)', async (_, answer, error, status) => {
    await made();
    await happened('ticket.opened', house.acme);
    const deliveryId = await onlyDelivery();
    end.answer = answer;
    await attempt(deliveryId);
    expect(end.taken).toHaveLength(1);
    expect(await stateOf(deliveryId)).toMatchObject({ state: 'QUEUED', last_error: error, last_status: status });
  });

  it('an answer without end is cut off, and one that drips ends with the time that was given (W7)', async () => {
    end.answer = (response) => {
      response.writeHead(200);
      const pour = () => void (response.writable && response.write('x'.repeat(65_536), pour));
      pour();
    };
    const request = { method: 'POST', url: end.url, headers: {}, body: Buffer.from('') };
    const huge = await sendRequest(request, LIMITS);
    expect(huge).toMatchObject({ kind: 'answered', status: 200 });
    expect(huge.kind === 'answered' && huge.body.length).toBe(LIMITS.mostBytes);
    end.answer = (response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    };
    expect(await sendRequest(request, LIMITS)).toMatchObject({ kind: 'failed', error: 'TIMEOUT', forGood: false });
  });
});

describe('where nothing is sent (G11, W6)', () => {
  const send = (url: string, networks: readonly string[] = []) =>
    sendRequest({ method: 'POST', url, headers: {}, body: Buffer.from('') }, { ...LIMITS, networks });
  const refused = { kind: 'failed', error: 'ADDRESS_NOT_ALLOWED', forGood: true };

  it.each([
    ...[
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://0.0.0.0/',
      'https://2130706433/',
    ],
    ...[
      'https://017700000001/',
      'https://10.1.2.3/',
      'https://192.168.0.1/',
      'https://172.16.0.1/',
      'https://100.64.0.1/',
    ],
    ...[
      'https://169.254.169.254/',
      'https://[fe80::1]/',
      'https://[fd00::1]/',
      'https://[64:ff9b::7f00:1]/',
      'https://224.0.0.1/',
    ],
    ...['https://localhost/', 'file:///etc/passwd', 'gopher://127.0.0.1/', 'http://8.8.8.8/'],
  ])('%s', async (url) => {
    await expect(send(url)).resolves.toMatchObject(refused);
  });

  it('a name is looked up once, when connecting, and only allowed answers are connected to', async () => {
    const answers = [[{ address: '10.0.0.5', family: 4 }], [{ address: '169.254.169.254', family: 4 }]];
    let asked = 0;
    const before = dns.lookup;
    const value = (_name: string, _options: unknown, done: (error: null, all: unknown) => void): void => {
      asked += 1;
      done(null, answers.shift() ?? []);
    };
    Object.defineProperty(dns, 'lookup', { value, configurable: true, writable: true });
    try {
      await expect(send('https://rebound.example/')).resolves.toMatchObject(refused);
      await expect(send('https://rebound.example/')).resolves.toMatchObject(refused);
      expect(asked).toBe(2);
    } finally {
      Object.defineProperty(dns, 'lookup', { value: before, configurable: true, writable: true });
    }
  });

  it('unless the installation names the network, which then may be plain HTTP', async () => {
    await expect(send(end.url, ['loopback'])).resolves.toMatchObject({ kind: 'answered', status: 200 });
    await expect(send(end.url, ['10.0.0.0/8'])).resolves.toMatchObject(refused);
  });

  it('a webhook whose name became internal fails for good, and is not tried again', async () => {
    await made({ url: 'http://localhost:1/' });
    await happened('ticket.opened', house.acme);
    const deliveryId = await onlyDelivery();
    const strict = webhookHandler({ secret: SECRET, limits: { ...LIMITS, networks: [] } });
    await deliver(house, strict, jobOf('webhook', { deliveryId }, { tenantId: house.acme }));
    expect(await stateOf(deliveryId)).toMatchObject({ state: 'FAILED', last_error: 'ADDRESS_NOT_ALLOWED' });
  });
});

describe('secrets', () => {
  it('are renewed with an overlap in which both sign, and then the new one alone', async () => {
    const { id, secret: former } = await made();
    const renewed = await asAdmin(house, (tx) => renewWebhookSecret(tx, { webhookId: id, overlapHours: 24 }, SETTING));
    const secret = renewed.__typename === 'WebhookSaved' ? (renewed.secret ?? '') : '';
    expect(secret).not.toBe(former);
    const signatures = async (): Promise<readonly string[]> => {
      await happened('ticket.opened', house.acme);
      for (const { delivery_id: deliveryId } of await waiting()) await attempt(deliveryId);
      const taken = end.taken.at(-1);
      const [at = '', ...signed] = String(taken?.headers['x-daylight-signature']).split(',');
      const by = [secret, former].map((each) =>
        createHmac('sha256', each)
          .update(`${at.slice(2)}.${taken?.body ?? ''}`)
          .digest('hex'),
      );
      return signed.map((each) => ['new', 'former'][by.indexOf(each.slice(3))] ?? 'nobody');
    };
    expect(await signatures()).toEqual(['new', 'former']);
    house.db.setNow(NOW + 25 * HOUR);
    expect(await signatures()).toEqual(['new']);
  });

  it('neither secret nor address can be read from the database, by its owner or by the application, nor moved to another row (G13)', async () => {
    const { id, secret } = await made({ url: `${end.url}/capability-url-1234` });
    const { id: other } = await made({ name: 'Other' });
    const [dump] = await house.db.owner<{ all: string }>(`select string_agg(w::text, ' ') as all from webhook w`);
    for (const hidden of [secret, 'capability-url']) {
      expect(dump?.all).not.toContain(hidden);
      expect(dump?.all).not.toContain(Buffer.from(hidden).toString('hex'));
    }
    await expect(
      asAdmin(house, (tx) => tx.query({ name: `spec-${id}`, text: 'select secret_sealed from webhook' })),
    ).rejects.toMatchObject({ code: '42501' });
    const [row] = await house.db.owner<{ secret_sealed: Buffer }>(
      'select secret_sealed from webhook where webhook_id = $1',
      [id],
    );
    const sealed = row?.secret_sealed ?? Buffer.alloc(0);
    expect(unseal(SECRET, forWebhook(house.providerId, id, 'secret'), sealed)).toBe(secret);
    expect(unseal(SECRET, forWebhook(house.providerId, other, 'secret'), sealed)).toBeNull();
    expect(unseal(SECRET, forWebhook(newId(), id, 'secret'), sealed)).toBeNull();
    expect(unseal(SECRET, forWebhook(house.providerId, id, 'url'), sealed)).toBeNull();
  });

  it('a delivery whose secret can’t be opened any more fails visibly and sends nothing', async () => {
    await made();
    await happened('ticket.opened', house.acme);
    const deliveryId = await onlyDelivery();
    const changed = webhookHandler({ secret: 'z'.repeat(32), limits: LIMITS });
    await deliver(house, changed, jobOf('webhook', { deliveryId }, { tenantId: house.acme }));
    expect(end.taken).toEqual([]);
    expect(await stateOf(deliveryId)).toMatchObject({ state: 'FAILED', last_error: 'SECRET_NOT_OPENED' });
  });
});

describe('in the console', () => {
  it('what can’t be taken is refused with its place, and a webhook that changed meanwhile is shown', async () => {
    const bad: WebhookInput = {
      ...{
        name: ' ',
        url: 'https://10.0.0.1/',
        format: 'DAYLIGHT',
        language: 'fr',
        topics: ['ticket.noted'],
        active: true,
      },
    };
    const refused = await asAdmin(house, (tx) => saveWebhook(tx, bad, SETTING));
    expect(refused).toMatchObject({ problems: ['name', 'url', 'topics', 'language'].map((path) => ({ path })) });
    const { id } = await made();
    const change = { ...bad, webhookId: id, name: 'New', url: null, language: 'en', topics: ['ticket.closed'] };
    const first = await asAdmin(house, (tx) => saveWebhook(tx, { ...change, expectedVersion: 1 }, SETTING));
    expect(first).toMatchObject({ __typename: 'WebhookSaved', secret: null, webhook: { name: 'New', version: 2 } });
    const second = await asAdmin(house, (tx) => saveWebhook(tx, { ...change, expectedVersion: 1 }, SETTING));
    expect(second).toMatchObject({ __typename: 'WebhookChangedMeanwhile', current: { version: 2 } });
  });

  it('a test is sent and shown with the other deliveries; the list costs the same for 2 as for 20', async () => {
    const { id } = await made();
    const counts: number[] = [];
    for (const rows of [2, 20]) {
      for (let row = 0; row < rows; row += 1) await asAdmin(house, (tx) => testWebhook(tx, { webhookId: id }, SETTING));
      counts.push(
        await asAdmin(house, async (tx) => {
          statementLog.names = [];
          await webhookDeliveries(tx, { webhookId: id, first: 50 });
          await webhooks(tx);
          const { length } = statementLog.names;
          statementLog.names = null;
          return length;
        }),
      );
    }
    expect(counts).toEqual([2, 2]);
    const page = await asAdmin(house, (tx) => webhookDeliveries(tx, { webhookId: id, first: 5 }));
    expect(page).toMatchObject({ pageInfo: { hasNextPage: true } });
    expect(page.edges[0]?.node).toMatchObject({ topic: 'webhook.test', topicName: '연결 시험', state: 'QUEUED' });
    const next = await asAdmin(house, (tx) =>
      webhookDeliveries(tx, { webhookId: id, first: 50, after: page.pageInfo.endCursor }),
    );
    expect(next.edges).toHaveLength(17);
  });
});
