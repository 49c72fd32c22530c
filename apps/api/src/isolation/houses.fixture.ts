import { newId, sha256 } from '@daylight/api-platform';
import type { Caller } from '@daylight/api-database';
import {
  createClient,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { slices } from '../slices.js';
import { actsOf, putFile } from './acts.fixture.js';
import { putAvailability } from './availability.fixture.js';
import { putChannels } from './channels.fixture.js';
import { putContract } from './contracts.fixture.js';
import { putDeadLetters } from './dead-letters.fixture.js';
import { putDelegation } from './delegations.fixture.js';
import { putEscalation } from './escalation.fixture.js';
import { putIncident } from './incident.fixture.js';
import { putMailIn } from './mail-in.fixture.js';
import { putMailOut } from './mail-out.fixture.js';
import { putMonitoring } from './monitoring.fixture.js';
import { putPresence } from './presence.fixture.js';
import { seedProvider, type Staffed } from './providers.fixture.js';
import { seedReview } from './reviews.fixture.js';
import { mark, NOW, put, putFigures, putImport, putNews, TENANTS, type TenantKey } from './rows.fixture.js';
import { putTickets } from './tickets.fixture.js';

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
  | ('outage' | 'window' | 'exclusion' | 'figure' | 'credit')
  | ('contact' | 'schedule' | 'policy' | 'escalation' | 'note')
  | ('mailbox' | 'inbound' | 'trouble')
  | ('source' | 'delivery' | 'alert')
  | ('webhook' | 'webhookDelivery' | 'gateway')
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
  /** Versions of `N1`'s ticket, review and credit, as a form that was just read would hold them. */
  readonly versions: Readonly<Record<'ticket' | 'review' | 'credit', number>>;
  readonly actors: readonly Actor[];
  actor(provider: 'N' | 'S', part: Part): Actor;
}

const isTenant = (key: TenantKey, provider: 'N' | 'S') => key.startsWith(provider);

interface Housed {
  readonly ids: Ids;
  readonly people: Readonly<Record<(typeof PORTAL_ROLES)[number], string>>;
}

/** One client with something in every table, all of it saying whose it is. */
async function seedTenant(db: TestDatabase, key: TenantKey, house: Staffed): Promise<Housed> {
  const { providerId, services } = house;
  const own = mark(key);
  const tenantId = await createTenant(db, providerId, key.endsWith('1') ? 'ACME' : 'BETA');
  const of = { provider_id: providerId, tenant_id: tenantId };
  const rows = { db, key, of };
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
  const { contract, version } = await putContract(rows, { services, by: house.staff.ACCOUNT_MANAGER });
  const acts = actsOf(db, providerId);
  const stranger = await person(['REQUESTER']);
  const written = { people, stranger, agent: house.staff.AGENT, service: services[0] ?? '' };
  const { ticket, hidden, message, upload } = await putTickets(rows, acts, written);

  const by = house.staff.ACCOUNT_MANAGER;
  const { review, reviewAction } = await seedReview(rows, acts, { manager: by, reader: people.COORDINATOR });
  const report = await putFile(rows, { audience: 'TENANT', word: `${own} report`, by });
  const rendered = { review_id: review, language: 'ko', stage: 'PUBLISHED', file_id: report, rendered_at: NOW };
  await put(db, 'review_document', { ...of, ...rendered });

  const source = await putFile(rows, { audience: 'STAFF', word: mark(key, 'int'), by });
  const importRun = await putImport(rows, { source, ticket, by });
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
  await putPresence({ db, of, ticket, agent: house.staff.AGENT });
  const watched = await putMonitoring({ db, of, own, internal: mark(key, 'int'), service: services[0] ?? '' });
  const { alert, source: alertSource } = watched;
  const onDuty = { schedule: called.schedule, viewer: people.COORDINATOR, staffOnly };
  const shift = { agent: house.staff.AGENT, reader: house.staff.PROVIDER_ADMIN };
  const left = await putIncident({ db, of, alert, source: alertSource, ...onDuty, ...shift });
  const promised = { version, ticket, alert: watched.alert, source: watched.source, by, approver: people.APPROVER };
  const availability = await putAvailability({
    ...{ db, of, own, internal: mark(key, 'int'), service: services[0] ?? '' },
    ...promised,
  });
  const mailIn = await putMailIn({ db, of, internal: mark(key, 'int'), ticket, service: services[0] ?? '' });
  const mailOut = await putMailOut({ db, of, own, personId: people.REQUESTER, mail });
  const internal = mark(key, 'int');
  const outward = await putChannels({ db, of, internal, staffOnly, by: house.staff.PROVIDER_ADMIN });
  const shared = { provider: providerId, service: services[0] ?? '', calendar: house.calendar, team: house.team };
  const things = { tenant: tenantId, contract, version, ticket, hidden, review, mail };
  const more = { message, reviewAction, file: upload, importRun };
  const persons = { client: people.REQUESTER, staff: house.staff.AGENT, session, notification };
  return {
    ids: {
      ...shared,
      ...things,
      ...more,
      ...outward,
      ...persons,
      ...called,
      ...left,
      ...given,
      ...lent,
      ...watched,
      ...availability,
      ...mailIn,
      ...mailOut,
    },
    people,
  };
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
  const [versions] = await db.owner<{ ticket: number; review: number; credit: number }>(
    `select (select version from ticket where ticket_id = $1) as ticket, (select version from review where review_id = $2) as review,
       (select version from credit where credit_id = $3) as credit`,
    [ids.N1?.ticket, ids.N1?.review, ids.N1?.credit],
  );
  if (versions === undefined) throw new Error('nothing was seeded');
  return { db, ids: ids as Record<TenantKey, Ids>, providerIds, versions, actors, actor };
}
