import { isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import { versionRow, type VersionRow } from './queries/version-rows.js';

const LOCK = statement('contract-lock', `select pg_advisory_xact_lock(hashtextextended('contracts/' || $1::text, 0))`);

/**
 * One act on a tenant's contracts at a time, until the transaction ends: what is decided about overlaps and consents
 * stays true while it is written. The database's exclusion constraint stands behind it.
 */
export async function lockContracts(tx: Tx, tenantId: string): Promise<void> {
  await tx.query(LOCK, [tenantId]);
}

/** A version, read again under the lock; null when it isn't there or isn't the caller's. */
export async function lockedVersion(tx: Tx, versionId: string): Promise<VersionRow | null> {
  if (!isId(versionId)) return null;
  const seen = await versionRow(tx, versionId);
  if (seen === null) return null;
  await lockContracts(tx, seen.tenantId);
  return versionRow(tx, versionId);
}
