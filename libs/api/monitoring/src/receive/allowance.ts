import type { UnitOfWork } from '@daylight/api-database';
import { SECOND, type Instant } from '@daylight/domain';
import type { KnownSource } from './source-lookup.js';

const TAKE = { name: 'intake-take', text: 'select granted, wait_ms from intake_take($1, $2)' };
const MOST_KNOWN = 10_000;
/** What was taken out of the shared bucket is spent within this time, or lost: it fills up again meanwhile. */
const KEPT_MS = SECOND;
/** At most a twentieth of a minute's worth at once, so that no process empties the bucket for the others. */
const SHARE = 20;
const MOST_AT_ONCE = 500;

export type Allowed = { readonly kind: 'taken' } | { readonly kind: 'wait'; readonly seconds: number };

interface Held {
  left: number;
  readonly until: Instant;
  /** Asked for at once, the last time. */
  readonly size: number;
  /** Nothing is left before then. */
  readonly emptyUntil: Instant;
}

const NOTHING: Held = { left: 0, until: 0, size: 0, emptyUntil: 0 };

/**
 * How many deliveries a source may still make, counted in the database for all processes together. A process takes one at a
 * time while little comes, and larger handfuls while more does: a storm costs a question now and then.
 */
export class Allowance {
  private readonly held = new Map<string, Held>();
  private readonly asking = new Map<string, Promise<void>>();

  constructor(private readonly uow: UnitOfWork) {}

  /** Takes one, or says after how many seconds there will be one again. Rejects when the database is away. */
  async take(source: KnownSource, now: Instant): Promise<Allowed> {
    for (;;) {
      const held = this.held.get(source.sourceId) ?? NOTHING;
      if (held.left > 0 && held.until > now) {
        held.left -= 1;
        return { kind: 'taken' };
      }
      if (held.emptyUntil > now) return { kind: 'wait', seconds: Math.ceil((held.emptyUntil - now) / SECOND) };
      await this.refill(source, now, held);
    }
  }

  /** One question at a time for each source, however many wait for its answer. */
  private refill(source: KnownSource, now: Instant, held: Held): Promise<void> {
    const name = source.sourceId;
    const running = this.asking.get(name);
    if (running !== undefined) return running;
    const asked = this.ask(source, now, held).finally(() => this.asking.delete(name));
    this.asking.set(name, asked);
    return asked;
  }

  private async ask({ sourceId, keyHash, perMinute }: KnownSource, now: Instant, held: Held): Promise<void> {
    // Used up before its time: more is coming than was taken.
    const most = Math.min(MOST_AT_ONCE, Math.max(1, Math.floor(perMinute / SHARE)));
    const size = held.until > now ? Math.min(most, held.size * 2) : 1;
    const values = [keyHash, size];
    const { rows } = await this.uow.withoutScope((client) =>
      client.query<{ granted: number; wait_ms: number }>({ ...TAKE, values }),
    );
    // A source that is gone since it was looked up is refused where its delivery would be kept.
    const { granted, wait_ms: wait } = rows[0] ?? { granted: 1, wait_ms: 0 };
    if (this.held.size >= MOST_KNOWN) this.held.clear();
    const emptyUntil = granted > 0 ? 0 : now + Math.max(1, wait);
    this.held.set(sourceId, { left: granted, until: now + KEPT_MS, size, emptyUntil });
  }
}
