import { readdirSync } from 'node:fs';
import type { PoolClient } from 'pg';

/** This program and the database don't belong together; the message says what to do. Start-up stops on it. */
export class SchemaMismatch extends Error {}

/** The migrations that this program brings, by the folder that holds them; ascending. */
export function knownMigrations(folder: string): readonly number[] {
  const numbers = readdirSync(folder).flatMap((file) => {
    const digits = /^(\d{4})-.*\.up\.sql$/.exec(file)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
  return numbers.sort((a, b) => a - b);
}

interface VersionRow {
  readonly applied: readonly number[];
  readonly oldest_program: number;
}

const UNDEFINED_FUNCTION = '42883';

/** Null where the database is older than the question. */
async function versionOf(client: PoolClient): Promise<VersionRow | null> {
  try {
    const { rows } = await client.query<VersionRow>('select applied, oldest_program from schema_version()');
    return rows[0] ?? null;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === UNDEFINED_FUNCTION)
      return null;
    throw error;
  }
}

/**
 * Refuses a database that lacks a migration of this program, and one that no longer serves a program as old as this. A
 * newer database that still does is fine: that is how an upgrade rolls.
 * @throws SchemaMismatch
 */
export async function checkSchemaVersion(client: PoolClient, known: readonly number[]): Promise<void> {
  const found = await versionOf(client);
  const applied = new Set(found?.applied);
  const missing = known.filter((version) => !applied.has(version));
  const [first] = missing;
  if (found === null || first !== undefined)
    throw new SchemaMismatch(
      `The database lacks ${missing.length} of this program's migrations, the first being ${first ?? 'unknown'}. ` +
        'Run npm run db:migrate first.',
    );
  const newest = known.at(-1) ?? 0;
  if (newest < found.oldest_program)
    throw new SchemaMismatch(
      `The database is at version ${found.applied.at(-1) ?? 0} and serves programs from ${found.oldest_program} on; this one is of ${newest}. ` +
        'Start the newer program, or restore the database that belongs to this one.',
    );
}
