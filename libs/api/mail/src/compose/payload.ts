import type { NewJob } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';
import { TOLD_OF_AVAILABILITY, TOLD_OF_TICKET, type MailTemplate } from '@daylight/text';
import * as v from 'valibot';

export const MAIL_QUEUE = 'mail';

const TEMPLATES = [
  'INVITATION',
  'PASSWORD_RESET',
  'TICKET_OPENED',
  'TICKET_REPLIED',
  'TICKET_ASSIGNED',
  'TICKET_RESOLVED',
  'CLOCK_WARNED',
  'CLOCK_BREACHED',
  ...TOLD_OF_TICKET,
  ...TOLD_OF_AVAILABILITY,
  'CONTRACT_TERM_AHEAD',
  'CONTRACT_TERM_REACHED',
  'CONTRACT_PROPOSED',
  'CONTRACT_AGREED',
  'APPROVALS_LENT',
  'REVIEW_PUBLISHED',
  'REVIEW_SIGNED',
  'REVIEW_AMENDED',
] as const satisfies readonly MailTemplate[];

const id = v.pipe(v.string(), v.uuid());
/** A path below our own origin: a link never leads elsewhere, and never by a request's Host header (A2). */
const path = v.pipe(v.string(), v.regex(/^\/(?![/\\])\S*$/));

const payload = v.object({
  template: v.picklist(TEMPLATES),
  personId: id,
  /** INVITATION, PASSWORD_RESET: the one-time link's path. */
  link: v.optional(path),
  /**
   * What the mail is about: `ticketId`, `messageId`, for a clock `kind`, `cycle`, `percent`, `contractVersionId`,
   * `reviewId` and, since a review's own words come after this feature, its `period`.
   */
  ids: v.optional(v.record(v.string(), v.string()), {}),
});

export type MailPayload = v.InferOutput<typeof payload>;

/** Checks a job's payload. Throws for one that no release has written. */
export function parsePayload(value: unknown): MailPayload {
  return v.parse(payload, value);
}

/**
 * A mail to one person, to be enqueued in the acting transaction; composed when the worker comes to it, not before `runAt`
 * (null: at once).
 */
export function mailJob(
  mail: { readonly template: MailTemplate; readonly personId: string; readonly ids: Readonly<Record<string, string>> },
  more: { readonly tenantId: string | null; readonly dedupeKey: string | null; readonly runAt?: Instant | null },
): NewJob {
  const { template, personId, ids } = mail;
  return { queue: MAIL_QUEUE, payload: { template, personId, ids }, runAt: null, ...more };
}
