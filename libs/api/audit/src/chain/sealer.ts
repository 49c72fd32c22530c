import { statement, type Tx, type UnitOfWork } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { CONTENT_COLUMNS, GENESIS, linkHash, SEAL_FORMAT, type EntryContent } from './link.js';

/** Entries sealed in one transaction. */
const BATCH = 500;
/** Held to the end of a sealing transaction: one sealer per installation (decision 9). */
const LOCK = '4914268501334858';

const TRY_LOCK = statement<{ mine: boolean }>('audit-seal-lock', 'select pg_try_advisory_xact_lock($1) as mine');
const HEAD = statement<{ seq: number; hash: Buffer }>(
  'audit-seal-head',
  'select seq::double precision as seq, hash from audit_seal where provider_id = $1 order by seq desc limit 1',
);
const SEALABLE = statement<EntryContent>(
  'audit-sealable',
  `select ${CONTENT_COLUMNS} from audit_sealable($2) with ordinality as p (entry_id, n)
   join audit_entry e on e.provider_id = $1 and e.entry_id = p.entry_id order by p.n`,
);
const SEAL = statement(
  'audit-seal',
  `insert into audit_seal (provider_id, seq, entry_id, hash, format)
   select $1, s.seq, s.entry_id, decode(s.hash, 'hex'), $3 from jsonb_to_recordset($2) as s (seq bigint, entry_id uuid, hash text)`,
);
const SEALED = statement('audit-sealed', 'select audit_sealed($1)');
const PENDING = { name: 'audit-pending-providers', text: 'select provider_id from audit_pending_providers()' };

/** The end of a provider's chain after sealing. */
export interface SealedHead {
  readonly providerId: string;
  readonly seq: number;
  readonly hash: string;
  readonly sealed: number;
}

/** Seals one batch of the provider's entries whose place is final. Null: none were, or another sealer is at it. */
export async function sealBatch(tx: Tx<SystemScope>): Promise<SealedHead | null> {
  const { providerId } = tx.scope;
  const [lock] = await tx.query(TRY_LOCK, [LOCK]);
  if (lock?.mine !== true) return null;
  const [entries, [head]] = await Promise.all([tx.query(SEALABLE, [providerId, BATCH]), tx.query(HEAD, [providerId])]);
  if (entries.length === 0) return null;
  let seq = head?.seq ?? 0;
  let hash = head?.hash ?? GENESIS;
  const seals = entries.map((entry) => {
    seq += 1;
    hash = linkHash(hash, seq, entry, SEAL_FORMAT);
    return { seq, entry_id: entry.entry_id, hash: hash.toString('hex') };
  });
  await tx.query(SEAL, [providerId, JSON.stringify(seals), SEAL_FORMAT]);
  await tx.query(SEALED, [seals.map((seal) => seal.entry_id)]);
  return { providerId, seq, hash: hash.toString('hex'), sealed: seals.length };
}

/** Seals whatever waits, for every provider. Returns the new ends of their chains. */
export async function sealPending(work: UnitOfWork): Promise<readonly SealedHead[]> {
  const waiting = await work.withoutScope((client) => client.query<{ provider_id: string }>({ ...PENDING }));
  const heads: SealedHead[] = [];
  for (const { provider_id: providerId } of waiting.rows) {
    const head = await work.asSystem({ providerId, tenantId: null, requestId: 'audit-sealer' }, sealBatch);
    if (head !== null) heads.push(head);
  }
  return heads;
}
