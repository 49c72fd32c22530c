import { statementLog } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import { MINUTE } from '@daylight/domain';
import fastify, { type FastifyInstance } from 'fastify';
import {
  asAdmin,
  asSystem,
  createHouse,
  deliver,
  DESK,
  jobOf,
  never,
  ok,
  otherEnd,
  says,
  SECRET,
  SETTING,
  type House,
  type OtherEnd,
} from '../house.fixture.js';
import { forGateway, unseal } from '../sealing.js';
import { channelDesk, type ChannelMessage } from './channel-desk.js';
import { gatewayMessages, gateways } from './gateway-view.js';
import { previewRequest } from './preview-request.js';
import { gatewayPresets } from './presets.js';
import { registerReports } from './register-reports.js';
import { reportHandler } from './report-handler.js';
import { renewReportUrl, saveGateway, type GatewayInput } from './save-gateway.js';
import type { GatewayTemplate } from './template.js';
import { gatewayTestHandler, testGateway } from './test-message.js';

const NOW = Date.UTC(2026, 10, 23, 3);
const desk = channelDesk(DESK);

let house: House;
let end: OtherEnd;
let http: FastifyInstance;

beforeAll(async () => {
  house = await createHouse();
  end = await otherEnd();
  http = fastify();
  await registerReports(http, { uow: house.db.app });
});
beforeEach(async () => {
  house.db.setNow(NOW);
  end.answer = ok;
  end.taken.length = 0;
  for (const table of ['gateway_report', 'gateway_message', 'gateway_secret', 'channel_gateway', 'job'])
    await house.db.owner(`delete from ${table}`);
});
afterAll(async () => {
  await http.close();
  await end.close();
  await house.db.close();
});

const template = (change: Partial<GatewayTemplate> = {}): GatewayTemplate => ({
  ...{
    method: 'POST',
    url: `${end.url}/messages`,
    headers: { authorization: 'Bearer {{secret.token}}' },
    bodyType: 'JSON',
  },
  ...{ body: '{"to": "{{to}}", "text": "{{text}}", "reportTo": "{{reportUrl}}"}', phone: 'E164', callingCode: '82' },
  ...{ signature: null, success: { statuses: ['2xx'], pointer: null, values: [] }, reference: '/id' },
  reports: {
    ...{ list: null, reference: '/id', status: '/status', delivered: ['delivered'], failed: ['failed'] },
    badAddress: ['unknown-number'],
  },
  ...change,
});

async function connected(
  change: Partial<Omit<GatewayInput, 'template'>> & { readonly template?: Partial<GatewayTemplate> } = {},
): Promise<{ readonly id: string; readonly reportPath: string }> {
  const input: GatewayInput = {
    ...{
      channel: 'SMS',
      name: 'Local',
      preset: 'JSON',
      active: true,
      secrets: [{ name: 'token', value: 'hunter2-token' }],
    },
    ...change,
    template: template(change.template),
  };
  const saved = await asAdmin(house, (tx) => saveGateway(tx, input, SETTING));
  if (saved.__typename !== 'ChannelGatewaySaved') throw new Error(JSON.stringify(saved));
  return { id: saved.gateway.id, reportPath: new URL(saved.reportUrl ?? 'x:').pathname };
}

const message = (change: Partial<ChannelMessage> = {}): ChannelMessage => ({
  ...{ id: newId(), tenantId: house.acme, channel: 'SMS', address: '010-1234-5678' },
  values: {
    ...{ text: '"P1"\nACME', name: 'Kim', number: 'ACME-1', priority: 'P1', subject: 'x', client: 'ACME', link: 'x' },
    language: 'ko',
  },
  card: { title: 'Call P1', text: null, facts: [], link: null },
  ...change,
});

/** Hands a message over and keeps what became of it, as the worker does. */
async function send(each: ChannelMessage) {
  const hand = await asSystem(house, house.acme, (tx) => desk.prepare(tx, each));
  const handed = await hand?.();
  if (handed !== undefined) await asSystem(house, house.acme, handed.keep);
  return handed?.answer ?? null;
}
const kept = async (id: string) => {
  const [row] = await house.db.owner(
    'select state, reference, last_error, bad_address from gateway_message where message_id = $1',
    [id],
  );
  return row;
};

describe('a message through a gateway', () => {
  it('is the template with its values, secrets where they are named, and the gateway’s id is kept', async () => {
    await connected();
    const each = message();
    expect(await send(each)).toEqual({ kind: 'taken', reference: 'v1' });
    const [taken] = end.taken;
    expect(taken).toMatchObject({
      method: 'POST',
      path: '/messages',
      headers: { authorization: 'Bearer hunter2-token' },
    });
    expect(JSON.parse(taken?.body ?? '')).toMatchObject({ to: '+821012345678', text: '"P1"\nACME' });
    expect(await kept(each.id)).toEqual({ state: 'SENT', reference: 'v1', last_error: null, bad_address: false });
    expect(await asAdmin(house, gateways)).toMatchObject([{ lastSentAt: NOW, lastError: null }]);
  });

  it.each([
    ['refuses', says(400), { kind: 'refused', forGood: true, error: 'HTTP 400' }],
    ['is busy', says(503), { kind: 'refused', forGood: false, error: 'HTTP 503' }],
    ['delays beyond its time', never, { kind: 'refused', forGood: false, error: 'TIMEOUT' }],
    ['redirects', says(307), { kind: 'refused', forGood: true, error: 'HTTP 307' }],
  ] as const)('of one that %s is not taken, and the gateway’s trouble is shown', async (_, answer, expected) => {
    await connected();
    end.answer = answer;
    const each = message();
    expect(await send(each)).toEqual(expected);
    expect(await kept(each.id)).toMatchObject({ state: 'FAILED', last_error: expected.error });
    expect(await asAdmin(house, gateways)).toMatchObject([{ lastSentAt: null, lastError: expected.error }]);
  });

  it('of one that can’t be reached may be tried again', async () => {
    await connected({ template: { url: 'http://127.0.0.1:1/messages' } });
    expect(await send(message())).toEqual({ kind: 'refused', forGood: false, error: 'ECONNREFUSED' });
  });

  it('of one that answers 200 and says no in its body is refused', async () => {
    await connected({ template: { success: { statuses: ['200'], pointer: '/code', values: ['0'] } } });
    end.answer = says(200, '{"code": 17}');
    expect(await send(message())).toEqual({ kind: 'refused', forGood: true, error: '/code = 17' });
  });

  it('goes nowhere where nothing is connected or in use; only one of a channel is', async () => {
    expect(await send(message())).toBeNull();
    const { id: first } = await connected();
    const { id: second } = await connected({ name: 'Second' });
    const inUse = (await asAdmin(house, gateways)).filter(({ active }) => active).map(({ id }) => id);
    expect([inUse, first === second]).toEqual([[second], false]);
    expect(await send(message({ channel: 'VOICE' }))).toBeNull();
  });

  it('to a chat room goes to its own address, in that product’s form', async () => {
    const room = message({ channel: 'CHAT_WEBHOOK', address: `${end.url}/room` });
    expect(await send(room)).toMatchObject({ kind: 'taken' });
    expect(JSON.parse(end.taken[0]?.body ?? '')).toMatchObject({ text: 'Call P1', blocks: [{ type: 'header' }] });
    expect(await send(message({ channel: 'CHAT_WEBHOOK', address: 'https://169.254.169.254/x' }))).toMatchObject({
      ...{ kind: 'refused', forGood: true, error: 'ADDRESS_NOT_ALLOWED' },
    });
  });
});

describe('reports of delivery', () => {
  const report = async (path: string, body: unknown) =>
    http.inject({
      method: 'POST',
      url: path,
      payload: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  async function readAll(now = NOW): Promise<readonly string[]> {
    house.db.setNow(now);
    const jobs = await house.db.owner<{ payload: { reportId: string } }>(
      `delete from job where queue = 'gateway-report' returning payload`,
    );
    for (const { payload } of jobs)
      await asSystem(house, null, (tx) => reportHandler.handle(tx, jobOf('gateway-report', payload)));
    const told = await house.db.owner<{ id: string }>(
      `delete from job where queue = 'outbox' and payload ->> 'topic' = 'channel.reported' returning payload -> 'ids' ->> 'messageId' as id`,
    );
    return told.map(({ id }) => id);
  }
  const reportState = async () =>
    house.db.owner('select state, reason from gateway_report order by received_at, report_id');

  it.each([
    ['delivered', { state: 'DELIVERED', bad_address: false, last_error: null }],
    ['failed', { state: 'FAILED', bad_address: false, last_error: 'failed' }],
    ['unknown-number', { state: 'FAILED', bad_address: true, last_error: 'unknown-number' }],
  ] as const)('%s is kept before it is answered, read, and told once', async (status, expected) => {
    const { reportPath } = await connected();
    const each = message();
    await send(each);
    for (let time = 0; time < 2; time += 1)
      expect((await report(reportPath, { id: 'v1', status })).statusCode).toBe(200);
    expect(await reportState()).toMatchObject([{ state: 'RECEIVED' }, { state: 'RECEIVED' }]);
    expect(await readAll()).toEqual([each.id]);
    expect(await kept(each.id)).toMatchObject(expected);
    expect(await reportState()).toEqual([
      { state: 'DONE', reason: null },
      { state: 'DONE', reason: null },
    ]);
  });

  it('what arrived stays so, whatever a late report says', async () => {
    const { reportPath } = await connected();
    const each = message();
    await send(each);
    await report(reportPath, { id: 'v1', status: 'delivered' });
    await report(reportPath, { id: 'v1', status: 'failed' });
    await readAll();
    expect(await kept(each.id)).toMatchObject({ state: 'DELIVERED' });
  });

  it('by GET or as a form they count as well', async () => {
    const { reportPath } = await connected();
    const each = message();
    await send(each);
    expect((await http.inject({ url: `${reportPath}?id=v1&status=delivered` })).statusCode).toBe(200);
    await readAll();
    expect(await kept(each.id)).toMatchObject({ state: 'DELIVERED' });
  });

  it('one that comes before the answer was written down is waited for', async () => {
    const { reportPath } = await connected();
    await report(reportPath, { id: 'v1', status: 'delivered' });
    await expect(readAll()).rejects.toThrow('not known yet');
    const each = message();
    await send(each);
    const [{ report_id: reportId } = { report_id: '' }] = await house.db.owner<{ report_id: string }>(
      'select report_id from gateway_report',
    );
    await asSystem(house, null, (tx) => reportHandler.handle(tx, jobOf('gateway-report', { reportId })));
    expect(await kept(each.id)).toMatchObject({ state: 'DELIVERED' });
  });

  it('of messages that nobody knows they are set aside after two minutes', async () => {
    const { reportPath } = await connected();
    await house.db.owner(`update gateway_report set received_at = now()`);
    await report(reportPath, { id: 'nobody', status: 'delivered' });
    await house.db.owner('update gateway_report set received_at = to_timestamp($1)', [NOW / 1_000]);
    expect(await readAll(NOW + 3 * MINUTE)).toEqual([]);
    expect(await reportState()).toEqual([{ state: 'DONE', reason: 'UNKNOWN_MESSAGE' }]);
  });

  it('one gateway can’t report another’s messages, nor anybody without the address', async () => {
    const { id, reportPath } = await connected();
    const other = await connected({ channel: 'VOICE' });
    const each = message();
    await send(each);
    await report(other.reportPath, { id: 'v1', status: 'delivered' });
    await readAll(NOW + 3 * MINUTE).catch(() => []);
    expect(await kept(each.id)).toMatchObject({ state: 'SENT' });
    expect((await report(`/reports/${'x'.repeat(43)}`, {})).statusCode).toBe(404);
    expect((await report('/reports/short', {})).statusCode).toBe(404);
    const renewed = await asAdmin(house, (tx) => renewReportUrl(tx, { gatewayId: id }, SETTING));
    expect((await report(reportPath, { id: 'v1', status: 'delivered' })).statusCode).toBe(404);
    const url = renewed.__typename === 'ChannelGatewaySaved' ? (renewed.reportUrl ?? '') : '';
    expect((await report(new URL(url).pathname, { id: 'v1', status: 'delivered' })).statusCode).toBe(200);
  });

  it('what can’t be read is kept as a dead letter, and what is too large isn’t kept', async () => {
    const { reportPath } = await connected();
    await http.inject({
      method: 'POST',
      url: reportPath,
      payload: '{',
      headers: { 'content-type': 'application/json' },
    });
    await readAll();
    expect(await reportState()).toEqual([{ state: 'DEAD', reason: 'UNREADABLE' }]);
    const large = await http.inject({
      method: 'POST',
      url: reportPath,
      payload: 'x'.repeat(70_000),
      headers: { 'content-type': 'text/plain' },
    });
    expect(large.statusCode).toBe(413);
    expect(await reportState()).toHaveLength(1);
  });
});

describe('secrets of a gateway (G13)', () => {
  it('lie sealed, unreadable for the application, bound to their gateway and name', async () => {
    const { id } = await connected();
    const { id: other } = await connected({ channel: 'VOICE' });
    const [row] = await house.db.owner<{ sealed: Buffer; all: string }>(
      `select sealed, (select string_agg(s::text, ' ') from gateway_secret s) as all from gateway_secret where gateway_id = $1`,
      [id],
    );
    for (const form of ['hunter2', Buffer.from('hunter2').toString('hex'), Buffer.from('hunter2').toString('base64')])
      expect(row?.all).not.toContain(form);
    const sealed = row?.sealed ?? Buffer.alloc(0);
    expect(unseal(SECRET, forGateway(house.providerId, id, 'token'), sealed)).toBe('hunter2-token');
    expect(unseal(SECRET, forGateway(house.providerId, other, 'token'), sealed)).toBeNull();
    expect(unseal(SECRET, forGateway(house.providerId, id, 'other'), sealed)).toBeNull();
    await expect(
      asAdmin(house, (tx) => tx.query({ name: `spec-${id}`, text: 'select sealed from gateway_secret' })),
    ).rejects.toMatchObject({ code: '42501' });
    const shown = JSON.stringify([await asAdmin(house, gateways), await asAdmin(house, async (tx) => tx.now)]);
    expect(shown).not.toContain('hunter2');
  });

  it('a ciphertext that was moved from another gateway is no secret there: the request goes without one', async () => {
    const { id } = await connected();
    await connected({ channel: 'VOICE', secrets: [{ name: 'token', value: 'other-token' }] });
    await house.db.owner(
      `update gateway_secret s set sealed = o.sealed from gateway_secret o where s.gateway_id = $1 and o.gateway_id <> $1`,
      [id],
    );
    await send(message());
    expect(end.taken[0]?.headers['authorization']).toBe('Bearer');
  });

  it('stay as they were unless they are given anew, and are taken away by name', async () => {
    const { id } = await connected();
    const base = {
      gatewayId: id,
      channel: 'SMS',
      name: 'Local',
      preset: 'JSON',
      active: true,
      template: template(),
    } as const;
    const save = (expectedVersion: number, secrets: GatewayInput['secrets']) =>
      asAdmin(house, (tx) => saveGateway(tx, { ...base, expectedVersion, secrets }, SETTING));
    expect(await save(1, [])).toMatchObject({ gateway: { secretNames: ['token'], version: 2 } });
    expect(await save(1, [])).toMatchObject({ __typename: 'ChannelGatewayChangedMeanwhile', current: { version: 2 } });
    expect(await save(2, [{ name: 'more', value: 'x' }])).toMatchObject({
      gateway: { secretNames: ['more', 'token'] },
    });
    expect(await save(3, [{ name: 'token', value: null }])).toMatchObject({ gateway: { secretNames: ['more'] } });
  });
});

describe('in the console', () => {
  it('what can’t be taken of a template is refused with its place', async () => {
    const input = { channel: 'SMS', name: 'x', preset: 'JSON', active: true, secrets: [] } as const;
    const save = (change: unknown) => asAdmin(house, (tx) => saveGateway(tx, { ...input, template: change }, SETTING));
    const refused = await save({ ...template(), body: '{"a": "{{nobody}}"', url: 'https://10.0.0.1/x' });
    expect(refused).toMatchObject({
      problems: [{ path: 'template.body' }, { path: 'template.url' }, { path: 'template.body' }],
    });
    expect(await save({ ...template(), method: 'DELETE' })).toMatchObject({ problems: [{ path: 'template.method' }] });
    expect(await asAdmin(house, gateways)).toEqual([]);
  });

  it('a preview shows the request with example values and covers secrets', () => {
    const preview = previewRequest(template(), ['loopback'], 'ko');
    expect(preview).toMatchObject({ method: 'POST', problems: [] });
    expect(preview.headers).toContainEqual({ name: 'authorization', value: 'Bearer ***' });
    expect(JSON.parse(preview.body)).toMatchObject({ to: '+821012345678' });
    expect(gatewayPresets().length).toBeGreaterThanOrEqual(10);
  });

  it('a test goes through a gateway whether it is in use or not, once, and shows what became of it', async () => {
    const { id } = await connected({ active: false });
    end.answer = says(401, 'wrong key');
    const queued = await asAdmin(house, (tx) => testGateway(tx, { gatewayId: id, address: '010-1' }));
    const messageId = queued.__typename === 'GatewayTestQueued' ? queued.gatewayMessageId : '';
    const job = jobOf('gateway-test', { messageId, language: 'ko' });
    for (let time = 0; time < 2; time += 1) await deliver(house, gatewayTestHandler(DESK), job);
    expect(end.taken).toHaveLength(1);
    const page = await asAdmin(house, (tx) => gatewayMessages(tx, { gatewayId: id, first: 10 }));
    expect(page.edges.map(({ node }) => node)).toMatchObject([
      { id: messageId, test: true, state: 'FAILED', status: 401, error: 'HTTP 401', response: 'wrong key' },
    ]);
  });

  it('the list of messages costs the same for 2 as for 20', async () => {
    const { id } = await connected();
    const counts: number[] = [];
    for (const rows of [2, 18]) {
      for (let row = 0; row < rows; row += 1) await send(message());
      counts.push(
        await asAdmin(house, async (tx) => {
          statementLog.names = [];
          await gatewayMessages(tx, { gatewayId: id, first: 50 });
          await gateways(tx);
          const { length } = statementLog.names;
          statementLog.names = null;
          return length;
        }),
      );
    }
    expect(counts).toEqual([2, 2]);
  });
});
