import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isNonNullType } from 'graphql';
import { documentOf, placesOf, variablesOf, type Place, type RootField } from './documents.fixture.js';
import { createHouses, type Actor, type Houses, type IdKind } from './houses.fixture.js';
import { mark } from './rows.fixture.js';
import {
  ask,
  changedTables,
  foreignTo,
  idOwners,
  leaksIn,
  stateReader,
  type IdOwners,
  type State,
} from './leaks.fixture.js';
import { FIELDS, serverFor } from './server.fixture.js';
import { kindAt, OF_PROVIDER, ownValues } from './values.fixture.js';

jest.setTimeout(300_000);

let houses: Houses;
let app: NestFastifyApplication;
let owners: IdOwners;
let state: () => Promise<State>;
let others: () => Promise<State>;

beforeAll(async () => {
  houses = await createHouses();
  app = await serverFor(houses);
  owners = await idOwners(houses);
  state = await stateReader(houses.db);
  others = await stateReader(houses.db, houses);
});
afterAll(async () => {
  await app?.close();
  await houses?.db.close();
});

const nameOf = (field: RootField) => `${field.audience} ${field.field.name}`;
const ours = (field: RootField): readonly Actor[] =>
  houses.actors.filter(({ provider, audience }) => provider === 'N' && audience === field.audience);
const operations = FIELDS.filter(({ kind }) => kind !== 'subscription');
const own = (field: RootField) => ownValues(field.field.name, houses);

/** What a refusal looks like. */
const REFUSED = /^(NOT_FOUND|FORBIDDEN|BAD_INPUT|null|empty|NotFound|\w*Refused)$/;
const BROKEN = /^(INTERNAL|UNKNOWN|NO JSON|GRAPHQL_VALIDATION_FAILED|INTERNAL_SERVER_ERROR)/;

/** Where an id only narrows a list or counts down to nothing: answered, and about nothing of the other side. */
const ANSWERS_ABOUT_NOTHING =
  /^(\w+ promisedTimes|\w+ markNotificationsRead|\w+ exportTickets|CONSOLE (staffDirectory|exportImportErrors|queueFacets)) /;

/** An export of nothing is still an export that somebody made. */
const MAY_WRITE: Readonly<Record<string, readonly string[]>> = { exportTickets: ['audit_entry', 'audit_pending'] };

/** Foreign ids of one kind for somebody, each with the tenant it belongs to; and a confidential one of the own tenant. */
function foreignIds(actor: Actor, kind: IdKind): readonly (readonly [string, string])[] {
  const keys = OF_PROVIDER.has(kind) ? (['S1'] as const) : foreignTo(actor);
  const foreign = keys.map((key) => [key, houses.ids[key][kind]] as const);
  const hidden =
    kind === 'ticket' && !actor.allowed.has('N1conf') ? [['N1 hidden', houses.ids.N1.hidden] as const] : [];
  return [...foreign, ...hidden];
}

/** What is wrong with the answer that somebody gets who names a foreign id. */
async function faultsOf(field: RootField, place: Place, actor: Actor, id: string): Promise<readonly string[]> {
  const variables = variablesOf(field, own(field), place, place.list ? [id] : id);
  const answer = await ask(app, actor, documentOf(field), variables);
  const leaks = leaksIn(answer.body, actor, owners, JSON.stringify(variables));
  const at = `${nameOf(field)} ${place.path.join('.')}`;
  const strange = BROKEN.test(answer.kind) || answer.status >= 500 ? [answer.body.slice(0, 300)] : [];
  const accepted = REFUSED.test(answer.kind) || ANSWERS_ABOUT_NOTHING.test(at) ? [] : [`answered ${answer.kind}`];
  return [...leaks, ...strange, ...accepted].map((fault) => `${at} by ${actor.part}: ${fault}`);
}

it('no operation of either endpoint shows or changes anything for an id that is not the caller’s (T1, T3)', async () => {
  const faults: string[] = [];
  let cases = 0;
  let before = await state();
  for (const field of operations) {
    for (const place of placesOf(field.field, 'ID')) {
      const kind = kindAt(field.field.name, place.path);
      if (kind === null)
        throw new Error(`${nameOf(field)} ${place.path.join('.')}: say in values.fixture.ts whose id this is`);
      const tried = ours(field).flatMap((actor) =>
        foreignIds(actor, kind).map(async ([foreign, id]) =>
          (await faultsOf(field, place, actor, id)).map((fault) => `${fault} (${foreign})`),
        ),
      );
      cases += tried.length;
      faults.push(...(await Promise.all(tried)).flat());
    }
    const after = await state();
    const written = changedTables(before, after);
    before = after;
    const may = MAY_WRITE[field.field.name] ?? [];
    faults.push(...written.filter((table) => !may.includes(table)).map((table) => `${nameOf(field)} wrote ${table}`));
  }
  // what exports remember of the filters that were asked for is the caller's own words
  await houses.db.owner(`delete from audit_entry where action = 'ticket.export'`);
  expect(faults).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(1_600);
  process.stdout.write(`isolation: ${cases} foreign ids tried over ${operations.length} operations, 0 leaks\n`);
});

it('the same questions about one’s own are answered: the refusals above are about whose it is', async () => {
  const empty: string[] = [];
  for (const field of operations.filter(({ kind }) => kind === 'query')) {
    const parts = field.audience === 'PORTAL' ? (['APPROVER', 'AUDITOR'] as const) : (['PROVIDER_ADMIN'] as const);
    const places: readonly (Place | null)[] = placesOf(field.field, 'ID').filter(({ path }) => path.length === 1);
    for (const place of places) {
      const kind = kindAt(field.field.name, place?.path ?? []) ?? 'tenant';
      const answers = [];
      for (const part of parts) {
        const variables = variablesOf(field, own(field), place, houses.ids.N1[kind]);
        answers.push(await ask(app, houses.actor('N', part), documentOf(field), variables));
      }
      const good = answers.some(({ kind: kindOfAnswer }) => !REFUSED.test(kindOfAnswer) && !BROKEN.test(kindOfAnswer));
      if (!good) empty.push(`${nameOf(field)}: ${answers.map(({ body }) => body.slice(0, 200)).join(' ')}`);
    }
  }
  // From a version to itself nothing changes, and the quarter of the review had no tickets and no question to a party.
  const names = new Set(empty.map((each) => each.slice(0, each.indexOf(':'))));
  expect([...names]).toEqual(['CONSOLE contractVersionChanges', 'CONSOLE kpiItems', 'CONSOLE kpiApprovals']);
});

it('lists, counts, exports and searches hold one’s own rows only (T2)', async () => {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const field of operations.filter(({ kind, field: { name } }) => kind === 'query' || name === 'exportTickets')) {
    for (const actor of houses.actors.filter(({ audience }) => audience === field.audience)) {
      for (const text of ['', 'subject', 'mk', 'ACME-1', 'BETA-1', '%']) {
        const places = placesOf(field.field, 'String').filter(({ path }) => /search|text|key/.test(path.at(-1) ?? ''));
        if (text !== '' && places.length === 0) continue;
        const at = ownValues(field.field.name, houses);
        const variables = variablesOf(field, at, text === '' ? null : (places[0] ?? null), text);
        const answer = await ask(app, actor, documentOf(field), variables);
        for (const word of answer.body.match(/mk[NS][12]?\w*?km/g) ?? []) seen.add(word);
        faults.push(
          ...leaksIn(answer.body, actor, owners, JSON.stringify(variables)).map(
            (leak) => `${nameOf(field)} by ${actor.provider} ${actor.part}: ${leak}`,
          ),
        );
      }
    }
  }
  expect(faults).toEqual([]);
  for (const word of [mark('N1'), mark('N1', 'other'), mark('N1', 'int'), mark('N2'), mark('S1'), mark('S', 'staff')])
    expect(seen).toContain(word);
});

it('ids left out, empty or null never mean “all” (T5)', async () => {
  const faults: string[] = [];
  let cases = 0;
  for (const field of operations) {
    for (const place of placesOf(field.field, 'ID').filter(({ type }) => !isNonNullType(type))) {
      const before = await others();
      for (const actor of ours(field)) {
        for (const nothing of place.list ? [[], null] : [null]) {
          const variables = variablesOf(field, own(field), place, nothing);
          const answer = await ask(app, actor, documentOf(field), variables);
          cases += 1;
          const broken = BROKEN.test(answer.kind) ? [answer.body.slice(0, 200)] : [];
          const at = `${nameOf(field)} ${place.path.join('.')} by ${actor.part}`;
          faults.push(...[...leaksIn(answer.body, actor, owners), ...broken].map((fault) => `${at}: ${fault}`));
        }
      }
      // staff are told of every client they serve; marking one's own notices as read is nobody else's matter
      const may = field.field.name === 'markNotificationsRead' ? ['notification'] : [];
      const written = changedTables(before, await others()).filter((table) => !may.includes(table));
      faults.push(...written.map((table) => `${nameOf(field)} ${place.path.join('.')} wrote another's ${table}`));
    }
  }
  expect(faults).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(150);
});
