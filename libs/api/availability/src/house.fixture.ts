// For the specs of this folder: two clients of one provider and one of another, promised to be up, in a stopped time.
import { asClient, asStaff, type Job, type RelayedEvent, type Subscriber, type Tx } from '@daylight/api-database';
import { newId, type ClientScope, type StaffScope, type SystemScope } from '@daylight/api-platform';
import {
  addContract,
  addService,
  createClient,
  createProvider,
  createTenant,
  createTestDatabase,
  signInAs,
  termsFor,
  type TestDatabase,
} from '@daylight/api-testing';
import { mailEntities } from '@daylight/api-mail/entities';
import { entities as ticketEntities } from '@daylight/api-tickets/entities';
import { parseIso, type AvailabilityTerms, type Instant, type Terms } from '@daylight/domain';

export interface Client {
  readonly providerId: string;
  readonly adminId: string;
  readonly tenantId: string;
  readonly service: string;
  /** In the same contract, without a promise. */
  readonly plain: string;
  readonly approverId: string;
  readonly requesterId: string;
}

export interface House {
  readonly db: TestDatabase;
  readonly acme: Client;
  readonly beta: Client;
  readonly other: Client;
  close(): Promise<void>;
}

/** `2026-08-03 10:00` in Seoul. */
export function at(text: string): Instant {
  const instant = parseIso(`${text.replace(' ', 'T')}:00+09:00`);
  if (instant === null) throw new Error(`no instant: ${text}`);
  return instant;
}

/** 99.95 % round the clock, two days of notice, four hours of planned work a month, a ladder, six million won a month. */
export function promising(service: string, plain: string, changes: Partial<AvailabilityTerms> = {}): Terms {
  const base = termsFor([service, plain]);
  const name = { ko: '웹 서비스', en: 'Web service' };
  const promise: AvailabilityTerms = {
    ...{ id: 'web', name, serviceItemIds: [service], calendarId: 'always', period: 'MONTH', targetPpm: 999_500 },
    ...{ assetRule: 'ANY', weights: [], degradedPercent: 0, unmeasured: 'UP', excludable: ['CLIENT', 'FORCE_MAJEURE'] },
    ...changes,
  };
  const tiers = [
    { fromPpm: 990_000, belowPpm: 999_500, creditPpm: 100_000 },
    { fromPpm: 0, belowPpm: 990_000, creditPpm: 250_000 },
  ].toReversed();
  return {
    ...base,
    services: base.services.map((each) =>
      each.serviceItemId === service ? { ...each, monthlyFeeMinor: 6_000_000 } : each,
    ),
    availability: [promise],
    maintenance: { notice: { unit: 'MINUTES', minutes: 2_880 }, noticeCalendarId: null, capMinutesPerMonth: 240 },
    credits: [
      {
        ...{ id: 'web-credit', name, basis: { kind: 'AVAILABILITY', availabilityId: 'web' }, tiers },
        ...{ cap: { limitPpm: 300_000, of: 'ITEM', per: 'MONTH' }, rounding: 'TRUNCATE' },
        ...{ treatment: { kind: 'PRICE_REDUCTION', vatPpm: 100_000 }, termination: { misses: 3, periods: 6 } },
      },
    ],
  };
}

async function client(
  db: TestDatabase,
  { providerId, adminId }: { readonly providerId: string; readonly adminId: string },
  prefix: string,
): Promise<Client> {
  const tenantId = await createTenant(db, providerId, prefix);
  const [service, plain] = [newId(), newId()];
  const index = prefix.charCodeAt(0) * 10;
  await addService(db, providerId, service, index);
  await addService(db, providerId, plain, index + 1);
  const terms = promising(service, plain);
  await addContract(db, { providerId, tenantId, services: [service, plain], terms });
  const approverId = await createClient(db, providerId, tenantId, ['APPROVER']);
  const requesterId = await createClient(db, providerId, tenantId, ['REQUESTER']);
  return { providerId, adminId, tenantId, service, plain, approverId, requesterId };
}

export async function createHouse(): Promise<House> {
  const db = await createTestDatabase([...ticketEntities, ...mailEntities]);
  const [north, south] = [await createProvider(db, 'North'), await createProvider(db, 'South')];
  const [acme, beta] = [await client(db, north, 'ACME'), await client(db, north, 'BETA')];
  const other = await client(db, south, 'OTHER');
  return { db, acme, beta, other, close: () => db.close() };
}

type Db = Pick<House, 'db'>;

export async function staffTx<T>({ db }: Db, of: Client, work: (tx: Tx<StaffScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(db, { providerId: of.providerId, personId: of.adminId }, 'CONSOLE');
  return db.app.asPerson(caller, (tx) => work(asStaff(tx)));
}

export async function clientTx<T>({ db }: Db, of: Client, work: (tx: Tx<ClientScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(db, { providerId: of.providerId, personId: of.approverId }, 'PORTAL');
  return db.app.asPerson(caller, (tx) => work(asClient(tx)));
}

export function systemTx<T>({ db }: Db, of: Client, work: (tx: Tx<SystemScope>) => Promise<T>): Promise<T> {
  return db.worker.asSystem({ providerId: of.providerId, tenantId: of.tenantId }, work);
}

interface OutboxJob {
  readonly job_id: string;
  readonly tenant_id: string;
  readonly payload: { readonly topic: string; readonly ids: Readonly<Record<string, string>> };
}

/** Relays what stands in the outbox to these subscribers, as a worker would; returns the topics. */
export async function relay(house: Db, of: Client, subscribers: readonly Subscriber[]): Promise<readonly string[]> {
  const topics: string[] = [];
  for (;;) {
    const [job] = await house.db.owner<OutboxJob & Record<string, unknown>>(
      `delete from job where job_id = (select job_id from job where queue = 'outbox' and tenant_id = $1 order by run_at, job_id limit 1)
       returning job_id, tenant_id, payload`,
      [of.tenantId],
    );
    if (job === undefined) return topics;
    const { topic, ids } = job.payload;
    const event: RelayedEvent = { id: job.job_id, topic, tenantId: job.tenant_id, ids };
    topics.push(topic);
    for (const subscriber of subscribers) {
      if (subscriber.topics.includes(topic)) await systemTx(house, of, (tx) => subscriber.handle(tx, event));
    }
  }
}

/** A job as the worker would hand it over. */
export function jobOf(of: Client, queue: string, payload: Readonly<Record<string, unknown>>): Job {
  return {
    ...{ id: newId(), queue, providerId: of.providerId, tenantId: of.tenantId, payload },
    ...{ dueAt: 0, attempt: 1, lastAttempt: false },
  };
}
