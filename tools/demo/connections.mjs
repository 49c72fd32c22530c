// How the seed reaches the database: through the same units of work as the API and the worker, at an instant of its own.
import { createDataSource, UnitOfWork } from '@daylight/api-database';
import { calendarEntities } from '@daylight/api-calendars/entities';
import { contractEntities } from '@daylight/api-contracts/entities';
import { entities as identityEntities } from '@daylight/api-identity/entities';
import { newId, newToken, SetClock, tokenHash } from '@daylight/api-platform';
import { entities as tenantEntities } from '@daylight/api-tenants/entities';
import { entities as ticketEntities } from '@daylight/api-tickets/entities';

const ENTITIES = [...identityEntities, ...tenantEntities, ...calendarEntities, ...contractEntities, ...ticketEntities];

/** Opens both roles. `clock.set(at)` says which instant transactions take as now. Close it in the end. */
export async function connect({ appUrl, workerUrl }, now) {
  const clock = new SetClock(now);
  const open = (url) =>
    createDataSource({
      url,
      poolSize: 4,
      entities: ENTITIES,
      applicationName: 'daylight-demo',
      onConnectionLost: () => undefined,
    }).initialize();
  const [app, worker] = await Promise.all([open(appUrl), open(workerUrl)]);
  const work = { app: new UnitOfWork(app, clock), worker: new UnitOfWork(worker, clock) };
  const tokens = [];
  return {
    clock,
    ...work,
    asSystem: (on, run) => work.worker.asSystem(on, run),
    /** Runs in a transaction of that person's, who is signed in as by a password. */
    async as(person, run) {
      const caller = await signIn(work.app, person, tokens);
      return work.app.asPerson(caller, run);
    },
    async close() {
      for (const token of tokens)
        await work.app.withoutScope((client) => client.query('select session_close($1)', [token]));
      await Promise.all([app.destroy(), worker.destroy()]);
    },
  };
}

async function signIn(app, { providerId, personId, audience, tenantId = null }, tokens) {
  const hash = tokenHash(newToken());
  const values = [newId(), hash, providerId, personId, audience, '1 hour', 'demo', '127.0.0.1'];
  await app.withoutScope((client) =>
    client.query('select session_open($1, $2, $3, $4, $5, $6::interval, $7, $8)', values),
  );
  tokens.push(hash);
  const about = { idempotencyKey: null, readOnly: false, requestId: 'demo', address: '127.0.0.1' };
  return { audience, tokenHash: hash, tenantId, ...about };
}

/** The outcome of that kind; anything else is a defect of the demo and says what it was. */
export function expect(outcome, kind) {
  if (outcome.__typename === kind) return outcome;
  throw new Error(`the demo expected ${kind} and got ${JSON.stringify(outcome).slice(0, 600)}`);
}
