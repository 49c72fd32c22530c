import type { Instant } from '@daylight/domain';
import { DaylightError, type Scope, type StatementToSend } from '@daylight/api-platform';
import type { EntityManager } from 'typeorm';
import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import type { Statement } from './statement.js';

/**
 * One transaction under one scope: who is asking, when, and the only way to the rows. Use cases and queries take it first.
 * Statements are prepared and may be sent without awaiting each other (the connection pipelines them).
 */
export interface Tx<S extends Scope = Scope> {
  readonly scope: S;
  /** The transaction's instant, from the database's clock. */
  readonly now: Instant;
  /** What that clock said itself: another instant where tests and the demo have set the time. */
  readonly begunAt: Instant;
  readonly requestId: string;
  readonly address: string | null;
  /** Row writes through TypeORM entities: insert, update, delete. Never `save` (it overwrites by id). */
  readonly rows: EntityManager;
  /** Runs a named statement and returns its rows. Instants come back as numbers (UTC ms). */
  query<Row extends QueryResultRow>(statement: Statement<Row>, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/** The facts of a transaction besides its connection. */
export type TxFacts<S extends Scope> = Pick<Tx<S>, 'scope' | 'now' | 'begunAt' | 'requestId' | 'address'>;

/** Statements sent by this process, for the tests that count them. */
export const statementLog: { names: string[] | null } = { names: null };

/** Whether a transaction still stands; one flag for all that was made of it. */
export interface Standing {
  ended: boolean;
}

/** A statement that was sent before anybody asked for its rows. */
export interface SentAhead extends StatementToSend {
  /** Whoever sent it names the rows' type by the statement that is asked. */
  readonly result: Promise<QueryResult>;
}

/** Sends a statement whose rows will be asked for of the transaction that is being opened. */
export function sendAhead(client: PoolClient, { statement: { name, text }, values }: StatementToSend): SentAhead {
  statementLog.names?.push(name);
  const result = client.query({ name, text, values: [...values] });
  // Perhaps nobody asks; whoever does is told.
  result.catch(() => undefined);
  return { statement: { name, text }, values, result };
}

const isSame = (ahead: SentAhead, name: string, values: readonly unknown[]): boolean =>
  ahead.statement.name === name &&
  ahead.values.length === values.length &&
  values.every((value, index) => value === ahead.values[index]);

/**
 * @param standing once ended, statements are refused: the connection is the pool's again, or under somebody else's scope,
 * while a resolver that nobody waits for any more may still be at work.
 */
export function makeTx<S extends Scope>(
  client: PoolClient,
  rows: EntityManager,
  facts: TxFacts<S>,
  {
    standing = { ended: false },
    ahead = null,
  }: { readonly standing?: Standing; readonly ahead?: SentAhead | null } = {},
): Tx<S> {
  let waiting = ahead;
  return {
    ...facts,
    rows,
    async query<Row extends QueryResultRow>({ name, text }: Statement<Row>, values: readonly unknown[] = []) {
      if (standing.ended) throw new DaylightError('UNAVAILABLE', 'the request has ended');
      if (waiting !== null && isSame(waiting, name, values)) {
        const { result: sent } = waiting;
        waiting = null;
        return (await sent).rows;
      }
      statementLog.names?.push(name);
      const result = await client.query<Row>({ name, text, values: [...values] });
      return result.rows;
    },
  };
}
