import { createHmac } from 'node:crypto';
import { tokenHash } from '@daylight/api-platform';
import { escapeHtml } from '@daylight/text';

/** Stands in a stored mail where the link goes by which its kind is stopped: whoever reads the mail here can't stop another's. */
export const UNSUBSCRIBE_PLACEHOLDER = 'https://unsubscribe.invalid/';

/** Where our own pages lie, and what links are signed with. */
export interface LinkSetting {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly secret: string;
}

/** The token of a mail's link: signed, so that it needs no keeping. The database keeps its hash only. */
export function unsubscribeToken(secret: string, mailId: string): string {
  return createHmac('sha256', secret).update(`unsubscribe-link\n${mailId}`).digest('base64url');
}

/** What the database keeps of a mail's link; null for a template that can't be stopped. */
export function unsubscribeHash(secret: string, mailId: string, template: string): Buffer | null {
  return isStoppable(template) ? tokenHash(unsubscribeToken(secret, mailId)) : null;
}

/** Where a mail's kind is stopped without signing in (RFC 8058); null for one that can't be. */
export function unsubscribeUrl({ origin, secret }: LinkSetting, mailId: string, template: string): string | null {
  return isStoppable(template) ? `${origin}/u/${unsubscribeToken(secret, mailId)}` : null;
}

/** Mails that somebody waits for or that call for help: nobody can do without them. */
const NEEDED: ReadonlySet<string> = new Set([
  ...['INVITATION', 'PASSWORD_RESET', 'ESCALATION_CALL', 'ESCALATION_UNANSWERED', 'COVERAGE_GAPS'],
  ...['CONTACTS_UNVERIFIED', 'MAILBOX_TEST'],
]);

export function isStoppable(template: string): boolean {
  return !NEEDED.has(template);
}

/** A mail's bodies with the link in its place; null: with one that leads nowhere. */
export function withUnsubscribe(
  body: { readonly text: string; readonly html: string },
  url: string | null,
): { readonly text: string; readonly html: string } {
  const link = url ?? '#';
  return {
    text: body.text.replaceAll(UNSUBSCRIBE_PLACEHOLDER, () => link),
    html: body.html.replaceAll(UNSUBSCRIBE_PLACEHOLDER, () => escapeHtml(link)),
  };
}
