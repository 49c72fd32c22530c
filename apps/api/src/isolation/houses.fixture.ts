import { newId, sha256 } from '@daylight/api-platform';
import { asStaff, type Caller, type Tx } from '@daylight/api-database';
import {
  addContract,
  addService,
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  termsFor,
  type TestDatabase,
} from '@daylight/api-testing';
import { openTicket, ReplyToTicket, type NewTicket } from '@daylight/api-tickets';
import {
  addReviewAction,
  addReviewAddendum,
  commentReview,
  createReview,
  editReview,
  publishReview,
  shareReview,
  TZ_DATA_VERSION,
} from '@daylight/api-reviews';
import { slices } from '../slices.js';
import { putDeadLetters } from './dead-letters.fixture.js';
import { putDelegation } from './delegations.fixture.js';
import { putEscalation } from './escalation.fixture.js';
import { mark, NOW, put, putFigures, putImport, putNews, TENANTS, type TenantKey } from './rows.fixture.js';

export type IdKind =
  | (
      | 'tenant'
      | 'contract'
      | 'version'
      | 'service'
      | 'calendar'
      | 'session'
      | 'notification'
      | 'review'
      | 'reviewAction'
    )
  | ('deadLetter' | 'delegation')
  | ('contact' | 'schedule' | 'policy' | 'escalation')
  | ('file' | 'ticket' | 'message' | 'client' | 'staff' | 'team' | 'importRun' | 'mail' | 'provider' | 'hidden');
export type Ids = Readonly<Record<IdKind, string>>;

export const PORTAL_ROLES = ['REQUESTER', 'COORDINATOR', 'APPROVER', 'AUDITOR'] as const;
export const STAFF = ['AGENT', 'ACCOUNT_MANAGER', 'PROVIDER_ADMIN', 'RESTRICTED'] as const;
export type Part = (typeof PORTAL_ROLES)[number] | (typeof STAFF)[number];

/** Somebody signed in, with all that somebody may be shown. */
export interface Actor {
  readonly part: Part;
  readonly provider: 'N' | 'S';
  readonly personId: string;
  readonly audience: 'PORTAL' | 'CONSOLE';
  readonly caller: Caller;
  readonly token: string;
  readonly cookie: string;
  readonly tenants: readonly TenantKey[];
  readonly allowed: ReadonlySet<string>;
}

export interface Houses {
  readonly db: TestDatabase;
  readonly ids: Readonly<Record<TenantKey, Ids>>;
  readonly providerIds: Readonly<Record<'N' | 'S', string>>;
  /** Versions of `N1`'s ticket and review, as a form that was just read would hold them. */
  readonly versions: Readonly<Record<'ticket' | 'review', number>>;
  readonly actors: readonly Actor[];
  actor(provider: 'N' | 'S', part: Part): Actor;
}

const isTenant = (key: TenantKey, provider: 'N' | 'S') => key.startsWith(provider);

interface Staffed {
  readonly providerId: string;
  readonly services: readonly string[];
  readonly calendar: string;
  readonly team: string;
  readonly staff: Readonly<Record<Exclude<(typeof STAFF)[number], 'RESTRICTED'>, string>>;
}

async function seedProvider(db: TestDatabase, key: 'N' | 'S'): Promise<Staffed> {
  const { providerId, adminId } = await createProvider(db, `${mark(key)} Provider`);
  await db.owner(`update person set display_name = $2 where person_id = $1`, [adminId, `${mark(key)} admin`]);
  const name = `${mark(key)} staff`;
  const staff = {
    AGENT: await createStaff(db, providerId, { name }),
    ACCOUNT_MANAGER: await createStaff(db, providerId, { role: 'ACCOUNT_MANAGER', seesConfidential: true, name }),
    PROVIDER_ADMIN: adminId,
  };
  const services = [newId(), newId()];
  for (const [index, id] of services.entries()) await addService(db, providerId, id, index);
  await db.owner(`update service_item set name_ko = name_ko || $2, name_en = name_en || $2 where provider_id = $1`, [
    providerId,
    ` ${mark(key)}`,
  ]);
  const [calendar, team] = [newId(), newId()];
  const words = { name_ko: `${mark(key, 'staff')} 달력`, name_en: `${mark(key, 'staff')} calendar` };
  const document = JSON.stringify({ ...termsFor([]).calendars[0], name: { ko: words.name_ko, en: words.name_en } });
  const of = { provider_id: providerId, calendar_id: calendar, document };
  await put(db, 'calendar_template', { ...of, ...words, zone: 'Asia/Seoul', updated_at: NOW });
  await put(db, 'calendar_template_version', { ...of, version: 1, at: NOW, digest: sha256(document) });
  await put(db, 'team', { provider_id: providerId, team_id: team, name: `${mark(key, 'staff')} team` });
  await put(db, 'team_member', { provider_id: providerId, team_id: team, person_id: staff.AGENT });
  const holiday = { provider_id: providerId, region: 'KR', source: `${mark(key)} source`, known_at: NOW };
  await put(db, 'holiday_revision', { ...holiday, date: '2026-03-02', name_ko: mark(key), name_en: mark(key) });
  await put(db, 'holiday_region', { provider_id: providerId, region: 'KR', source: mark(key), seeded_at: NOW });
  return { providerId, services, calendar, team, staff };
}

interface Housed {
  readonly ids: Ids;
  readonly people: Readonly<Record<(typeof PORTAL_ROLES)[number], string>>;
}

const READY = { impact: 2, urgency: 2, priority: null, watcherIds: [], followsUpId: null, type: 'INCIDENT' } as const;
const REPLY = { expectedVersion: null, question: false, automatic: false, thenWait: null, thenResolve: null } as const;

/** One client with something in every table, all of it saying whose it is. */
async function seedTenant(db: TestDatabase, key: TenantKey, house: Staffed): Promise<Housed> {
  const { providerId, services } = house;
  const own = mark(key);
  const tenantId = await createTenant(db, providerId, key.endsWith('1') ? 'ACME' : 'BETA');
  const of = { provider_id: providerId, tenant_id: tenantId };
  await db.owner('update tenant set name = $2 where tenant_id = $1', [tenantId, `${own} company`]);
  const person = async (roles: Parameters<typeof createClient>[3]) => {
    const personId = await createClient(db, providerId, tenantId, roles);
    await db.owner(`update person set display_name = $2, email = $3 where person_id = $1`, [
      personId,
      `${own} person`,
      `${own}-${personId.slice(-6)}@client.example`.toLowerCase(),
    ]);
    return personId;
  };
  const people = {
    REQUESTER: await person(['REQUESTER']),
    COORDINATOR: await person(['COORDINATOR']),
    APPROVER: await person(['APPROVER']),
    AUDITOR: await person(['AUDITOR']),
  };
  const plain = termsFor(services);
  const words = { ko: `${own} 전부`, en: `${own} all` };
  const named = plain.services.map((each) => ({ ...each, inScope: words, outOfScope: words }));
  const policies = plain.policies.map((each) => ({ ...each, name: words }));
  const terms = { ...plain, services: named, policies };
  const version = await addContract(db, { providerId, tenantId, services, terms });
  await db.owner('update contract set title = $2 where tenant_id = $1', [tenantId, `${own} contract`]);
  const [contract] = await db.owner<{ contract_id: string }>('select contract_id from contract where tenant_id = $1', [
    tenantId,
  ]);
  const consent = { party: 'PROVIDER', person_id: house.staff.ACCOUNT_MANAGER, digest: 'a'.repeat(64), at: NOW };
  await put(db, 'contract_consent', { ...of, consent_id: newId(), version_id: version, ...consent, address: own });
  const list = { digest: 'b'.repeat(64), changes: JSON.stringify([own]), as_of: NOW };
  await put(db, 'contract_verdict_list', { ...of, version_id: version, ...list });
  const end = { kind: 'RENEWED', days: 0, term_end: NOW, due_at: NOW, fired_at: NOW, late: false };
  await put(db, 'contract_term_notice', { ...of, version_id: version, ...end });

  const file = async (audience: string, word: string, uploader: string) => {
    const [fileId, bytes] = [newId(), Buffer.from(word)];
    const facts = { media_type: 'text/plain', name: `${word}.txt`, sha256: sha256(word), size_bytes: bytes.length };
    const row = { ...of, file_id: fileId, audience, ...facts, uploaded_at: NOW, uploaded_by: uploader };
    await put(db, 'file', row);
    await put(db, 'file_content', { provider_id: providerId, file_id: fileId, bytes });
    return fileId;
  };
  const clientTx = async <T>(personId: string, work: (tx: Tx) => Promise<T>) =>
    db.app.asPerson(await signInAs(db, { providerId, personId }, 'PORTAL'), work);
  const staffTx = async <T>(personId: string, work: (tx: ReturnType<typeof asStaff>) => Promise<T>) =>
    db.app.asPerson(await signInAs(db, { providerId, personId }, 'CONSOLE'), (tx) => work(asStaff(tx)));
  const open = async (personId: string, word: string, more: Partial<NewTicket> = {}) => {
    const texts = { subject: `${word} subject`, description: `${word} description` };
    const outcome = await clientTx(personId, (tx) =>
      openTicket(tx, {
        ...{ ...READY, ...texts, tenantId, serviceItemId: services[0] ?? '', channel: 'PORTAL', openedAt: tx.now },
        ...{ requesterId: personId, confidential: false, fileIds: [], ...more },
      }),
    );
    if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome));
    return outcome.ticketId;
  };
  const upload = await file('LINKED', own, people.REQUESTER);
  const ticket = await open(people.REQUESTER, own, { fileIds: [upload] });
  await open(people.COORDINATOR, mark(key, 'other'), { watcherIds: [people.APPROVER] });
  const stranger = await person(['REQUESTER']);
  const hidden = await open(stranger, mark(key, 'conf'), { confidential: true });
  for (const [visibility, word] of [
    ['PUBLIC', own],
    ['INTERNAL', mark(key, 'int')],
  ] as const) {
    await staffTx(house.staff.AGENT, (tx) =>
      new ReplyToTicket().run(tx, { ...REPLY, ticketId: ticket, body: `${word} reply`, visibility, fileIds: [] }),
    );
  }
  await db.owner(
    `update ticket set external_key = 'EXT-1', case_number = $2, policy_id = 'standard' where ticket_id = $1`,
    [ticket, own],
  );
  await put(db, 'ticket_text', { ...of, ticket_id: ticket, text_id: newId(), body: `${own} text` });
  const [message] = await db.owner<{ message_id: string }>(
    `select message_id from ticket_message where ticket_id = $1 and visibility = 'PUBLIC' and side = 'PROVIDER'`,
    [ticket],
  );
  const fired = {
    kind: 'FIRST_RESPONSE',
    cycle: 1,
    percent: 50,
    target_id: own,
    due_at: NOW,
    fired_at: NOW,
  };
  await put(db, 'clock_notice', { ...of, ticket_id: ticket, ...fired, late: false });

  const review = await seedReview(db, key, { tenantId, manager: house.staff.ACCOUNT_MANAGER, staffTx });
  await clientTx(people.COORDINATOR, (tx) =>
    commentReview(tx as Parameters<typeof commentReview>[0], {
      reviewId: review,
      section: null,
      body: `${own} comment`,
    }),
  );
  const [action] = await db.owner<{ action_id: string }>('select action_id from review_action where review_id = $1', [
    review,
  ]);
  const report = await file('TENANT', `${own} report`, house.staff.ACCOUNT_MANAGER);
  const rendered = { review_id: review, language: 'ko', stage: 'PUBLISHED', file_id: report, rendered_at: NOW };
  await put(db, 'review_document', { ...of, ...rendered });

  const source = await file('STAFF', mark(key, 'int'), house.staff.ACCOUNT_MANAGER);
  const rows = { db, key, of };
  const importRun = await putImport(rows, { source, ticket, by: house.staff.ACCOUNT_MANAGER });
  const told = [...Object.values(people), ...Object.values(house.staff)];
  const { notification, mail } = await putNews(rows, { people, told, ticket });
  await putFigures(rows, { service: services[0] ?? '' });
  const kept = {
    queue: 'nothing',
    payload: { said: own },
    run_at: new Date('2099-01-01'),
    dedupe_key: `same-key-${tenantId}`,
  };
  await put(db, 'job', { ...of, job_id: newId(), ...kept });
  const said = { before: { said: own }, after: { said: own }, address: own, request_id: own };
  const entry = { at: NOW, actor_side: 'CLIENT', actor_person_id: people.APPROVER, action: 'spec.act' };
  const entryId = newId();
  await put(db, 'audit_entry', { ...of, entry_id: entryId, ...entry, object_type: own, object_id: ticket, ...said });
  const session = newId();
  await db.owner('select session_open($1, $2, $3, $4, $5, $6, $7, $8)', [
    ...[session, Buffer.from(sha256(session), 'hex'), providerId, people.AUDITOR, 'PORTAL', '1 day', own, '127.0.0.1'],
  ]);
  const staffOnly = mark(key.slice(0, 1) === 'N' ? 'N' : 'S', 'staff');
  const called = await putEscalation({ db, of, own, staffOnly, ticket, agent: house.staff.AGENT });
  const given = await putDeadLetters({ db, of, own, by: house.staff.PROVIDER_ADMIN });
  const lent = await putDelegation({ db, of, people });
  const shared = { provider: providerId, service: services[0] ?? '', calendar: house.calendar, team: house.team };
  const things = { tenant: tenantId, contract: contract?.contract_id ?? '', version, ticket, hidden, review, mail };
  const more = { message: message?.message_id ?? '', reviewAction: action?.action_id ?? '', file: upload, importRun };
  const persons = { client: people.REQUESTER, staff: house.staff.AGENT, session, notification };
  return { ids: { ...shared, ...things, ...more, ...persons, ...called, ...given, ...lent }, people };
}

interface ReviewSeed {
  readonly tenantId: string;
  readonly manager: string;
  staffTx<T>(personId: string, work: (tx: ReturnType<typeof asStaff>) => Promise<T>): Promise<T>;
}

/** A published review, its draft for the next quarter unshared. */
async function seedReview(
  db: TestDatabase,
  key: TenantKey,
  { tenantId, manager, staffTx }: ReviewSeed,
): Promise<string> {
  const words = { ko: `${mark(key)} 글`, en: `${mark(key)} words` };
  const as = <T>(work: (tx: ReturnType<typeof asStaff>) => Promise<T>) => staffTx(manager, work);
  const draft = await as((tx) => createReview(tx, { tenantId, period: '2026-Q1' }));
  if (draft.__typename !== 'ReviewChanged') throw new Error(JSON.stringify(draft));
  const { id: reviewId, version: expectedVersion } = draft.review;
  const edited = await as((tx) => editReview(tx, { reviewId, expectedVersion, section: 'SUMMARY', ...words }));
  await as((tx) => shareReview(tx, { reviewId, shared: true }));
  const due = { ownerPersonId: null, dueDate: null };
  await as((tx) => addReviewAction(tx, { reviewId, title: words, owner: 'CLIENT', ...due }));
  const [row] = await db.owner<{ version: number }>('select version from review where review_id = $1', [reviewId]);
  const published = await as((tx) =>
    publishReview(tx, { reviewId, expectedVersion: row?.version ?? 0 }, TZ_DATA_VERSION),
  );
  if (edited.__typename !== 'ReviewChanged' || published.__typename !== 'ReviewChanged')
    throw new Error(JSON.stringify(published));
  await as((tx) => addReviewAddendum(tx, { reviewId, body: words }));
  const next = await as((tx) => createReview(tx, { tenantId, period: '2026-Q2' }));
  if (next.__typename !== 'ReviewChanged') throw new Error(JSON.stringify(next));
  const internal = { ko: mark(key, 'int'), en: mark(key, 'int') };
  const note = { reviewId: next.review.id, expectedVersion: next.review.version, section: 'SUMMARY' as const };
  await as((tx) => editReview(tx, { ...note, ...internal }));
  return reviewId;
}

/** What somebody may be shown: never a text of another tenant, nor one that is kept from this role. */
function allowedFor(part: Part, provider: 'N' | 'S', tenants: readonly TenantKey[]): ReadonlySet<string> {
  const allowed = new Set<string>([provider, ...tenants]);
  const give = (suffix: string) => tenants.forEach((tenant) => allowed.add(`${tenant}${suffix}`));
  if (part !== 'REQUESTER') give('other');
  if (PORTAL_ROLES.some((role) => role === part)) return allowed;
  allowed.add(`${provider}staff`);
  give('int');
  if (part === 'ACCOUNT_MANAGER' || part === 'PROVIDER_ADMIN') give('conf');
  return allowed;
}

/** Two providers of two tenants each, and somebody of each role in both providers. */
export async function createHouses(): Promise<Houses> {
  const db = await createTestDatabase(slices.flatMap((slice) => slice.entities ?? []));
  const ids: Partial<Record<TenantKey, Ids>> = {};
  const providerIds = { N: '', S: '' };
  const actors: Actor[] = [];
  for (const provider of ['N', 'S'] as const) {
    const house = await seedProvider(db, provider);
    const { providerId } = house;
    providerIds[provider] = providerId;
    const keys = TENANTS.filter((key) => isTenant(key, provider));
    const housed = new Map<TenantKey, Housed>();
    for (const key of keys) housed.set(key, await seedTenant(db, key, house));
    for (const [key, value] of housed) ids[key] = value.ids;
    const first = keys.slice(0, 1);
    const home = housed.get(first[0] ?? 'N1');
    if (home === undefined) throw new Error('no tenant was made');
    const restricted = await createStaff(db, providerId, {
      restrictedTo: [home.ids.tenant],
      name: `${mark(provider)} restricted`,
    });
    const cast: readonly (readonly [Part, string, readonly TenantKey[]])[] = [
      ...PORTAL_ROLES.map((role) => [role, home.people[role], first] as const),
      ...(['AGENT', 'ACCOUNT_MANAGER', 'PROVIDER_ADMIN'] as const).map(
        (role) => [role, house.staff[role], keys] as const,
      ),
      ['RESTRICTED', restricted, first],
    ];
    for (const [part, personId, tenants] of cast) {
      const audience = PORTAL_ROLES.some((role) => role === part) ? 'PORTAL' : 'CONSOLE';
      const caller = await signInAs(db, { providerId, personId }, audience);
      const cookie = `daylight_${audience.toLowerCase()}=${caller.token}`;
      const allowed = allowedFor(part, provider, tenants);
      actors.push({ part, provider, personId, audience, caller, token: caller.token, cookie, tenants, allowed });
    }
  }
  const actor = (provider: 'N' | 'S', part: Part): Actor => {
    const found = actors.find((each) => each.provider === provider && each.part === part);
    if (found === undefined) throw new Error(`there is no ${part} of ${provider}`);
    return found;
  };
  const [versions] = await db.owner<{ ticket: number; review: number }>(
    `select (select version from ticket where ticket_id = $1) as ticket, (select version from review where review_id = $2) as review`,
    [ids.N1?.ticket, ids.N1?.review],
  );
  if (versions === undefined) throw new Error('nothing was seeded');
  return { db, ids: ids as Record<TenantKey, Ids>, providerIds, versions, actors, actor };
}
