import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { documentOf, variablesOf, type RootField } from './documents.fixture.js';
import { createHouses, type Actor, type Houses } from './houses.fixture.js';
import { MARKER } from './rows.fixture.js';
import { idOwners, leaksIn, type IdOwners } from './leaks.fixture.js';
import { FIELDS, responsesWanted, serverFor } from './server.fixture.js';
import { ownValues } from './values.fixture.js';

jest.setTimeout(3_600_000);

const AT_ONCE = 64;
const CONNECTIONS = 2;
let houses: Houses;
let app: NestFastifyApplication;
let owners: IdOwners;
let origin: string;

beforeAll(async () => {
  houses = await createHouses();
  app = await serverFor(houses, CONNECTIONS);
  await app.listen(0, '127.0.0.1');
  const address = app.getHttpServer().address() as AddressInfo;
  origin = `http://127.0.0.1:${address.port}`;
  owners = await idOwners(houses);
});
afterAll(async () => {
  await app?.close();
  await houses?.db.close();
});

const LISTS = [
  ...[
    'viewer',
    'tickets',
    'ticketSummary',
    'contracts',
    'reviews',
    'notifications',
    'colleagues',
    'serviceItems',
    'sessions',
  ],
  ...['queue', 'queueFacets', 'searchTickets', 'tenants', 'clientUsers', 'staffDirectory', 'unreadNotificationCount'],
];
const reads = FIELDS.filter(({ field: { name } }) => LISTS.includes(name));
const documents = new Map<RootField, string>(reads.map((field) => [field, documentOf(field)]));

interface Tally {
  answers: number;
  aborted: number;
  thrown: number;
  markers: number;
  readonly leaks: string[];
}

/** One request of some kind: mostly reads, some writes, some that throw inside, some that hang up in the middle. */
async function request(n: number, tally: Tally): Promise<void> {
  const actor = houses.actors[n % houses.actors.length] as Actor;
  const fields = reads.filter(({ audience }) => audience === actor.audience);
  const field = fields[Math.floor(n / houses.actors.length) % fields.length] as RootField;
  const kind = n % 10;
  const query = kind === 7 ? 'mutation { ping }' : (documents.get(field) ?? '');
  const foreign = actor.provider === 'N' ? houses.ids.S1.ticket : houses.ids.N1.ticket;
  const throws = {
    query: 'query ($id: ID!) { ticket(id: $id) { key } review(id: $id) { state } }',
    variables: { id: foreign },
  };
  const body = kind === 8 ? throws : { query, variables: variablesOf(field, ownValues(field.field.name, houses)) };
  const hangUp = new AbortController();
  if (kind === 9) setTimeout(() => hangUp.abort(), n % 40);
  try {
    const response = await fetch(`${origin}/${actor.audience.toLowerCase()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-daylight-csrf': '1', cookie: actor.cookie },
      body: JSON.stringify(body),
      signal: hangUp.signal,
    });
    const text = await response.text();
    tally.answers += 1;
    if (kind === 8) tally.thrown += 1;
    if (response.status >= 500 && response.status !== 503)
      tally.leaks.push(`status ${response.status}: ${text.slice(0, 200)}`);
    if (text.includes('"INTERNAL"')) tally.leaks.push(text.slice(0, 300));
    tally.markers += text.match(MARKER)?.length ?? 0;
    const sent = JSON.stringify(body);
    tally.leaks.push(...leaksIn(text, actor, owners, sent).map((leak) => `${actor.provider} ${actor.part}: ${leak}`));
  } catch (error) {
    if (!hangUp.signal.aborted) throw error;
    tally.aborted += 1;
  }
}

it('with two connections and 64 callers at once nobody gets another’s answer (T9)', async () => {
  const wanted = responsesWanted(2_000);
  const tally: Tally = { answers: 0, aborted: 0, thrown: 0, markers: 0, leaks: [] };
  let next = 0;
  const caller = async (): Promise<void> => {
    while (tally.answers < wanted && tally.leaks.length < 20) await request((next += 1), tally);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, caller));
  const { leaks, ...numbers } = tally;
  process.stdout.write(
    `isolation: ${JSON.stringify(numbers)} over ${CONNECTIONS} connections, ${leaks.length} leaks\n`,
  );
  expect(leaks).toEqual([]);
  expect(tally.answers).toBeGreaterThanOrEqual(wanted);
  // the detector had something to look at
  expect(tally.markers).toBeGreaterThan(wanted);
  expect(tally.aborted).toBeGreaterThan(0);
});
