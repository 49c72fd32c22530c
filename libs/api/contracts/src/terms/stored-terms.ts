import { Lru } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import { parseTerms, type Terms } from '@daylight/domain';

const BY_DIGEST = statement<{ terms_digest: string; terms: unknown }>(
  'terms-by-digest',
  `select distinct on (terms_digest) terms_digest, terms from contract_version
   where provider_id = $1 and terms_digest = any ($2) order by terms_digest`,
);

/** Terms never change under their digest; parsed once, they also keep their compiled calendars alive. */
const memory = new Lru<Terms>(500);

/**
 * Parsed terms by digest, of versions that the caller may see; digests that aren't there are missing from the map.
 * At most one statement; none when all are in memory. Take digests from rows read in this transaction, never from input.
 */
export async function termsByDigest(tx: Tx, digests: readonly string[]): Promise<ReadonlyMap<string, Terms>> {
  const { providerId } = tx.scope;
  const found = new Map<string, Terms>();
  const missing = new Set<string>();
  for (const digest of digests) {
    const terms = memory.get(`${providerId}/${digest}`);
    if (terms === undefined) missing.add(digest);
    else found.set(digest, terms);
  }
  if (missing.size === 0) return found;
  for (const row of await tx.query(BY_DIGEST, [providerId, [...missing]])) {
    const terms = readStored(row.terms);
    memory.set(`${providerId}/${row.terms_digest}`, terms);
    found.set(row.terms_digest, terms);
  }
  return found;
}

/** The terms of one version. Throws when they are gone: rows and digests are written together. */
export async function storedTerms(tx: Tx, digest: string): Promise<Terms> {
  const terms = (await termsByDigest(tx, [digest])).get(digest);
  if (terms === undefined) throw new Error(`no terms with the digest ${digest}`);
  return terms;
}

function readStored(document: unknown): Terms {
  const parsed = parseTerms(document);
  if (parsed.kind === 'valid') return parsed.terms;
  const [first] = parsed.problems;
  throw new Error(`stored terms can't be read: ${first?.kind ?? ''} at ${first?.path ?? ''}`);
}
