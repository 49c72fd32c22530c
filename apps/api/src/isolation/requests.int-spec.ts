import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { toDaylightError } from '@daylight/api-platform';
import { permissionsOf, type Permission, type Role } from '@daylight/domain';
import { buildSchema, isInputObjectType } from 'graphql';
import { checkRootFields } from '../boot-check.js';
import { documentOf, placesOf, variablesOf, type RootField } from './documents.fixture.js';
import { createHouses, type Actor, type Houses, type Part } from './houses.fixture.js';
import { ask, changedTables, idOwners, leaksIn, stateReader } from './leaks.fixture.js';
import { FIELDS, requirements, serverFor } from './server.fixture.js';
import { ownValues } from './values.fixture.js';

jest.setTimeout(600_000);

let houses: Houses;
let app: NestFastifyApplication;

beforeAll(async () => {
  houses = await createHouses();
  app = await serverFor(houses);
});
afterAll(async () => {
  await app?.close();
  await houses?.db.close();
});

const operations = FIELDS.filter(({ kind }) => kind !== 'subscription');
const nameOf = (field: RootField) => `${field.audience} ${field.field.name}`;
const roleOf = (part: Part): Role => (part === 'RESTRICTED' ? 'AGENT' : part);

it('every root field of either endpoint states what it requires, and one that does not stops the start (Q7)', () => {
  const known = requirements(app);
  expect(FIELDS.filter((field) => !known.has(nameOf(field))).map(nameOf)).toEqual([]);
  expect(FIELDS.length).toBeGreaterThanOrEqual(185);
  const open = buildSchema('type Query { everything: String }');
  expect(() => checkRootFields(app, new Map([['PORTAL', open]]))).toThrow('PORTAL Query.everything');
});

it('whoever lacks the right to an operation is refused, and nothing is written (A10)', async () => {
  const known = requirements(app);
  const state = await stateReader(houses.db);
  const before = await state();
  const faults: string[] = [];
  let cases = 0;
  for (const field of operations) {
    const requirement = known.get(nameOf(field)) ?? 'public';
    if (requirement === 'public' || requirement === 'signed-in') continue;
    const needed: Permission = requirement;
    for (const actor of houses.actors.filter(
      ({ provider, audience }) => provider === 'N' && audience === field.audience,
    )) {
      if (permissionsOf([roleOf(actor.part)]).has(needed)) continue;
      const answer = await ask(app, actor, documentOf(field), variablesOf(field, ownValues(field.field.name, houses)));
      cases += 1;
      if (answer.kind !== 'FORBIDDEN') faults.push(`${nameOf(field)} by ${actor.part}: ${answer.kind}`);
    }
  }
  expect(faults).toEqual([]);
  expect(changedTables(before, await state())).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(150);
  process.stdout.write(`isolation: ${cases} operations refused for want of a right\n`);
});

it('without a session, with one of the other endpoint, or without a membership nothing is answered (A9)', async () => {
  const known = requirements(app);
  const guarded = operations.filter((field) => known.get(nameOf(field)) !== 'public');
  const portal = houses.actor('S', 'AUDITOR');
  await houses.db.owner('delete from tenant_membership where person_id = $1', [portal.personId]);
  const faults: string[] = [];
  for (const field of guarded) {
    const other = houses.actor('N', field.audience === 'PORTAL' ? 'PROVIDER_ADMIN' : 'APPROVER');
    const cookies = ['', `daylight_${field.audience.toLowerCase()}=${other.token}`];
    if (field.audience === 'PORTAL') cookies.push(portal.cookie);
    for (const cookie of cookies) {
      const asked = variablesOf(field, ownValues(field.field.name, houses));
      const answer = await ask(app, { audience: field.audience, cookie }, documentOf(field), asked);
      if (!/^(UNAUTHENTICATED|FORBIDDEN)$/.test(answer.kind)) faults.push(`${nameOf(field)}: ${answer.kind}`);
    }
  }
  expect(faults).toEqual([]);
});

it('fields that no form has are refused wherever an input is taken (T4)', async () => {
  const faults: string[] = [];
  let cases = 0;
  const additions = [
    '{"tenantId":"x"',
    '{"role":"PROVIDER_ADMIN"',
    '{"number":7',
    '{"dueAt":"2030-01-01T00:00:00Z"',
    '{"__proto__":{"a":1}',
  ];
  for (const field of operations.filter(({ field: { args } }) => args.some(({ name }) => name === 'input'))) {
    const type = field.field.args.find(({ name }) => name === 'input')?.type;
    const inner = type === undefined ? null : 'ofType' in type ? type.ofType : type;
    const actor = houses.actor('N', field.audience === 'PORTAL' ? 'APPROVER' : 'PROVIDER_ADMIN');
    const variables = JSON.stringify(variablesOf(field, ownValues(field.field.name, houses)).input);
    for (const addition of additions) {
      const key = /"(\w+)"/.exec(addition)?.[1] ?? '';
      if (isInputObjectType(inner) && key in inner.getFields()) continue;
      const payload = `{"query":${JSON.stringify(documentOf(field))},"variables":{"input":${addition},${variables.slice(1)}}}`;
      const headers = { 'content-type': 'application/json', 'x-daylight-csrf': '1', cookie: actor.cookie };
      const url = `/${field.audience.toLowerCase()}/graphql`;
      const response = await app.inject({ method: 'POST', url, headers, payload });
      cases += 1;
      if (response.statusCode < 400 || response.statusCode >= 500)
        faults.push(`${nameOf(field)} ${addition}: ${response.body.slice(0, 200)}`);
    }
  }
  expect(faults).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(400);
});

it('a hundred sign-ins in one document are refused, and twenty count as twenty (A5)', async () => {
  const attempt = (n: number) =>
    `a${n}: signIn(input: {email: "guess@client.example", password: "wrong-${n}"}) { __typename }`;
  const document = (count: number) => `mutation { ${Array.from({ length: count }, (_, n) => attempt(n)).join(' ')} }`;
  const nobody = { audience: 'PORTAL', cookie: '' } as const;
  expect((await ask(app, nobody, document(100))).body).toContain('20 are allowed');
  const first = (await ask(app, nobody, document(20))).body;
  expect(first.match(/SignInRefused/g)).toHaveLength(20);
  expect((await ask(app, nobody, document(1))).body).toContain('TooManyAttempts');
});

const ODD: readonly (readonly [string, unknown])[] = [
  ['a quote', `'; drop table ticket; --`],
  ['wildcards', '%_\\%'],
  ['joined pictures', '👩‍👩‍👧‍👦🏳️‍🌈'],
  ['right to left', '\u202Etxt.exe\u2066'],
  ['composed and decomposed', 'e\u0301 한글 가'],
  ['blank', '   '],
  ['control characters', 'a\r\nBcc: x@y\u0007\u001b[31m'],
  ['markup', '<img src=x onerror=alert(1)>{{7*7}}${7*7}'],
  ['long', 'x'.repeat(150_000)],
  ['NUL', 'a\u0000b'],
  ['half a character', '\ud800'],
];
const ODD_VALUES: Readonly<Record<string, readonly unknown[]>> = {
  String: ODD.map(([, text]) => text),
  ID: ['', 'not-an-id', "' or 1=1", '00000000-0000-0000-0000-000000000000', 'x'.repeat(10_000)],
  Int: [-1, 0, 2_147_483_647, -2_147_483_648],
  Float: [-1, 1e308, 0.1],
  Instant: [
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '+275760-09-13T00:00:00Z',
    'tomorrow',
    '2026-02-30T00:00:00Z',
  ],
  LocalDate: ['0001-01-01', '9999-12-31', '2026-02-30', '', '12/31/2026'],
  Json: [null, [], 'text', 7, { calendars: null, services: [{}] }, JSON.parse('['.repeat(200) + ']'.repeat(200))],
};

/** What the database says of a value that it can't read; an id that is none never gets that far. */
const UNREADABLE = toDaylightError({ code: '22P02' }).message;

it('odd texts, numbers, dates and documents are refused or stored, and never break anything (Q8)', async () => {
  const owners = await idOwners(houses);
  const faults: string[] = [];
  let cases = 0;
  for (const field of operations.filter(({ field: { name } }) => !/signOut|signOutEverywhere/.test(name))) {
    const actor: Actor = houses.actor('N', field.audience === 'PORTAL' ? 'APPROVER' : 'PROVIDER_ADMIN');
    for (const [typeName, values] of Object.entries(ODD_VALUES)) {
      for (const place of placesOf(field.field, typeName)) {
        for (const odd of values) {
          const variables = variablesOf(field, ownValues(field.field.name, houses), place, place.list ? [odd] : odd);
          const answer = await ask(app, actor, documentOf(field), variables);
          cases += 1;
          const at = `${nameOf(field)} ${place.path.join('.')} = ${JSON.stringify(odd)?.slice(0, 40)}`;
          if (answer.status >= 500 || /^(INTERNAL|NO JSON)/.test(answer.kind))
            faults.push(`${at}: ${answer.status} ${answer.body.slice(0, 160)}`);
          if (typeName === 'ID' && answer.body.includes(UNREADABLE)) faults.push(`${at}: asked the database about it`);
          faults.push(
            ...leaksIn(answer.body, actor, owners, JSON.stringify(variables)).map((leak) => `${at}: ${leak}`),
          );
        }
      }
    }
  }
  process.stdout.write(`isolation: ${cases} odd values sent, ${faults.length} faults\n`);
  expect(faults).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(1_500);
});

it.each(ODD.filter(([name]) => !['blank', 'long', 'NUL', 'half a character', 'control characters'].includes(name)))(
  'a reply with %s is stored exactly as it was written (Q8)',
  async (_, text) => {
    const actor = houses.actor('N', 'REQUESTER');
    const reply = 'mutation ($input: ReplyInput!) { replyToTicket(input: $input) { __typename } }';
    const answer = await ask(app, actor, reply, { input: { ticketId: houses.ids.N1.ticket, body: text } });
    expect(answer.kind).toBe('TicketChanged');
    const [row] = await houses.db.owner<{ body: string }>(
      'select body from ticket_message where ticket_id = $1 order by at desc, message_id desc limit 1',
      [houses.ids.N1.ticket],
    );
    expect(row?.body).toBe(text);
  },
);

it('staying at a ticket may be said again and again under one key, and leaves no answer behind', async () => {
  const agent = houses.actor('N', 'AGENT');
  const kept = async () =>
    (await houses.db.owner<{ n: number }>('select count(*)::int as n from idempotency_key'))[0]?.n;
  const keep = (state: string) =>
    app.inject({
      method: 'POST',
      url: '/console/graphql',
      headers: { 'x-daylight-csrf': '1', 'idempotency-key': 'at-this-ticket', cookie: agent.cookie },
      payload: {
        query: 'mutation ($input: KeepPresenceInput!) { keepPresence(input: $input) { __typename } }',
        variables: { input: { ticketId: houses.ids.N1.ticket, state } },
      },
    });
  const before = await kept();
  for (const state of ['VIEWING', 'VIEWING', 'WRITING', 'GONE'])
    expect((await keep(state)).json()).toEqual({ data: { keepPresence: { __typename: 'PresenceKept' } } });
  expect(await kept()).toBe(before);
});

it('a file is downloaded by whoever may see it, and not found by anybody else (T1)', async () => {
  const answers = new Map<string, number>();
  for (const actor of houses.actors.filter(({ provider }) => provider === 'N')) {
    for (const key of ['N1', 'N2', 'S1'] as const) {
      const url = `/${actor.audience.toLowerCase()}/files/${houses.ids[key].file}`;
      const response = await app.inject({ url, headers: { cookie: actor.cookie } });
      answers.set(`${actor.part} ${key}`, response.statusCode);
    }
  }
  const found = [...answers].filter(([, status]) => status === 200).map(([who]) => who);
  expect(found).not.toEqual(expect.arrayContaining([expect.stringContaining('S1')]));
  expect(found).toEqual(expect.arrayContaining(['REQUESTER N1', 'AGENT N1', 'AGENT N2', 'RESTRICTED N1']));
  expect(answers.get('RESTRICTED N2')).toBe(404);
  expect(answers.get('REQUESTER N2')).toBe(404);
  expect([...answers.values()].every((status) => status === 200 || status === 404)).toBe(true);
});
