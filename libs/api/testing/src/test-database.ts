import { randomUUID } from 'node:crypto';
import { newId, newToken, SetClock, systemClock, tokenHash, type Audience, type Clock } from '@daylight/api-platform';
import { createDataSource, UnitOfWork, type Caller } from '@daylight/api-database';
import pg from 'pg';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';

/** A database of its own for one spec file, cloned from the migrated template; roles as in production. */
export interface TestDatabase {
  /** Transactions as `daylight_app`: what the API can do. */
  readonly app: UnitOfWork;
  /** Transactions as `daylight_worker`. */
  readonly worker: UnitOfWork;
  /** Set to an instant to stop time for both; null: the database's clock. */
  setNow(at: number | null): void;
  /** SQL as the owner, who bypasses row-level security: for fixtures and for looking behind the curtain. */
  owner<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** SQL as `daylight_app` without a scope. */
  bare(text: string, values?: readonly unknown[]): Promise<readonly pg.QueryResultRow[]>;
  readonly url: (role: string) => string;
  close(): Promise<void>;
}

interface Cluster {
  readonly host: string;
  readonly port: number;
  readonly template: string;
}

function clusterOf(environment: string | undefined): Cluster {
  if (environment === undefined) throw new Error('integration specs run under jest project "int"');
  const cluster: Cluster = JSON.parse(environment);
  return cluster;
}

class SwitchableClock implements Clock {
  private set: SetClock | null = null;

  now(): number {
    return (this.set ?? systemClock).now();
  }

  resolve(databaseNow: number): number {
    return (this.set ?? systemClock).resolve(databaseNow);
  }

  stopAt(at: number | null): void {
    this.set = at === null ? null : new SetClock(at);
  }
}

/** Clones the template. Close it in `afterAll`. */
export async function createTestDatabase(entities: readonly EntityTarget<ObjectLiteral>[] = []): Promise<TestDatabase> {
  const cluster = clusterOf(process.env['DAYLIGHT_TEST_CLUSTER']);
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const url = (role: string, database = name): string =>
    `postgres://${role}@${cluster.host}:${cluster.port}/${database}`;
  const admin = new pg.Client({ connectionString: url('postgres', 'postgres') });
  await admin.connect();
  await admin.query(`create database ${name} template ${cluster.template} owner daylight_owner`);
  await admin.end();

  const clock = new SwitchableClock();
  const open = async (role: string): Promise<DataSource> => {
    const applicationName = `test-${role}`;
    return createDataSource({
      url: url(role),
      poolSize: 8,
      entities,
      applicationName,
      onConnectionLost: () => undefined,
    }).initialize();
  };
  const [app, worker] = await Promise.all([open('daylight_app'), open('daylight_worker')]);
  const pool = (role: string): pg.Pool =>
    new pg.Pool({ connectionString: url(role), max: 2 }).on('error', () => undefined);
  const owner = pool('daylight_owner');
  const bare = pool('daylight_app');
  return {
    app: new UnitOfWork(app, clock),
    worker: new UnitOfWork(worker, clock),
    setNow: (at) => clock.stopAt(at),
    owner: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await owner.query<Row>(text, [...values])).rows,
    bare: async (text, values = []) => (await bare.query(text, [...values])).rows,
    url: (role) => url(role),
    close: async () => {
      await Promise.all([app.destroy(), worker.destroy(), owner.end(), bare.end()]);
    },
  };
}

/** A provider with an administrator, made by the same function production uses. */
export async function createProvider(
  db: TestDatabase,
  name: string,
): Promise<{ readonly providerId: string; readonly adminId: string }> {
  const providerId = newId();
  const adminId = newId();
  const slug = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${providerId.slice(-6)}`;
  await db.owner('select provider_create($1, $2, $3, $4, $5, $6, $7, $8)', [
    providerId,
    name,
    slug,
    'Asia/Seoul',
    'ko',
    adminId,
    `admin@${slug}.example`,
    `${name} Admin`,
  ]);
  await db.owner(`update person set status = 'ACTIVE' where person_id = $1`, [adminId]);
  return { providerId, adminId };
}

export async function createTenant(db: TestDatabase, providerId: string, prefix: string): Promise<string> {
  const tenantId = newId();
  await db.owner(
    `insert into tenant (provider_id, tenant_id, name, prefix, stage, zone, language, created_at)
     values ($1, $2, $3, $4, 'ACTIVE', 'Asia/Seoul', 'ko', now())`,
    [providerId, tenantId, `Tenant ${prefix}`, prefix],
  );
  return tenantId;
}

export interface NewStaff {
  readonly role?: 'AGENT' | 'ACCOUNT_MANAGER' | 'PROVIDER_ADMIN';
  readonly restrictedTo?: readonly string[];
  readonly seesConfidential?: boolean;
  readonly name?: string;
}

export async function createStaff(db: TestDatabase, providerId: string, staff: NewStaff = {}): Promise<string> {
  const personId = newId();
  await db.owner(
    `insert into person (provider_id, person_id, email, display_name, side, staff_role, restricted, sees_confidential, language, zone, status, created_at)
     values ($1, $2, $3, $4, 'PROVIDER', $5, $6, $7, 'ko', 'Asia/Seoul', 'ACTIVE', now())`,
    [
      providerId,
      personId,
      `staff-${personId}@provider.example`,
      staff.name ?? `Staff ${personId.slice(-4)}`,
      staff.role ?? 'AGENT',
      staff.restrictedTo !== undefined,
      staff.seesConfidential ?? false,
    ],
  );
  for (const tenantId of staff.restrictedTo ?? []) {
    await db.owner('insert into staff_assignment (provider_id, tenant_id, person_id) values ($1, $2, $3)', [
      providerId,
      tenantId,
      personId,
    ]);
  }
  return personId;
}

export type ClientRoles = readonly ('REQUESTER' | 'COORDINATOR' | 'APPROVER' | 'AUDITOR')[];

export async function createClient(
  db: TestDatabase,
  providerId: string,
  tenantId: string,
  roles: ClientRoles = ['REQUESTER'],
): Promise<string> {
  const personId = newId();
  await db.owner(
    `insert into person (provider_id, person_id, email, display_name, side, language, zone, status, created_at)
     values ($1, $2, $3, $4, 'CLIENT', 'ko', 'Asia/Seoul', 'ACTIVE', now())`,
    [providerId, personId, `client-${personId}@client.example`, `Client ${personId.slice(-4)}`],
  );
  await db.owner(
    'insert into tenant_membership (provider_id, tenant_id, person_id, roles, created_at) values ($1, $2, $3, $4, now())',
    [providerId, tenantId, personId, roles],
  );
  return personId;
}

/** Opens a session as sign-in would, and says who calls. */
export async function signInAs(
  db: TestDatabase,
  person: { readonly providerId: string; readonly personId: string },
  audience: Audience,
  more: Partial<Pick<Caller, 'tenantId' | 'readOnly' | 'idempotencyKey'>> = {},
): Promise<Caller & { readonly token: string }> {
  const token = newToken();
  await db.owner('select session_open($1, $2, $3, $4, $5, $6, $7, $8)', [
    newId(),
    tokenHash(token),
    person.providerId,
    person.personId,
    audience,
    '1 day',
    'test',
    '127.0.0.1',
  ]);
  return {
    token,
    audience,
    tokenHash: tokenHash(token),
    tenantId: more.tenantId ?? null,
    idempotencyKey: more.idempotencyKey ?? null,
    readOnly: more.readOnly ?? false,
    requestId: 'test',
    address: '127.0.0.1',
  };
}
