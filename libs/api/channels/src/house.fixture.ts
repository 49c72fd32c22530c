// For the specs of this folder: a provider with an administrator, two clients, a worker by hand, and somebody at the other end.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { asStaff, type DeliveryHandler, type Job, type Tx } from '@daylight/api-database';
import { newId, type StaffScope, type SystemScope } from '@daylight/api-platform';
import { createProvider, createTenant, createTestDatabase, signInAs, type TestDatabase } from '@daylight/api-testing';

export const SECRET = 's'.repeat(32);
export const ORIGIN = 'https://daylight.example';
export const NETWORKS = ['loopback'] as const;
export const LIMITS = { networks: NETWORKS, timeoutMs: 400, mostBytes: 4_096 };
export const SETTING = { secret: SECRET, origin: ORIGIN, networks: NETWORKS };
export const DESK = { secret: SECRET, origin: ORIGIN, limits: LIMITS };

export interface House {
  readonly db: TestDatabase;
  readonly providerId: string;
  readonly adminId: string;
  readonly acme: string;
  readonly beta: string;
}

export async function createHouse(): Promise<House> {
  const db = await createTestDatabase();
  const { providerId, adminId } = await createProvider(db, 'North');
  const acme = await createTenant(db, providerId, 'ACME');
  const beta = await createTenant(db, providerId, 'BETA');
  return { db, providerId, adminId, acme, beta };
}

export async function asAdmin<T>(house: House, work: (tx: Tx<StaffScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(house.db, { providerId: house.providerId, personId: house.adminId }, 'CONSOLE');
  return house.db.app.asPerson(caller, (tx) => work(asStaff(tx)));
}

export function asSystem<T>(
  { db, providerId }: House,
  tenantId: string | null,
  work: (tx: Tx<SystemScope>) => Promise<T>,
): Promise<T> {
  return db.worker.asSystem({ providerId, tenantId }, work);
}

export const jobOf = (queue: string, payload: Job['payload'], more: Partial<Job> = {}): Job => ({
  ...{ id: newId(), queue, providerId: '', tenantId: null, payload, dueAt: 0, attempt: 1, lastAttempt: false },
  ...more,
});

/** One attempt at a delivery, as the worker makes it. */
export async function deliver(house: House, handler: DeliveryHandler, job: Job): Promise<void> {
  const prepared = await asSystem(house, job.tenantId, (tx) => handler.prepare(tx, job));
  const record = await prepared?.deliver();
  if (record !== undefined) await asSystem(house, job.tenantId, record);
}

export interface Taken {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Answer = (response: ServerResponse, taken: Taken) => void;

/** Somebody at the other end, who answers as they are told to and remembers what came. */
export interface OtherEnd {
  readonly url: string;
  readonly taken: Taken[];
  answer: Answer;
  close(): Promise<void>;
}

export const ok: Answer = (response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"id": "v1"}');
export const says =
  (status: number, body = ''): Answer =>
  (response) =>
    response.writeHead(status).end(body);
export const never: Answer = () => undefined;

export async function otherEnd(): Promise<OtherEnd> {
  const end: { taken: Taken[]; answer: Answer } = { taken: [], answer: ok };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const taken = { method, path, headers, body: Buffer.concat(chunks).toString('utf8') };
      end.taken.push(taken);
      end.answer(response, taken);
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return Object.assign(end, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
