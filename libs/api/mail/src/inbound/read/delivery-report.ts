/** What a delivery status notification says of one address (RFC 3464). */
export interface FailedAddress {
  /** In lower case: as it was written to, where the report says so, else where the mail ended. */
  readonly address: string;
  /** HARD: it was not and will not be delivered. SOFT: it is late, or failed for what may pass. */
  readonly kind: 'HARD' | 'SOFT';
  /** RFC 3463, e.g. `5.1.1`; null: none was given. */
  readonly status: string | null;
  /** In the words of the server that refused it. */
  readonly said: string;
}

export interface DeliveryReport {
  /** Of the mail that came back, with angle brackets; null: the report doesn't hold it. */
  readonly messageId: string | null;
  readonly failed: readonly FailedAddress[];
}

/** A part of the report, as it was sent. */
export interface ReportPart {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const LONGEST_PART = 65_536;
const MOST_ADDRESSES = 100;
const LONGEST_SAID = 500;

const textOf = ({ bytes }: ReportPart): string => Buffer.from(bytes.subarray(0, LONGEST_PART)).toString('utf8');

/** Header fields of a block by their name in lower case; a line that begins with a space goes on with the one before. */
function fieldsOf(block: string): ReadonlyMap<string, string> {
  const lines = block.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const fields = lines.flatMap((line): (readonly [string, string])[] => {
    const at = line.indexOf(':');
    return at < 1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]];
  });
  return new Map(fields.reverse());
}

/** `rfc822; kim@acme.example` without its type. */
const typed = (field: string): string => field.slice(field.indexOf(';') + 1).trim();

const printable = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .toWellFormed()
    .trim()
    .slice(0, LONGEST_SAID);

function failureOf(fields: ReadonlyMap<string, string>): FailedAddress | null {
  const action = fields.get('action')?.toLowerCase();
  if (action !== 'failed' && action !== 'delayed') return null;
  const recipient = fields.get('original-recipient') ?? fields.get('final-recipient');
  const address =
    recipient === undefined ? '' : typed(recipient).replaceAll(/[<>]/g, '').normalize('NFC').toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) return null;
  const status = /^\s*([245]\.\d{1,3}\.\d{1,3})/.exec(fields.get('status') ?? '')?.[1] ?? null;
  const said = printable(typed(fields.get('diagnostic-code') ?? '')) || status || action;
  return { address, kind: action === 'failed' && !status?.startsWith('4') ? 'HARD' : 'SOFT', status, said };
}

/** What a report says that came as these parts; null: no part of them is one. */
export function deliveryReport(parts: readonly ReportPart[]): DeliveryReport | null {
  const report = parts.find(({ mediaType }) => /^message\/(?:global-)?delivery-status$/i.test(mediaType));
  if (report === undefined) return null;
  const failed = textOf(report)
    .split(/(?:\r?\n){2,}/)
    .flatMap((block) => failureOf(fieldsOf(block)) ?? []);
  const original = parts.find(({ mediaType }) =>
    /^(?:message\/(?:rfc822|global)|text\/rfc822-headers)$/i.test(mediaType),
  );
  const head = original === undefined ? '' : (textOf(original).split(/\r?\n\r?\n/)[0] ?? '');
  const messageId = /<[^<>\s]{3,250}>/.exec(fieldsOf(head).get('message-id') ?? '')?.[0] ?? null;
  return { messageId, failed: failed.slice(0, MOST_ADDRESSES) };
}
