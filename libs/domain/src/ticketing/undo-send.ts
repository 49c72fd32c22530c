import type { Instant } from '../time/instant.js';

/** How long the mail of a public reply, or of a resolution said with it, is held back after the act (ms). */
export const UNDO_SEND_MS = 10_000;

/** When the mail about something said at `saidAt` leaves, unless it is taken back before. */
export function mailLeavesAt(saidAt: Instant): Instant {
  return saidAt + UNDO_SEND_MS;
}
