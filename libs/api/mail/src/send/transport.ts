import nodemailer from 'nodemailer';
import { addressOf } from './address-of.js';

/** A mail as it leaves the house. */
export interface OutgoingMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  /** The mail it follows, by its message id; null: none. */
  readonly inReplyTo: string | null;
  /** What it belongs to, the oldest first. */
  readonly references: readonly string[];
  /** Where it comes back to; null: to the sender's address. */
  readonly returnTo: string | null;
  /** Where mails of its kind are stopped (RFC 8058); null: they can't be. */
  readonly unsubscribeUrl: string | null;
  /** Where answers go; null: to the sender's address, which reads none. */
  readonly replyTo: string | null;
  readonly language: 'ko' | 'en';
}

/** What the mail server said. Refused for good: another attempt would hear the same. */
export type Handover =
  { readonly kind: 'taken' } | { readonly kind: 'refused'; readonly forGood: boolean; readonly error: string };

export interface MailTransport {
  send(mail: OutgoingMail): Promise<Handover>;
}

const TIMEOUT_MS = 20_000;

function numberIn(error: object, key: 'responseCode'): number | null {
  const value: unknown = key in error ? Reflect.get(error, key) : null;
  return typeof value === 'number' ? value : null;
}

/** A 5xx to the recipient or the content stays a 5xx; one to our own sign-in or greeting is ours to mend, so it is tried again. */
function handoverOf(error: unknown): Handover {
  if (!(error instanceof Error)) return { kind: 'refused', forGood: false, error: String(error) };
  const code = numberIn(error, 'responseCode');
  const about: unknown = Reflect.get(error, 'code');
  const forGood = code !== null && code >= 500 && (about === 'EENVELOPE' || about === 'EMESSAGE');
  return { kind: 'refused', forGood, error: error.message };
}

/** One click of the reader's mail program is enough (RFC 8058). */
function unsubscribeFields(url: string | null): Readonly<Record<string, string>> {
  return url === null ? {} : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/**
 * Hands mails to the server of an SMTP URL, one connection each. The envelope is fixed here: nothing in a mail's content can
 * add a recipient (G11). Content is never fetched from files or addresses.
 */
export function smtpTransport(url: string, from: string): MailTransport {
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  const server = nodemailer.createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  return {
    send: async (mail) => {
      try {
        await server.sendMail({
          from,
          to: mail.to,
          envelope: { from: mail.returnTo ?? addressOf(from), to: [mail.to.address] },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: mail.messageId,
          ...(mail.inReplyTo === null ? {} : { inReplyTo: mail.inReplyTo }),
          ...(mail.references.length === 0 ? {} : { references: [...mail.references] }),
          ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
          headers: {
            'Content-Language': mail.language,
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            ...unsubscribeFields(mail.unsubscribeUrl),
          },
        });
        return { kind: 'taken' };
      } catch (error) {
        return handoverOf(error);
      }
    },
  };
}
