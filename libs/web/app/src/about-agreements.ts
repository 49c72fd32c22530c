const AGREEMENTS: ReadonlySet<string> = new Set([
  ...['TICKET_PROPOSED', 'TICKET_ANSWERED', 'TICKET_DATE_SET', 'TICKET_WAITING_CONTESTED', 'TICKET_CONTEST_SETTLED'],
  'TICKET_REBOUND',
  ...['TICKET_NOTICE_WARNED', 'TICKET_NOTICE_BREACHED', 'TICKET_NOTICE_GIVEN'],
]);

/** Whether a notification of the kind leads to what the sides agree on at a ticket: `#agreements` of its page. */
export function isAboutAgreements(kind: string): boolean {
  return AGREEMENTS.has(kind);
}
