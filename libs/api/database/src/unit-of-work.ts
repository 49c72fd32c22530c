import {
  DaylightError,
  type Audience,
  type Clock,
  type ClientScope,
  type Operation,
  type PersonScope,
  type StaffScope,
  type SystemScope,
} from '@daylight/api-platform';
import { CLIENT_ROLES, permissionsOf, STAFF_ROLES, type Instant, type Role } from '@daylight/domain';
import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { statement } from './statement.js';
import { makeTx, type Tx } from './tx.js';

const BEGIN = statement('begin', 'begin');
const BEGIN_READ_ONLY = statement('begin-read-only', 'begin read only');
const BEGIN_SCOPE = statement<ScopeRow>('begin-scope', 'select * from begin_scope($1, $2, $3)');
const BEGIN_WORKER_SCOPE = statement<{ at: Instant }>('begin-worker-scope', 'select begin_worker_scope($1, $2) as at');
const RECALL = statement<{ request_digest: string; response: unknown }>(
  'idempotency-recall',
  `with mine as (
     insert into idempotency_key (provider_id, person_id, key, request_digest) values ($1, $2, $3, $4)
     on conflict (provider_id, person_id, key) do nothing returning 1)
   select request_digest, response from idempotency_key
   where provider_id = $1 and person_id = $2 and key = $3 and not exists (select 1 from mine)`,
);
const REMEMBER = statement(
  'idempotency-remember',
  'update idempotency_key set response = $4 where provider_id = $1 and person_id = $2 and key = $3',
);

interface ScopeRow {
  readonly at: Instant;
  readonly session_id: string;
  readonly provider_id: string;
  readonly tenant_id: string | null;
  readonly person_id: string;
  readonly side: string;
  readonly roles: readonly string[];
  readonly display_name: string;
  readonly email: string;
  readonly language: 'ko' | 'en';
  readonly zone: string;
  readonly sees_confidential: boolean;
  readonly restricted: boolean;
  readonly approval_limit_minor: number | null;
}

const ROLES: readonly Role[] = [...STAFF_ROLES, ...CLIENT_ROLES];

function scopeOf(row: ScopeRow): PersonScope {
  const person = {
    sessionId: row.session_id,
    providerId: row.provider_id,
    personId: row.person_id,
    displayName: row.display_name,
    email: row.email,
    language: row.language,
    zone: row.zone,
    roles: row.roles,
    permissions: permissionsOf(ROLES.filter((role) => row.roles.includes(role))),
  };
  if (row.tenant_id === null) {
    return {
      ...person,
      side: 'PROVIDER',
      tenantId: null,
      restricted: row.restricted,
      seesConfidential: row.sees_confidential,
    };
  }
  return { ...person, side: 'CLIENT', tenantId: row.tenant_id, approvalLimitMinor: row.approval_limit_minor };
}

/** Who a request says it is; nothing of it is believed before the database has checked it. */
export interface Caller {
  readonly audience: Audience;
  /** SHA-256 of the session token, or null when there is none. */
  readonly tokenHash: Buffer | null;
  /** The tenant a client user chose; null: the only or first one. */
  readonly tenantId: string | null;
  readonly idempotencyKey: string | null;
  readonly readOnly: boolean;
  readonly requestId: string;
  readonly address: string;
}

interface Open {
  readonly runner: QueryRunner;
  readonly client: PoolClient;
}

interface Opened {
  readonly open: Open;
  readonly tx: Tx<PersonScope>;
}

/** Opens transactions under a scope that the database has minted (decision 2). */
export class UnitOfWork {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The transaction behind one GraphQL operation or one request of a signed-in person. */
  operation(caller: Caller): PersonOperation {
    return new PersonOperation(caller, this.clock, () => this.connect());
  }

  /** Runs `work` as a signed-in person in one transaction: commit on return, rollback on throw. */
  async asPerson<T>(caller: Caller, work: (tx: Tx<PersonScope>) => Promise<T>): Promise<T> {
    const operation = this.operation(caller);
    try {
      const result = await work(await operation.tx());
      await operation.commit();
      return result;
    } catch (error) {
      await operation.rollback();
      throw error;
    }
  }

  /** Runs `work` as Daylight itself for a provider and, mostly, one tenant. Needs the worker's login role. */
  async asSystem<T>(
    on: { readonly providerId: string; readonly tenantId: string | null; readonly requestId?: string },
    work: (tx: Tx<SystemScope>) => Promise<T>,
  ): Promise<T> {
    const { runner, client } = await this.connect();
    try {
      await client.query('begin');
      const { name, text } = BEGIN_WORKER_SCOPE;
      const { rows } = await client.query<{ at: Instant }>({ name, text, values: [on.providerId, on.tenantId] });
      const scope: SystemScope = { side: 'SYSTEM', providerId: on.providerId, tenantId: on.tenantId, personId: null };
      const now = this.clock.resolve(rows[0]?.at ?? this.clock.now());
      const result = await work(
        makeTx(client, runner.manager, { scope, now, requestId: on.requestId ?? 'worker', address: null }),
      );
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** A connection without a scope, for the reviewed functions that run before one exists (sign-in, links, job claims). */
  async withoutScope<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const { runner, client } = await this.connect();
    try {
      return await work(client);
    } finally {
      await runner.release();
    }
  }

  private async connect(): Promise<Open> {
    const runner = this.source.createQueryRunner();
    // TypeORM types the driver's connection as `any`; this is the edge where it gets its type back.
    const client: PoolClient = await runner.connect();
    return { runner, client };
  }
}

/** One operation's transaction, opened on first use; after commit or rollback the next use opens another. */
export class PersonOperation implements Operation {
  private opening: Promise<Opened> | null = null;
  private opened: Opened | null = null;

  constructor(
    private readonly caller: Caller,
    private readonly clock: Clock,
    private readonly connect: () => Promise<Open>,
  ) {}

  async tx(): Promise<Tx<PersonScope>> {
    this.opening ??= this.begin();
    this.opened = await this.opening;
    return this.opened.tx;
  }

  /** The transaction that the guard has opened. Throws when none is: a resolver without a permission. */
  current(): Tx<PersonScope> {
    if (this.opened === null) throw new DaylightError('UNAUTHENTICATED', 'sign in first');
    return this.opened.tx;
  }

  async scope(): Promise<PersonScope> {
    return (await this.tx()).scope;
  }

  async recall(requestDigest: string): Promise<{ readonly answer: unknown } | null> {
    const key = this.caller.idempotencyKey;
    if (key === null) return null;
    const tx = await this.tx();
    const [known] = await tx.query(RECALL, [tx.scope.providerId, tx.scope.personId, key, requestDigest]);
    if (known === undefined) return null;
    if (known.request_digest !== requestDigest) {
      throw new DaylightError('IDEMPOTENCY_KEY_REUSED', 'this Idempotency-Key was used for another request');
    }
    return { answer: known.response };
  }

  async remember(answer: unknown): Promise<void> {
    const key = this.caller.idempotencyKey;
    if (key === null) return;
    const tx = await this.tx();
    await tx.query(REMEMBER, [tx.scope.providerId, tx.scope.personId, key, JSON.stringify(answer)]);
  }

  commit(): Promise<void> {
    return this.end('commit');
  }

  rollback(): Promise<void> {
    return this.end('rollback');
  }

  private async begin(): Promise<Opened> {
    const { caller } = this;
    if (caller.tokenHash === null) throw new DaylightError('UNAUTHENTICATED', 'sign in first');
    const open = await this.connect();
    try {
      // Sent together, in one write: BEGIN needs no answer of its own (pipelining, performance.md 12).
      const { name, text } = BEGIN_SCOPE;
      const begin = caller.readOnly ? BEGIN_READ_ONLY : BEGIN;
      const [, result] = await Promise.all([
        open.client.query({ name: begin.name, text: begin.text }),
        open.client.query<ScopeRow>({ name, text, values: [caller.tokenHash, caller.audience, caller.tenantId] }),
      ]);
      const row = result.rows[0];
      if (row === undefined) throw new DaylightError('UNAUTHENTICATED', 'sign in first');
      const facts = {
        scope: scopeOf(row),
        now: this.clock.resolve(row.at),
        requestId: caller.requestId,
        address: caller.address,
      };
      return { open, tx: makeTx(open.client, open.runner.manager, facts) };
    } catch (error) {
      await open.client.query('rollback').catch(() => undefined);
      await open.runner.release();
      throw error;
    }
  }

  private async end(how: 'commit' | 'rollback'): Promise<void> {
    const opening = this.opening;
    if (opening === null) return;
    this.opening = null;
    this.opened = null;
    // An opening that failed has already released its connection.
    const opened = await opening.catch(() => null);
    if (opened === null) return;
    try {
      await opened.open.client.query(how);
    } finally {
      await opened.open.runner.release();
    }
  }
}

/** Narrows a transaction to a client user's. Portal resolvers call it once, at their edge. */
export function asClient(tx: Tx<PersonScope>): Tx<ClientScope> {
  const { scope } = tx;
  if (scope.side !== 'CLIENT') throw new DaylightError('FORBIDDEN', 'only client users');
  return { ...tx, scope };
}

/** Narrows a transaction to staff's. Console resolvers call it once, at their edge. */
export function asStaff(tx: Tx<PersonScope>): Tx<StaffScope> {
  const { scope } = tx;
  if (scope.side !== 'PROVIDER') throw new DaylightError('FORBIDDEN', 'only staff');
  return { ...tx, scope };
}
