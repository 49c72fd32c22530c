import { createHmac } from 'node:crypto';

/**
 * The token of an attempt's link: signed, so that a call made twice carries the same one, and long enough that none is
 * guessed. The database keeps its hash only.
 */
export function linkToken(secret: string, attemptId: string): string {
  return createHmac('sha256', secret).update(`escalation-link\n${attemptId}`).digest('base64url');
}

/** Below our own origin; short enough for a text message. */
export function linkPath(token: string): string {
  return `/e/${token}`;
}
