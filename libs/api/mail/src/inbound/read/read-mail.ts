import { simpleParser, type AddressObject, type Attachment, type EmailAddress, type ParsedMail } from 'mailparser';
import { automaticKind, type AutomaticKind } from './automatic.js';
import { withGuessedCharset } from './charset.js';
import { deliveryReport, type DeliveryReport } from './delivery-report.js';
import { withoutQuote } from './quoted.js';
import { plainOf, safeHtml } from './safe-html.js';
import { takeUuencoded } from './uuencoded.js';

export interface ReadAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A mail as people read it, and what else decides where it belongs. Holds plain values only: it crosses threads. */
export interface ReadMail {
  /** With angle brackets; null: none. */
  readonly messageId: string | null;
  /** In-Reply-To and References, with angle brackets. */
  readonly references: readonly string[];
  /** In lower case; null when there is no sender or more than one. */
  readonly from: { readonly address: string; readonly name: string } | null;
  /** Every address it says it was sent or delivered to, as written. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** All of its text, quoted mails included. */
  readonly text: string;
  /** Without the quoted mail below it. */
  readonly shownText: string;
  readonly html: string | null;
  readonly attachments: readonly ReadAttachment[];
  readonly automatic: AutomaticKind | null;
  /** What it reports of a mail that could not be delivered; null: nothing. */
  readonly report: DeliveryReport | null;
}

/** A mail that takes more than any honest one (M8). */
export class TooMuch extends Error {}

const MOST_ATTACHMENTS = 200;
const LONGEST_HTML = 1_000_000;
const LONGEST_TEXT = 1_000_000;
const MOST_REFERENCES = 50;
const DELIVERED = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-delivered-to'];

const OPTIONS = {
  skipImageLinks: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  // Read as the report it is, not as words.
  keepDeliveryStatus: true,
  maxHtmlLengthToParse: LONGEST_HTML,
} as const;

/** PostgreSQL keeps neither NUL nor half characters. */
const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();
const oneLine = (text: string): string =>
  storable(text)
    .replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .trim();

function addressesOf(field: AddressObject | readonly AddressObject[] | undefined): readonly EmailAddress[] {
  const objects: readonly AddressObject[] = field === undefined ? [] : 'value' in field ? [field] : field;
  const flat = objects.flatMap(({ value }) => value);
  return flat.flatMap((address) => [address, ...(address.group ?? [])]);
}

const linesOf = (mail: ParsedMail, key: string): readonly string[] =>
  mail.headerLines.flatMap((line) => (line.key === key ? [line.line.slice(line.line.indexOf(':') + 1)] : []));

const bracketed = (text: string): readonly string[] => text.match(/<[^<>\s]{3,250}>/g) ?? [];

/** Two From fields, or two people in one: nobody in particular. A mail that claims so is not believed to be either. */
function senderOf(mail: ParsedMail): ReadMail['from'] {
  if (linesOf(mail, 'from').length !== 1) return null;
  const [first, ...others] = addressesOf(mail.from);
  if (first?.address === undefined || others.length > 0) return null;
  const address = oneLine(first.address).normalize('NFC').toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(address) ? { address, name: oneLine(first.name).slice(0, 200) } : null;
}

function recipientsOf(mail: ParsedMail): readonly string[] {
  const named = [...addressesOf(mail.to), ...addressesOf(mail.cc)].flatMap(({ address }) => address ?? []);
  const delivered = DELIVERED.flatMap((key) => linesOf(mail, key)).flatMap(
    (line) => line.match(/[^\s<>,;]+@[^\s<>,;]+/g) ?? [],
  );
  return [...new Set([...named, ...delivered])].slice(0, 200);
}

const EXTENSION: Readonly<Record<string, string>> = { 'message/rfc822': '.eml', 'text/html': '.html' };

function attachmentOf({ filename, contentType, content }: Attachment, index: number): ReadAttachment {
  const name = filename ?? `attachment-${index + 1}${EXTENSION[contentType] ?? ''}`;
  return { name: oneLine(name), mediaType: contentType, bytes: new Uint8Array(content) };
}

function textOf(mail: ParsedMail): string {
  const html = typeof mail.html === 'string' ? mail.html : '';
  const text = mail.text ?? '';
  // What the parser could not turn into text (too long, too deep) is at least stripped of its tags.
  return text.trim() === '' && html !== '' ? plainOf(html.slice(0, LONGEST_HTML)) : text;
}

/**
 * Reads a raw message (RFC 5322, MIME) with whatever is wrong about it. Costs time and memory that only its caller's thread
 * bounds. Throws TooMuch.
 */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const readable = withGuessedCharset(raw);
  const mail = await simpleParser(readable, OPTIONS).catch((error: unknown) => {
    // More parts or longer headers than any honest mail has: not broken, but made to cost.
    if (error instanceof Error && Reflect.get(error, 'code') === 'EMAXLEN') throw new TooMuch(error.message);
    return null;
  });
  return mail === null ? roughMail(readable) : readParsed(mail);
}

/** A mail that the parser gives up on: its first lines as they stand, the rest as a file (M10). */
function roughMail(raw: Buffer): ReadMail {
  const source = storable(raw.toString('utf8', 0, 200_000));
  const field = (name: string): string => oneLine(new RegExp(`^${name}:(.*)$`, 'im').exec(source)?.[1] ?? '');
  const address = /[^\s<>]+@[^\s<>]+/.exec(field('from'))?.[0]?.toLowerCase();
  const text = source.slice(Math.max(0, source.search(/\r?\n\r?\n/))).trim();
  return {
    ...{ messageId: bracketed(field('message-id'))[0] ?? null, references: bracketed(field('in-reply-to')) },
    ...{ from: address === undefined ? null : { address, name: '' }, recipients: [], subject: field('subject') },
    ...{ text, shownText: text, html: null, automatic: automaticKind((key) => [field(key)].filter(Boolean), '') },
    report: null,
    attachments: [{ name: 'original.eml', mediaType: 'message/rfc822', bytes: new Uint8Array(raw) }],
  };
}

function readParsed(mail: ParsedMail): ReadMail {
  if (mail.attachments.length > MOST_ATTACHMENTS) throw new TooMuch('too many attachments');
  const { text, files } = takeUuencoded(storable(textOf(mail)).slice(0, LONGEST_TEXT));
  const html = typeof mail.html === 'string' && mail.html.length <= LONGEST_HTML ? safeHtml(mail.html) : null;
  const references = [...linesOf(mail, 'in-reply-to'), ...linesOf(mail, 'references')].flatMap(bracketed);
  return {
    messageId: linesOf(mail, 'message-id').flatMap(bracketed)[0] ?? null,
    references: [...new Set(references)].slice(0, MOST_REFERENCES),
    from: senderOf(mail),
    recipients: recipientsOf(mail),
    subject: oneLine(mail.subject ?? ''),
    text,
    shownText: withoutQuote(text),
    html: html === null ? null : storable(html),
    attachments: [...mail.attachments.map(attachmentOf), ...files],
    automatic: automaticKind((key) => linesOf(mail, key).map(oneLine), oneLine(mail.subject ?? '')),
    report: deliveryReport(
      mail.attachments.map(({ contentType, content }) => ({ mediaType: contentType, bytes: content })),
    ),
  };
}
