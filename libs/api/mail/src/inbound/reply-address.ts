import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a mail of ours was about; its id and a signature over all three stand in the address that answers go to. */
export interface ReplyTarget {
  readonly mailId: string;
  readonly ticketId: string;
  /** The mail's own id where it went to somebody without an account. */
  readonly personId: string;
}

const MAC_BYTES = 12;
const ID_BYTES = 16;
/** 28 bytes in Base32: survives mail servers that change case, and fits into a local part of 64 characters. */
const TOKEN_LENGTH = 45;
const LONGEST_LOCAL = 64;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

function returnMac(secret: string, mailId: string): Buffer {
  return createHmac('sha256', secret).update(`return-address\n${mailId}`).digest().subarray(0, MAC_BYTES);
}

function macOf(secret: string, { mailId, ticketId, personId }: ReplyTarget): Buffer {
  const mac = createHmac('sha256', secret).update(`reply-address\n${mailId}\n${ticketId}\n${personId}`).digest();
  return mac.subarray(0, MAC_BYTES);
}

/** `<name>+<token>@<domain>`; null when the name leaves no room for the token. */
function tokenAddress(mailbox: string, mailId: string, mac: Buffer): string | null {
  const [local = '', domain = ''] = mailbox.split('@');
  const token = toBase32(Buffer.concat([Buffer.from(mailId.replaceAll('-', ''), 'hex'), mac]));
  return local.length + 1 + token.length > LONGEST_LOCAL ? null : `${local}+${token}@${domain}`;
}

/**
 * The address for answers to a mail: `reply+<token>@<domain>`, or `<mailbox>+<token>@...` at a mailbox of one's own. null
 * when the mailbox's name leaves no room for it.
 */
export function replyAddress(secret: string, target: ReplyTarget, mailbox: string): string | null {
  return tokenAddress(mailbox, target.mailId, macOf(secret, target));
}

/** Where a mail comes back to when it can't be delivered (VERP): it names the mail, whatever the report says. */
export function returnAddress(secret: string, mailId: string, mailbox: string): string | null {
  return tokenAddress(mailbox, mailId, returnMac(secret, mailId));
}

/** Whether we made the token, for that mail coming back. */
export function isReturn(secret: string, { mailId, mac }: ReplyToken): boolean {
  return timingSafeEqual(mac, returnMac(secret, mailId));
}

/** A token as somebody sent it: worth nothing until `isSigned` says so. */
export interface ReplyToken {
  readonly mailId: string;
  readonly mac: Buffer;
}

const TOKEN = new RegExp(`\\+([${ALPHABET}]{${TOKEN_LENGTH}})@`, 'i');

/** The token in an address; null: it has none. */
export function replyTokenIn(address: string): ReplyToken | null {
  const token = TOKEN.exec(address)?.[1]?.toLowerCase();
  if (token === undefined) return null;
  const bytes = fromBase32(token);
  const hex = bytes.subarray(0, ID_BYTES).toString('hex');
  const mailId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { mailId, mac: bytes.subarray(ID_BYTES, ID_BYTES + MAC_BYTES) };
}

/** Whether we made the token, for exactly this ticket and person (M1). */
export function isSigned(secret: string, token: ReplyToken, target: Omit<ReplyTarget, 'mailId'>): boolean {
  return timingSafeEqual(token.mac, macOf(secret, { ...target, mailId: token.mailId }));
}
