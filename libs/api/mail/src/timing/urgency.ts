import type { MailUrgency } from '@daylight/domain';
import type { MailTemplate } from '@daylight/text';

/** Mails about one's account, calls for help, and what law asks for. */
const ALWAYS: ReadonlySet<MailTemplate> = new Set([
  ...(['INVITATION', 'PASSWORD_RESET', 'MAILBOX_TEST'] as const),
  ...(['ESCALATION_CALL', 'ESCALATION_UNANSWERED', 'COVERAGE_GAPS', 'CONTACTS_UNVERIFIED'] as const),
  ...(['TICKET_NOTICE_WARNED', 'TICKET_NOTICE_BREACHED'] as const),
]);
/** Tomorrow's digest would warn of what is past. */
const SOON: ReadonlySet<MailTemplate> = new Set(['CLOCK_WARNED', 'CLOCK_BREACHED']);

/** How long a mail can wait for its reader. */
export function urgencyOf(template: MailTemplate): MailUrgency {
  if (ALWAYS.has(template)) return 'ALWAYS';
  return SOON.has(template) ? 'SOON' : 'WHENEVER';
}
