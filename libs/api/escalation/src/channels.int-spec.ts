import { createServer, type Server } from 'node:http';
import { channelDesk, reportHandler, saveGateway } from '@daylight/api-channels';
import { asStaff } from '@daylight/api-database';
import { signInAs } from '@daylight/api-testing';
import { channelHandler } from './deliveries/channel-handler.js';
import {
  addContact,
  addPolicy,
  addTicket,
  asSystem,
  createHouse,
  follow,
  jobOf,
  runOf,
  SETTING,
  step,
  takeStep,
  type House,
} from './house.fixture.js';
import { escalationSubscribers } from './runs/subscribers.js';

const LIMITS = { networks: ['loopback'], timeoutMs: 500, mostBytes: 4_096 };
const handler = channelHandler({ desk: channelDesk({ ...SETTING, limits: LIMITS }), setting: SETTING });

let house: House;
let gateway: Server;
let url: string;
let status = 200;
const taken: string[] = [];

beforeAll(async () => {
  house = await createHouse();
  gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      taken.push(body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(`{"id": "v${taken.length}"}`);
    });
  });
  const port = await new Promise<number>((resolve) => {
    gateway.listen(0, '127.0.0.1', () => {
      const at = gateway.address();
      resolve(typeof at === 'object' && at !== null ? at.port : 0);
    });
  });
  url = `http://127.0.0.1:${port}/messages`;
  for (const channel of ['SMS', 'VOICE', 'MESSENGER'] as const) await connect(channel);
  const contact = await addContact(house, {
    name: 'Kim',
    channels: [
      ['SMS', '+82 10 1234 5678'],
      ['VOICE', '+82 10 1234 5678'],
      ['MESSENGER', '+82 10 1234 5678'],
    ],
  });
  await addPolicy(house, { steps: [step('first', 0, { kind: 'CONTACT', contactId: contact })], fallback: [] });
});
beforeEach(() => {
  status = 200;
  taken.length = 0;
});
afterAll(async () => {
  gateway.closeAllConnections();
  gateway.close();
  await house.db.close();
});

async function connect(channel: 'SMS' | 'VOICE' | 'MESSENGER'): Promise<void> {
  const template = {
    ...{ method: 'POST', url, headers: {}, bodyType: 'JSON', body: '{"to": "{{to}}", "text": "{{text}}"}' },
    ...{ phone: 'E164', callingCode: '82', signature: null, reference: '/id' },
    success: { statuses: ['2xx'], pointer: null, values: [] },
    reports: {
      ...{ list: null, reference: '/id', status: '/status', delivered: ['delivered'], failed: ['failed'] },
      badAddress: ['unknown-number'],
    },
  };
  const caller = await signInAs(house.db, { providerId: house.providerId, personId: house.adminId }, 'CONSOLE');
  const input = { channel, name: channel, preset: 'JSON', template, secrets: [], active: true } as const;
  const setting = { ...SETTING, networks: LIMITS.networks };
  const saved = await house.db.app.asPerson(caller, (tx) => saveGateway(asStaff(tx), input, setting));
  expect(saved.__typename).toBe('ChannelGatewaySaved');
}

interface Sent extends Record<string, unknown> {
  readonly delivery_id: string;
  readonly channel: string;
}

/** Calls somebody for a new ticket and returns the deliveries of the call. */
async function called(): Promise<readonly Sent[]> {
  const ticketId = await addTicket(house);
  await follow(house, ticketId);
  const run = await runOf(house, ticketId);
  await takeStep(house, run?.escalation_id ?? '');
  return house.db.owner<Sent>(
    `select delivery_id, channel from escalation_delivery d join escalation_attempt a using (attempt_id)
     where a.escalation_id = $1 order by d.place`,
    [run?.escalation_id],
  );
}

async function send(deliveryId: string, lastAttempt = false) {
  const job = jobOf('escalation-channel', { deliveryId }, { lastAttempt });
  const prepared = await asSystem(house, (tx) => handler.prepare(tx, job));
  const record = await prepared?.deliver();
  return record === undefined ? null : asSystem(house, record);
}
const outcomes = async (deliveryId: string) =>
  (
    await house.db.owner<{ outcome: string }>(
      'select outcome from escalation_delivery_result where delivery_id = $1 order by at, outcome desc',
      [deliveryId],
    )
  ).map(({ outcome }) => outcome);

/** What the gateway reports, as the API keeps it and the worker reads it. */
async function reported(channel: string, reference: string, word: string): Promise<void> {
  const [row] = await house.db.owner<{ report_id: string }>(
    `insert into gateway_report (provider_id, report_id, gateway_id, received_at, content_type, body, state)
     select provider_id, gen_random_uuid(), gateway_id, now(), 'application/json', convert_to($2, 'utf8'), 'RECEIVED'
     from channel_gateway where channel = $1 returning report_id`,
    [channel, JSON.stringify({ id: reference, status: word })],
  );
  const on = { providerId: house.providerId, tenantId: null };
  const job = jobOf('gateway-report', { reportId: row?.report_id });
  await house.db.worker.asSystem(on, (tx) => reportHandler.handle(tx, job));
  const events = await house.db.owner<{ job_id: string; tenant_id: string; ids: Record<string, string> }>(
    `delete from job where queue = 'outbox' and payload ->> 'topic' = 'channel.reported' returning job_id, tenant_id, payload -> 'ids' as ids`,
  );
  for (const { job_id: id, tenant_id: tenantId, ids } of events) {
    const event = { id, topic: 'channel.reported', tenantId, ids };
    for (const subscriber of escalationSubscribers.filter(({ topics }) => topics.includes(event.topic)))
      await asSystem(house, (tx) => subscriber.handle(tx, event));
  }
}

it('a call by text, phone and messenger goes through its gateway, once, with words for its channel', async () => {
  const deliveries = await called();
  expect(deliveries.map(({ channel }) => channel)).toEqual(['SMS', 'VOICE', 'MESSENGER']);
  for (const { delivery_id: id } of deliveries) for (let time = 0; time < 2; time += 1) await send(id);
  const [sms, voice, messenger, ...more] = taken.map((body) => JSON.parse(body) as { to: string; text: string });
  expect(more).toEqual([]);
  expect(sms).toMatchObject({
    to: '+821012345678',
    text: expect.stringMatching(/^\[비상 호출 P1] ACME-\d+ Database down/),
  });
  expect(sms?.text).toMatch(/https:\/\/daylight\.example\/e\/[\w-]{43}$/);
  expect(messenger?.text).toBe(sms?.text);
  expect(voice?.text).toContain('우선순위 P1, Database down');
  expect(voice?.text).not.toContain('https://');
  for (const { delivery_id: id } of deliveries) expect(await outcomes(id)).toEqual(['SENT']);
});

it('what the gateway reports stands beside the call; an address that is wrong is named as failing', async () => {
  const [sms] = await called();
  const id = sms?.delivery_id ?? '';
  await send(id);
  await reported('SMS', 'v1', 'delivered');
  expect(await outcomes(id)).toEqual(['SENT', 'DELIVERED']);
  const [again] = await called();
  await send(again?.delivery_id ?? '');
  await reported('SMS', 'v2', 'unknown-number');
  expect(await outcomes(again?.delivery_id ?? '')).toEqual(['SENT', 'FAILED']);
  const [kim] = await house.db.owner<{ channels: readonly { kind: string; bouncedAt: number | null }[] }>(
    `select channels from escalation_contact where name = 'Kim'`,
  );
  expect(kim?.channels.filter(({ bouncedAt }) => bouncedAt !== null).map(({ kind }) => kind)).toEqual(['SMS']);
  await house.db.owner(
    `update escalation_contact set channels = jsonb_set(channels, '{0,bouncedAt}', 'null') where name = 'Kim'`,
  );
});

it('a gateway that is busy is asked again; one that refuses is a failed call, and no address is blamed', async () => {
  const [sms, voice] = await called();
  status = 503;
  await expect(send(sms?.delivery_id ?? '')).resolves.toEqual({ kind: 'retry', error: 'HTTP 503' });
  expect(await outcomes(sms?.delivery_id ?? '')).toEqual([]);
  await expect(send(sms?.delivery_id ?? '', true)).resolves.toEqual({ kind: 'done' });
  status = 401;
  await expect(send(voice?.delivery_id ?? '')).resolves.toEqual({ kind: 'done' });
  for (const each of [sms, voice]) expect(await outcomes(each?.delivery_id ?? '')).toEqual(['FAILED']);
  const [kim] = await house.db.owner<{ bounced: number }>(
    `select count(*)::integer as bounced from escalation_contact, jsonb_array_elements(channels) c
     where name = 'Kim' and c -> 'bouncedAt' <> 'null'`,
  );
  expect(kim?.bounced).toBe(0);
});
