import { createHash } from 'node:crypto';
import { canonicalJson } from '@daylight/domain';

/** An audit entry as the database hands it over for sealing and for verifying. */
export interface EntryContent {
  readonly entry_id: string;
  readonly provider_id: string;
  readonly tenant_id: string | null;
  /** UTC ms. */
  readonly at_ms: number;
  readonly actor_side: string;
  readonly actor_person_id: string | null;
  readonly action: string;
  readonly object_type: string;
  readonly object_id: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly request_id: string | null;
}

/** The columns of `audit_entry e` that are sealed, for SELECT lists; read alike by every driver setting. */
export const CONTENT_COLUMNS = `e.entry_id, e.provider_id, e.tenant_id, (extract(epoch from e.at) * 1000)::double precision as at_ms,
  e.actor_side, e.actor_person_id, e.action, e.object_type, e.object_id, e.before, e.after, e.request_id`;

/** What the chain begins with. */
export const GENESIS = Buffer.alloc(32);

/**
 * Hash of one link: SHA-256 over the previous hash (32 bytes) and the entry's canonical JSON (RFC 8785, UTF-8). The network
 * address stays out: it is personal and erased when its time has come, which must not break the chain.
 */
export function linkHash(previous: Buffer, seq: number, entry: EntryContent): Buffer {
  const content = {
    seq,
    entryId: entry.entry_id,
    providerId: entry.provider_id,
    tenantId: entry.tenant_id,
    at: Math.round(entry.at_ms),
    actorSide: entry.actor_side,
    actorPersonId: entry.actor_person_id,
    action: entry.action,
    objectType: entry.object_type,
    objectId: entry.object_id,
    before: entry.before,
    after: entry.after,
    requestId: entry.request_id,
  };
  return createHash('sha256').update(previous).update(canonicalJson(content), 'utf8').digest();
}
