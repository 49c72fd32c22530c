import { TOLD_OF_AVAILABILITY, TOLD_OF_TICKET } from '@daylight/text';

export const NOTIFICATION_KINDS = [
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
  'ESCALATION_UNANSWERED',
  'COVERAGE_GAPS',
] as const;

export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

const KINDS: ReadonlySet<string> = new Set(NOTIFICATION_KINDS);

/** Whether a text names a kind. */
export function isKind(text: string): text is NotificationKind {
  return KINDS.has(text);
}

const STAFF_ONLY: ReadonlySet<NotificationKind> = new Set([
  'TICKET_ASSIGNED',
  'CLOCK_WARNED',
  'CLOCK_BREACHED',
  'ESCALATION_UNANSWERED',
  'COVERAGE_GAPS',
  'TICKET_WAITING_CONTESTED',
]);
const CLIENT_ONLY: ReadonlySet<NotificationKind> = new Set([
  ...(['REVIEW_PUBLISHED', 'APPROVALS_LENT'] as const),
  ...(['OUTAGE_UPDATED', 'MAINTENANCE_TOLD', 'EXCLUSION_PROPOSED', 'CREDIT_PROPOSED'] as const),
]);

/** The kinds that can concern a side; the settings page lists no others. */
export function kindsOf(side: 'CLIENT' | 'PROVIDER'): readonly NotificationKind[] {
  const others = side === 'CLIENT' ? STAFF_ONLY : CLIENT_ONLY;
  return NOTIFICATION_KINDS.filter((kind) => !others.has(kind));
}
