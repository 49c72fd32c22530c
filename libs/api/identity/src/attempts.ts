import { sha256 } from '@daylight/api-platform';
import { statement, type Tx } from '@daylight/api-database';
import type { PoolClient } from 'pg';

/** `most` attempts in a window of `seconds`. */
interface Limit {
  readonly name: string;
  readonly seconds: number;
  readonly most: number;
}

const QUARTER = 900;
const HOUR = 3600;

/** By address the figures leave room for a company behind one address; by account they stop guessing (A5). */
export const LIMITS = {
  signInByEmail: { name: 'sign-in:email', seconds: QUARTER, most: 20 },
  signInByAddress: { name: 'sign-in:address', seconds: QUARTER, most: 300 },
  resetByEmail: { name: 'reset:email', seconds: HOUR, most: 5 },
  resetByAddress: { name: 'reset:address', seconds: HOUR, most: 60 },
  linkByAddress: { name: 'link:address', seconds: QUARTER, most: 100 },
  passwordByPerson: { name: 'password:person', seconds: QUARTER, most: 20 },
} as const satisfies Readonly<Record<string, Limit>>;

export interface Attempt {
  readonly limit: Limit;
  /** Whose attempt: an e-mail address, a network address, an id. Stored as a digest. */
  readonly of: string;
}

interface HitRow {
  readonly attempts: number;
  readonly seconds_left: number;
}

const HIT = statement<HitRow>(
  'identity-attempt-hit',
  `select rate_limit_hit($1, $2::integer) as attempts,
          ceil($2::integer - mod(extract(epoch from clock_timestamp()), $2::integer))::integer as seconds_left`,
);

/**
 * Counts each attempt in the database, atomically and over restarts, before anything is looked at. Returns the seconds
 * to wait when one is beyond its limit, else null. Without a scope each count stands by itself.
 */
export function countAttemptsOn(client: PoolClient, attempts: readonly Attempt[]): Promise<number | null> {
  const { name, text } = HIT;
  return count(attempts, async (values) => (await client.query<HitRow>({ name, text, values })).rows[0]);
}

/** The same inside a transaction: the count stands when the caller returns a refusal, and not when it throws. */
export function countAttempts(tx: Tx, attempts: readonly Attempt[]): Promise<number | null> {
  return count(attempts, async (values) => (await tx.query(HIT, values))[0]);
}

async function count(
  attempts: readonly Attempt[],
  send: (values: unknown[]) => Promise<HitRow | undefined>,
): Promise<number | null> {
  let wait: number | null = null;
  for (const { limit, of } of attempts) {
    const row = await send([`${limit.name}:${sha256(of)}`, limit.seconds]);
    if (row !== undefined && row.attempts > limit.most) wait = Math.max(wait ?? 0, row.seconds_left, 1);
  }
  return wait;
}

export interface TooManyAttempts {
  readonly __typename: 'TooManyAttempts';
  readonly retryAfterSeconds: number;
}

export function tooMany(retryAfterSeconds: number): TooManyAttempts {
  return { __typename: 'TooManyAttempts', retryAfterSeconds };
}
