// What is asked of both servers: the floor in a word, Daylight as its own apps ask (trusted documents, cookie, CSRF header).
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { makeTexts, RARE, TWO_WORDS } from './words.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Hash of the app's operation of that name. */
function hashOf(app, name) {
  const file = path.join(ROOT, `apps/${app}/generated/operations.json`);
  const known = Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')));
  const found = known.find(([, text]) => new RegExp(`^(query|mutation) ${name}\\b`).test(text));
  if (found === undefined) throw new Error(`${app} has no operation ${name}: npm run codegen`);
  return found[0];
}

function graphql(app, name) {
  const sha256Hash = hashOf(app, name);
  return ({ token }, variables, more = {}) => ({
    path: `/${app}/graphql`,
    headers: {
      ...{ 'content-type': 'application/json', 'x-daylight-csrf': '1', cookie: `daylight_${app}=${token}` },
      ...more,
    },
    body: JSON.stringify({
      operationName: name,
      variables,
      extensions: { persistedQuery: { version: 1, sha256Hash } },
    }),
  });
}

const floor = (name, question) => ({
  path: `/${name}`,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(question),
});
const turn = (list, n) => list[n % list.length];

/** The last whole quarter and the months that a trend of eight quarters covers. */
function quarters() {
  const now = new Date();
  const quarter = now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3) - 1;
  const month = (number) => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  const first = (quarter - 7) * 3;
  return { key: `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`, from: month(first), to: month(quarter * 3 + 2) };
}

function createJob(world) {
  const open = graphql('portal', 'OpenTicket');
  const texts = makeTexts();
  const of = (n) => ({
    client: turn(world.clients, n),
    subject: turn(texts, n * 7).slice(0, 60),
    description: turn(texts, n),
  });
  return {
    expected: '"id":"',
    floor: (n) => {
      const { client, subject, description } = of(n);
      const { personId: requesterId, tenantId, versionId } = client;
      const service = turn(world.services, n);
      return floor('create', {
        key: randomUUID(),
        tenantId,
        requesterId,
        subject,
        description,
        service,
        versionId,
        termsDigest: world.termsDigest,
      });
    },
    daylight: (n) => {
      const { client, subject, description } = of(n);
      const input = {
        type: 'INCIDENT',
        serviceItemId: turn(world.services, n).id,
        impact: 2,
        urgency: 2,
        subject,
        description,
      };
      return open(client, { input }, { 'idempotency-key': randomUUID() });
    },
  };
}

function searchJob(world, text, expected) {
  const search = graphql('console', 'SearchTickets');
  return {
    expected,
    floor: () => floor('search', { text, first: 20 }),
    daylight: (n) => search(turn(world.staff, n), { text, first: 20 }),
  };
}

/** `{ expected, floor(n), daylight(n) }` of a job. */
export function httpJob(name, world) {
  const [queue, detail, kpi] = [
    graphql('console', 'Queue'),
    graphql('console', 'TicketPage'),
    graphql('console', 'KpisPage'),
  ];
  const period = quarters();
  switch (name) {
    case 'create':
      return createJob(world);
    case 'queue':
      return {
        expected: '"nextDue":{',
        floor: () => floor('queue', { first: 50 }),
        daylight: (n) => queue(turn(world.staff, n), { view: 'ALL_OPEN', first: 50 }),
      };
    case 'detail':
      return {
        expected: '"timeline":[{',
        floor: (n) => floor('detail', { id: turn(world.long, n) }),
        daylight: (n) => detail(turn(world.staff, n), { id: turn(world.long, n) }),
      };
    case 'kpi':
      return {
        expected: 'Client Company',
        floor: (n) => floor('kpi', { tenantId: turn(world.clients, n).tenantId, from: period.from, to: period.to }),
        daylight: (n) =>
          kpi(turn(world.staff, n), { tenantId: turn(world.clients, n).tenantId, period: period.key, unit: 'QUARTER' }),
      };
    case 'search':
      return searchJob(world, TWO_WORDS, '"key":"T');
    case 'rare':
      return searchJob(world, RARE, '"key":"T');
    default:
      throw new Error(`no such job: ${name}`);
  }
}

/** A digest of what is measured, so that numbers of different jobs aren't compared by mistake. */
export function jobDigest() {
  const parts = ['floor-statements.mjs', 'http-jobs.mjs', 'seed-sql.mjs'].map((file) =>
    fs.readFileSync(path.join(import.meta.dirname, file)),
  );
  return createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 12);
}
