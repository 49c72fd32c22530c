// For the specs of this folder: providers whose clients are watched, an HTTP server that takes what comes, and a worker by hand.
import type { DeliveryHandler, Job, JobHandler } from '@daylight/api-database';
import { asStaff } from '@daylight/api-database';
import { newId, systemClock } from '@daylight/api-platform';
import {
  addContract,
  addService,
  createClient,
  createProvider,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { entities as ticketEntities } from '@daylight/api-tickets/entities';
import fastify, { type FastifyInstance } from 'fastify';
import type { IntakeOptions } from './apply/apply-signals.js';
import { intakeHandler } from './apply/intake-handler.js';
import { settleHandler } from './apply/settle.js';
import { silenceHandler } from './apply/silence.js';
import { registerIntake } from './receive/register-intake.js';
import type { Fetcher } from './sns/https-fetcher.js';
import { snsHandler } from './sns/sns-handler.js';
import { saveSource } from './sources/save-source.js';
import type { SourceInput } from './sources/source-input.js';

export const SETTING = { origin: 'https://daylight.example', secret: 's'.repeat(32) };

export interface Client {
  readonly providerId: string;
  readonly adminId: string;
  readonly tenantId: string;
  readonly service: string;
  readonly coordinatorId: string;
}

export interface House {
  readonly db: TestDatabase;
  readonly http: FastifyInstance;
  readonly acme: Client;
  readonly beta: Client;
  /** Of another provider. */
  readonly other: Client;
  close(): Promise<void>;
}

async function client(
  db: TestDatabase,
  of: { readonly providerId: string; readonly adminId: string },
  prefix: string,
): Promise<Client> {
  const { providerId, adminId } = of;
  const tenantId = await createTenant(db, providerId, prefix);
  const service = newId();
  await addService(db, providerId, service, prefix.length + prefix.charCodeAt(0));
  await addContract(db, { providerId, tenantId, services: [service] });
  const coordinatorId = await createClient(db, providerId, tenantId, ['COORDINATOR']);
  return { providerId, adminId, tenantId, service, coordinatorId };
}

export async function createHouse(): Promise<House> {
  const db = await createTestDatabase(ticketEntities);
  const [north, south] = [await createProvider(db, 'North'), await createProvider(db, 'South')];
  const http = fastify();
  await registerIntake(http, { uow: db.app, clock: systemClock, secret: SETTING.secret });
  const [acme, beta] = [await client(db, north, 'ACME'), await client(db, north, 'BETA')];
  const other = await client(db, south, 'OTHER');
  return {
    ...{ db, http, acme, beta, other },
    close: async () => [await http.close(), await db.close()].forEach(() => undefined),
  };
}

export async function staffTx<T>(
  { db }: Pick<House, 'db'>,
  of: Client,
  work: (tx: ReturnType<typeof asStaff>) => Promise<T>,
): Promise<T> {
  const caller = await signInAs(db, { providerId: of.providerId, personId: of.adminId }, 'CONSOLE');
  return db.app.asPerson(caller, (tx) => work(asStaff(tx)));
}

export interface Source {
  readonly sourceId: string;
  readonly path: string;
  readonly secret: string | null;
}

export const INPUT: Omit<SourceInput, 'tenantId' | 'serviceItemId' | 'vendor'> = {
  ...{
    name: 'Prometheus',
    auth: 'KEY',
    grouping: 'FINGERPRINT',
    groupLabels: [],
    ticketFrom: 'WARNING',
    ticketLimit: 20,
  },
  ...{ perMinute: 30_000, maxBytes: 65_536, active: true },
};

export async function addSource(
  house: House,
  of: Client,
  vendor: string,
  more: Partial<SourceInput> = {},
): Promise<Source> {
  const input = { ...INPUT, tenantId: of.tenantId, serviceItemId: of.service, vendor, ...more };
  const saved = await staffTx(house, of, (tx) => saveSource(tx, input, SETTING));
  if (saved.__typename !== 'AlertSourceSaved' || saved.url === null) throw new Error(JSON.stringify(saved));
  return { sourceId: saved.source.id, path: new URL(saved.url).pathname, secret: saved.secret };
}

export function post(
  { http }: House,
  { path }: Pick<Source, 'path'>,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
) {
  const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return http.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });
}

/** One alert of Alertmanager. */
export function firing(
  name: string,
  status: 'firing' | 'resolved' = 'firing',
  labels: Readonly<Record<string, string>> = {},
) {
  const known = { alertname: name, severity: 'critical', ...labels };
  return {
    version: '4',
    alerts: [{ status, fingerprint: `fp-${name}`, labels: known, annotations: { summary: name } }],
  };
}

const noNetwork: Fetcher = () => Promise.reject(new Error('no network in this spec'));

interface DueJob {
  readonly job_id: string;
  readonly provider_id: string;
  readonly tenant_id: string;
  readonly queue: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly run_at: number;
  readonly attempts: number;
}

/** Does every due job of intake once, as a worker would, until none is left. `attempt` as if it had been tried before. */
export async function work(
  { db }: Pick<House, 'db'>,
  {
    fetcher = noNetwork,
    attempt = 1,
    ...options
  }: IntakeOptions & { readonly fetcher?: Fetcher; readonly attempt?: number } = {},
): Promise<number> {
  const sns: DeliveryHandler = snsHandler(fetcher, options);
  const handlers: readonly (JobHandler | DeliveryHandler)[] = [
    intakeHandler(options),
    settleHandler,
    silenceHandler(options),
    sns,
  ];
  let done = 0;
  for (;;) {
    const [due] = await db.owner<DueJob>(
      `select job_id, provider_id, tenant_id, queue, payload, (extract(epoch from run_at) * 1000)::float8 as run_at, attempts from job
       where queue = any ($1) and run_at <= now()::timestamptz(3) and dead_at is null order by run_at, job_id limit 1`,
      [handlers.map(({ queue }) => queue)],
    );
    const handler = handlers.find(({ queue }) => queue === due?.queue);
    if (due === undefined || handler === undefined) return done;
    const job: Job = {
      ...{
        id: due.job_id,
        queue: due.queue,
        providerId: due.provider_id,
        tenantId: due.tenant_id,
        payload: due.payload,
      },
      ...{ dueAt: due.run_at, attempt, lastAttempt: false },
    };
    const on = { providerId: due.provider_id, tenantId: due.tenant_id };
    if ('handle' in handler) await db.worker.asSystem(on, (tx) => handler.handle(tx, job));
    else {
      const prepared = await db.worker.asSystem(on, (tx) => handler.prepare(tx, job));
      const record = await prepared?.deliver();
      if (record !== undefined) await db.worker.asSystem(on, record);
    }
    await db.owner('delete from job where job_id = $1 and run_at <= now()::timestamptz(3)', [due.job_id]);
    done += 1;
  }
}

export interface SeenAlert {
  readonly alert_id: string;
  readonly fingerprint: string;
  readonly title: string;
  readonly state: string;
  readonly signals: number;
  readonly flapping: boolean;
  readonly ticket_id: string | null;
  readonly status: string | null;
  readonly channel: string | null;
  readonly version: number;
}

/** What lies behind the curtain, by source. */
export function alertsOf(
  { db }: Pick<House, 'db'>,
  { sourceId }: Pick<Source, 'sourceId'>,
): Promise<readonly SeenAlert[]> {
  return db.owner<SeenAlert>(
    `select a.alert_id, a.fingerprint, a.title, a.state, a.signals, a.flapping, a.ticket_id, t.status, t.channel, a.version
     from alert a left join ticket t on t.ticket_id = a.ticket_id where a.source_id = $1 order by a.fingerprint`,
    [sourceId],
  );
}

export interface SeenDelivery {
  readonly delivery_id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly bytes: number;
  readonly body: Buffer;
}

export function deliveriesOf(
  { db }: Pick<House, 'db'>,
  { sourceId }: Pick<Source, 'sourceId'>,
): Promise<readonly SeenDelivery[]> {
  return db.owner<SeenDelivery>(
    'select delivery_id, state, reason, bytes::int, body from intake_delivery where source_id = $1 order by received_at, delivery_id',
    [sourceId],
  );
}
