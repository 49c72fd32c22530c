import { isId } from '@daylight/api-calendars';
import type { Tx } from '@daylight/api-database';
import { termsByDigest } from '../terms/stored-terms.js';
import type { TermsChangeView } from '../terms/terms-words.js';
import { changesInWords } from './version-detail.js';
import { versionRow } from './version-rows.js';

/** What changes between two versions of one tenant; null when one isn't there or they are of two tenants. */
export async function versionChanges(
  tx: Tx,
  between: { readonly fromVersionId: string; readonly toVersionId: string },
): Promise<readonly TermsChangeView[] | null> {
  if (!isId(between.fromVersionId) || !isId(between.toVersionId)) return null;
  const [from, to] = await Promise.all([versionRow(tx, between.fromVersionId), versionRow(tx, between.toVersionId)]);
  if (from === null || to === null || from.tenantId !== to.tenantId) return null;
  const terms = await termsByDigest(tx, [from.digest, to.digest]);
  const [before, after] = [terms.get(from.digest), terms.get(to.digest)];
  return before === undefined || after === undefined ? null : changesInWords(before, after);
}
