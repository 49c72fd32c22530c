import type { Instant } from '@daylight/domain';
import { DaylightError, type Scope } from '@daylight/api-platform';
import type { EntityManager } from 'typeorm';
import type { PoolClient, QueryResultRow } from 'pg';
import type { Statement } from './statement.js';

/**
 * One transaction under one scope: who is asking, when, and the only way to the rows. Use cases and queries take it first.
 * Statements are prepared and may be sent without awaiting each other (the connection pipelines them).
 */
export interface Tx<S extends Scope = Scope> {
  readonly scope: S;
  /** The transaction's instant, from the database's clock. */
  readonly now: Instant;
  readonly requestId: string;
  readonly address: string | null;
  /** Row writes through TypeORM entities: insert, update, delete. Never `save` (it overwrites by id). */
  readonly rows: EntityManager;
  /** Runs a named statement and returns its rows. Instants come back as numbers (UTC ms). */
  query<Row extends QueryResultRow>(statement: Statement<Row>, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/** The facts of a transaction besides its connection. */
export type TxFacts<S extends Scope> = Pick<Tx<S>, 'scope' | 'now' | 'requestId' | 'address'>;

/** Statements sent by this process, for the tests that count them. */
export const statementLog: { names: string[] | null } = { names: null };

/** Whether a transaction still stands; one flag for all that was made of it. */
export interface Standing {
  ended: boolean;
}

/**
 * @param standing once ended, statements are refused: the connection is the pool's again, or under somebody else's scope,
 * while a resolver that nobody waits for any more may still be at work.
 */
export function makeTx<S extends Scope>(
  client: PoolClient,
  rows: EntityManager,
  facts: TxFacts<S>,
  standing: Standing = { ended: false },
): Tx<S> {
  return {
    ...facts,
    rows,
    async query<Row extends QueryResultRow>({ name, text }: Statement<Row>, values: readonly unknown[] = []) {
      if (standing.ended) throw new DaylightError('UNAVAILABLE', 'the request has ended');
      statementLog.names?.push(name);
      const result = await client.query<Row>({ name, text, values: [...values] });
      return result.rows;
    },
  };
}
