import type { UnitOfWork } from '@daylight/api-database';
import type { Proof } from './prove.js';
import type { KnownSource } from './source-lookup.js';

export type Refused = Extract<Proof, { readonly kind: 'refused' }>['why'];

const ADD = { name: 'intake-refused', text: 'select intake_refused($1, $2)' };
/** Counted together and written once in this time: whoever knocks a thousand times costs one statement. */
const WRITE_MS = 1_000;

interface Count {
  readonly keyHash: Buffer;
  readonly by: Map<Refused, number>;
}

/** Counts requests that held a source's address but not its secret, for staff to see. */
export class Refusals {
  private counts = new Map<string, Count>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly uow: UnitOfWork) {}

  add({ sourceId, keyHash }: KnownSource, why: Refused): void {
    const count = this.counts.get(sourceId) ?? { keyHash, by: new Map<Refused, number>() };
    count.by.set(why, (count.by.get(why) ?? 0) + 1);
    this.counts.set(sourceId, count);
    this.timer ??= setTimeout(() => void this.write(), WRITE_MS).unref();
  }

  /** Writes what was counted. While the database is away it is kept and written later. */
  async write(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const counts = [...this.counts];
    this.counts = new Map();
    for (const [sourceId, { keyHash, by }] of counts) {
      const values = [keyHash, JSON.stringify(Object.fromEntries(by))];
      try {
        await this.uow.withoutScope((client) => client.query({ ...ADD, values }));
      } catch {
        this.keep(sourceId, keyHash, by);
      }
    }
  }

  private keep(sourceId: string, keyHash: Buffer, by: ReadonlyMap<Refused, number>): void {
    const count = this.counts.get(sourceId) ?? { keyHash, by: new Map<Refused, number>() };
    for (const [why, many] of by) count.by.set(why, (count.by.get(why) ?? 0) + many);
    this.counts.set(sourceId, count);
    this.timer ??= setTimeout(() => void this.write(), WRITE_MS).unref();
  }
}
