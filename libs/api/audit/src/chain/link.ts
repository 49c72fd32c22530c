import { createHash, createHmac } from 'node:crypto';
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
  /** Lower-case hex of what stands for the network address; null when there was none. */
  readonly address_digest: string | null;
}

/** What can be erased of an entry without breaking the chain. */
export interface ErasableAddress {
  readonly address: string | null;
  /** Lower-case hex. */
  readonly address_salt: string | null;
}

/** How a seal was computed: the first seals said nothing about the network address (ADR 0011). */
export type SealFormat = 1 | 2;
export const SEAL_FORMAT = 2 satisfies SealFormat;

/** The columns of `audit_entry e` that are sealed, for SELECT lists; read alike by every driver setting. */
export const CONTENT_COLUMNS = `e.entry_id, e.provider_id, e.tenant_id, (extract(epoch from e.at) * 1000)::double precision as at_ms,
  e.actor_side, e.actor_person_id, e.action, e.object_type, e.object_id, e.before, e.after, e.request_id,
  encode(e.address_digest, 'hex') as address_digest`;
/** The columns that verification compares with what is sealed, while they are there. */
export const ADDRESS_COLUMNS = `e.address, encode(e.address_salt, 'hex') as address_salt`;

/** What the chain begins with. */
export const GENESIS = Buffer.alloc(32);

/**
 * Hash of one link: SHA-256 over the previous hash (32 bytes) and the entry's canonical JSON (RFC 8785, UTF-8). Of the
 * network address, which is personal and erased when its time has come, it holds the salted digest only.
 */
export function linkHash(previous: Buffer, seq: number, entry: EntryContent, format: SealFormat): Buffer {
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
    ...(format === 1 ? {} : { addressDigest: entry.address_digest }),
  };
  return createHash('sha256').update(previous).update(canonicalJson(content), 'utf8').digest();
}

/** Whether the address that an entry shows is the one that was sealed. An erased one contradicts nothing. */
export function addressFits({ address, address_salt, address_digest }: EntryContent & ErasableAddress): boolean {
  if (address === null) return true;
  if (address_salt === null || address_digest === null) return false;
  const digest = createHmac('sha256', Buffer.from(address_salt, 'hex')).update(address, 'utf8').digest('hex');
  return digest === address_digest;
}
