import type { Instant } from '../time/instant.js';

/** How long a word about where one is holds (ms); who says nothing more is gone. */
export const PRESENCE_LEASE_MS = 30_000;
/** How often a screen says it again (ms): twice within a lease, so that one lost word ends nothing. */
export const PRESENCE_BEAT_MS = 12_000;

export type PresenceState = 'VIEWING' | 'WRITING';

/** When a word said at `saidAt` stops being true, unless it is said again. */
export function presenceEndsAt(saidAt: Instant): Instant {
  return saidAt + PRESENCE_LEASE_MS;
}
