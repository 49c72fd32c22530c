import type { UnitOfWork } from '@daylight/api-database';
import { tokenHash, type Clock } from '@daylight/api-platform';
import { SECOND, type Instant } from '@daylight/domain';
import { isVendor, type Vendor } from '../vendors/read-body.js';

export type IntakeAuth = 'KEY' | 'SECRET' | 'HMAC';

/** What is known of a source before a scope exists. */
export interface KnownSource {
  readonly keyHash: Buffer;
  readonly sourceId: string;
  readonly vendor: Vendor;
  readonly auth: IntakeAuth;
  readonly secretVersion: number;
  readonly version: number;
  readonly perMinute: number;
  readonly maxBytes: number;
}

interface SourceRow {
  readonly source_id: string;
  readonly vendor: string;
  readonly auth: IntakeAuth;
  readonly secret_version: number;
  readonly version: number;
  readonly per_minute: number;
  readonly max_bytes: number;
}

const SOURCE = { name: 'intake-source', text: 'select * from intake_source($1)' };
/** Storing checks again that the source is as it was, so this only spares questions. */
const KEPT_MS = 5 * SECOND;
const MOST_KEPT = 1_000;
/** base64url of 32 bytes. */
const KEY = /^[\w-]{43}$/;

function sourceOf(row: SourceRow, keyHash: Buffer): KnownSource | null {
  if (!isVendor(row.vendor)) return null;
  return {
    ...{ keyHash, sourceId: row.source_id, vendor: row.vendor, auth: row.auth, secretVersion: row.secret_version },
    ...{ version: row.version, perMinute: row.per_minute, maxBytes: row.max_bytes },
  };
}

/** Finds sources by the key in their address, and remembers them for seconds. */
export class SourceLookup {
  private readonly kept = new Map<string, { readonly source: KnownSource; readonly until: Instant }>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** null: there is no such key, or it is no longer taken. */
  async find(key: string): Promise<KnownSource | null> {
    if (!KEY.test(key)) return null;
    const keyHash = tokenHash(key);
    const name = keyHash.toString('hex');
    const known = this.kept.get(name);
    if (known !== undefined && known.until > this.clock.now()) return known.source;
    const values = [keyHash];
    const { rows } = await this.uow.withoutScope((client) => client.query<SourceRow>({ ...SOURCE, values }));
    const source = rows[0] === undefined ? null : sourceOf(rows[0], keyHash);
    if (source === null) this.kept.delete(name);
    else this.keep(name, source);
    return source;
  }

  forget({ keyHash }: KnownSource): void {
    this.kept.delete(keyHash.toString('hex'));
  }

  private keep(name: string, source: KnownSource): void {
    const oldest = this.kept.keys().next().value;
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(name, { source, until: this.clock.now() + KEPT_MS });
  }
}
