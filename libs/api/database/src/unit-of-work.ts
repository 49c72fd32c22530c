import {
  DaylightError,
  toDaylightError,
  type Clock,
  type ClientScope,
  type PersonScope,
  type StaffScope,
  type SystemScope,
} from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { PersonOperation, type Caller, type Open } from './person-operation.js';
import { statement } from './statement.js';
import { makeTx, type Tx } from './tx.js';

const BEGIN_WORKER_SCOPE = statement<{ at: Instant }>('begin-worker-scope', 'select begin_worker_scope($1, $2) as at');
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
      const begunAt = rows[0]?.at ?? this.clock.now();
      const facts = {
        scope,
        now: this.clock.resolve(begunAt),
        begunAt,
        requestId: on.requestId ?? 'worker',
        address: null,
      };
      const result = await work(makeTx(client, runner.manager, facts));
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
    try {
      // TypeORM types the driver's connection as `any`; this is the edge where it gets its type back.
      const client: PoolClient = await runner.connect();
      return { runner, client };
    } catch (error) {
      const known = toDaylightError(error);
      throw known.code === 'UNAVAILABLE' ? known : error;
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
