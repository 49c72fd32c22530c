import type { Instant } from '@daylight/domain';

/**
 * The one place that knows what time it is. Transactions ask the database's clock and hand it through `resolve`, so that
 * every process agrees; tests put their own instant here. `Date.now` stands in this file and nowhere else.
 */
export interface Clock {
  /** This process's idea of now (UTC ms), for what happens outside a transaction. */
  now(): Instant;
  /** The instant a transaction shall take as now, given what its database said. */
  resolve(databaseNow: Instant): Instant;
}

export const systemClock: Clock = { now: () => Date.now(), resolve: (databaseNow) => databaseNow };

/** A clock that stands still until moved: for tests and for the demo's history. */
export class SetClock implements Clock {
  constructor(private at: Instant) {}

  now(): Instant {
    return this.at;
  }

  resolve(): Instant {
    return this.at;
  }

  set(at: Instant): void {
    this.at = at;
  }
}
