import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LIVE_CHANNEL } from '@daylight/api-database';
import { documentOf, placesOf, variablesOf } from './documents.fixture.js';
import { createHouses, type Actor, type Houses, type Part } from './houses.fixture.js';
import type { TenantKey } from './rows.fixture.js';
import { foreignTo } from './leaks.fixture.js';
import { FIELDS, serverFor } from './server.fixture.js';
import { kindAt, ownValues } from './values.fixture.js';

jest.setTimeout(120_000);

let houses: Houses;
let app: NestFastifyApplication;
let origin: string;

beforeAll(async () => {
  houses = await createHouses();
  app = await serverFor(houses);
  await app.listen(0, '127.0.0.1');
  const address = app.getHttpServer().address() as AddressInfo;
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  await app?.close();
  await houses?.db.close();
});

interface Stream {
  /** All that came so far. */
  readonly text: () => string;
  /** Milliseconds until the server closed it. */
  readonly ended: Promise<number>;
  stop(): void;
}

async function subscribe(actor: Actor, query: string, variables: unknown = {}): Promise<Stream> {
  const stop = new AbortController();
  const response = await fetch(`${origin}/${actor.audience.toLowerCase()}/graphql/stream`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      'x-daylight-csrf': '1',
      cookie: actor.cookie,
    },
    body: JSON.stringify({ query, variables }),
    signal: stop.signal,
  });
  let text = '';
  const begun = performance.now();
  const read = async (): Promise<number> => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk as Uint8Array, { stream: true });
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    }
    return performance.now() - begun;
  };
  return { text: () => text, ended: read(), stop: () => stop.abort() };
}

async function until(holds: () => boolean | Promise<boolean>, limit = 10_000): Promise<void> {
  const end = performance.now() + limit;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function announce(key: TenantKey, ticketId: string): Promise<unknown> {
  const providerId = houses.providerIds[key.startsWith('N') ? 'N' : 'S'];
  const event = { providerId, tenantId: houses.ids[key].tenant, topic: 'ticket.changed', ids: { ticketId } };
  return houses.db.owner('select pg_notify($1, $2)', [LIVE_CHANNEL, JSON.stringify(event)]);
}

const QUEUE = 'subscription { queueChanged { ticketId } }';
const TICKET = 'subscription ($id: ID!) { ticketChanged(id: $id) { ticketId } }';
const named = (part: Part): Actor => houses.actor('N', part);

it('nobody can subscribe to what is another’s (T7)', async () => {
  const answers: string[] = [];
  for (const field of FIELDS.filter(({ kind }) => kind === 'subscription')) {
    for (const place of placesOf(field.field, 'ID')) {
      const kind = kindAt(field.field.name, place.path);
      if (kind === null) throw new Error(`${field.field.name}: say in values.fixture.ts whose id this is`);
      for (const actor of houses.actors.filter(
        ({ provider, audience }) => provider === 'N' && audience === field.audience,
      )) {
        for (const key of foreignTo(actor)) {
          const variables = variablesOf(field, ownValues(field.field.name, houses), place, houses.ids[key][kind]);
          const stream = await subscribe(actor, documentOf(field), variables);
          const done = await Promise.race([
            stream.ended.then(() => true),
            new Promise((resolve) => setTimeout(resolve, 3_000, false)),
          ]);
          stream.stop();
          const refused = done === true && /NOT_FOUND|FORBIDDEN|not found|not allow/.test(stream.text());
          answers.push(refused ? 'refused' : `${field.field.name} ${actor.part} ${key}: ${stream.text()}`);
        }
      }
    }
  }
  expect(answers.filter((answer) => answer !== 'refused')).toEqual([]);
  expect(answers.length).toBeGreaterThanOrEqual(20);
});

it('staff hear of the clients they are assigned to, and of no other', async () => {
  const [restricted, agent] = [await subscribe(named('RESTRICTED'), QUEUE), await subscribe(named('AGENT'), QUEUE)];
  const { N1, N2, S1 } = houses.ids;
  await until(async () => {
    await announce('N2', N2.ticket);
    await announce('S1', S1.ticket);
    await announce('N1', N1.ticket);
    return restricted.text().includes(N1.ticket) && agent.text().includes(N2.ticket);
  });
  expect(restricted.text()).not.toContain(N2.ticket);
  expect(restricted.text() + agent.text()).not.toContain(S1.ticket);
  restricted.stop();
  agent.stop();
});

it.each([
  ['the session has ended', 'AUDITOR', `update session set revoked_at = now() where person_id = $1`],
  ['the role is gone', 'APPROVER', `update tenant_membership set roles = '{REQUESTER}' where person_id = $1`],
  ['the person is deactivated', 'AGENT', `update person set status = 'DEACTIVATED' where person_id = $1`],
  ['the client is no longer assigned', 'RESTRICTED', `delete from staff_assignment where person_id = $1`],
  [
    'the ticket has become confidential',
    'COORDINATOR',
    `update ticket set confidential = true from person p where p.person_id = $1 and ticket.provider_id = p.provider_id`,
  ],
] as const)('a stream is closed within five seconds when %s (T7)', async (_, part, loss) => {
  const actor = named(part);
  const stream = await subscribe(actor, TICKET, { id: houses.ids.N1.ticket });
  await until(async () => {
    await announce('N1', houses.ids.N1.ticket);
    return stream.text().includes(houses.ids.N1.ticket);
  });
  const lost = performance.now();
  await houses.db.owner(loss, [actor.personId]);
  await Promise.race([stream.ended, new Promise((resolve) => setTimeout(resolve, 8_000))]);
  stream.stop();
  // one look every 4 s; the rest is for a busy machine
  expect(performance.now() - lost).toBeLessThan(6_000);
  const after = stream.text().length;
  await announce('N1', houses.ids.N1.ticket);
  expect(stream.text().length).toBe(after);
});

it('refused subscriptions give their connections back, however many there are (Q4)', async () => {
  const { S1, N2 } = houses.ids;
  const open = async () =>
    (
      await houses.db.owner(
        `select 1 from pg_stat_activity where application_name = 'daylight-api' and state = 'idle in transaction' and datname = current_database()`,
      )
    ).length;
  for (let n = 0; n < 24; n += 1) {
    const stream = await subscribe(houses.actor('S', 'REQUESTER'), TICKET, {
      id: n % 2 === 0 ? houses.ids.N1.ticket : N2.ticket,
    });
    await stream.ended;
  }
  const good = await subscribe(houses.actor('S', 'REQUESTER'), TICKET, { id: S1.ticket });
  await until(async () => (await open()) === 0);
  good.stop();
});
