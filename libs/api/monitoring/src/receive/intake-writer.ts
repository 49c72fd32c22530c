import type { UnitOfWork } from '@daylight/api-database';
import type { KnownSource } from './source-lookup.js';

/** A body and what is kept beside it (`intake_store`). `reason`: it is a dead letter from the start. */
export interface Received {
  readonly row: {
    readonly delivery_id: string;
    readonly job_id: string;
    readonly queue: string;
    readonly vendor: string;
    readonly content_type: string | null;
    readonly headers: Readonly<Record<string, string>>;
    readonly bytes: number;
    readonly reason: string | null;
    readonly detail: string | null;
    readonly replay_key: string | null;
  };
  readonly body: Buffer;
}

/** BUSY: too many wait already; nothing was kept. */
export type Kept = 'STORED' | 'GONE' | 'CHANGED' | 'BUSY';

interface Waiting extends Received {
  readonly resolve: (kept: Kept) => void;
  readonly reject: (error: unknown) => void;
}

interface Lane {
  readonly source: KnownSource;
  readonly waiting: Waiting[];
  bytes: number;
}

const STORE = { name: 'intake-store', text: 'select intake_store($1, $2, $3, $4) as kept' };
const BATCH = 200;
const BATCH_BYTES = 8 * 1024 * 1024;
/** What one source may have waiting here; its sender is asked to come back. */
const MOST_WAITING = 2_000;
const MOST_WAITING_BYTES = 32 * 1024 * 1024;
/** Connections of the pool that intake uses at once; the rest is for people. */
const LANES = 3;

/**
 * Keeps bodies before their senders are answered. What arrives for a source while its last statement commits goes together
 * in the next: a storm costs one source one connection, and a neighbour nothing (W3).
 */
export class IntakeWriter {
  private readonly lanes = new Map<string, Lane>();
  private readonly queue: string[] = [];
  private running = 0;

  constructor(private readonly uow: UnitOfWork) {}

  /** Resolves once it is on disk. Rejects when the database is away: nothing was kept then. */
  keep(source: KnownSource, received: Received): Promise<Kept> {
    const name = `${source.keyHash.toString('hex')}:${source.version}`;
    const lane = this.lanes.get(name) ?? { source, waiting: [], bytes: 0 };
    if (lane.waiting.length >= MOST_WAITING || lane.bytes > MOST_WAITING_BYTES) return Promise.resolve('BUSY');
    if (!this.lanes.has(name)) {
      this.lanes.set(name, lane);
      this.queue.push(name);
    }
    lane.bytes += received.body.length;
    return new Promise((resolve, reject) => {
      lane.waiting.push({ ...received, resolve, reject });
      this.next();
    });
  }

  private next(): void {
    while (this.running < LANES) {
      const name = this.queue.shift();
      if (name === undefined) return;
      this.running += 1;
      void this.write(name).finally(() => {
        this.running -= 1;
        this.next();
      });
    }
  }

  /** One batch of a lane; a lane with more waits its turn again behind the others. */
  private async write(name: string): Promise<void> {
    const lane = this.lanes.get(name);
    if (lane === undefined) return;
    const batch = take(lane);
    try {
      const kept = await this.store(lane.source, batch);
      for (const each of batch) each.resolve(kept);
    } catch (error) {
      for (const each of batch) each.reject(error);
    }
    if (lane.waiting.length > 0) this.queue.push(name);
    else this.lanes.delete(name);
  }

  private async store({ keyHash, version }: KnownSource, batch: readonly Waiting[]): Promise<Kept> {
    const values = [keyHash, version, JSON.stringify(batch.map(({ row }) => row)), batch.map(({ body }) => body)];
    const { rows } = await this.uow.withoutScope((client) => client.query<{ kept: Kept }>({ ...STORE, values }));
    return rows[0]?.kept ?? 'GONE';
  }
}

function take(lane: Lane): readonly Waiting[] {
  let bytes = 0;
  let count = 0;
  for (const { body } of lane.waiting) {
    if (count === BATCH || (count > 0 && bytes + body.length > BATCH_BYTES)) break;
    count += 1;
    bytes += body.length;
  }
  lane.bytes -= bytes;
  return lane.waiting.splice(0, count);
}
