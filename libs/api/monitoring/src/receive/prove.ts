import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { MINUTE, type Instant } from '@daylight/domain';
import { sourceSecret } from './secret.js';
import type { KnownSource } from './source-lookup.js';

/** A signature is taken this long before and after the instant it was made at. */
export const SIGNATURE_AGE_MS = 5 * MINUTE;

/** `replayKey`: the same one twice is the same delivery. */
export type Proof =
  | { readonly kind: 'proved'; readonly replayKey: string | null }
  | { readonly kind: 'refused'; readonly why: 'UNSET' | 'MISSING' | 'WRONG' | 'STALE' };

export interface Claimed {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly now: Instant;
}

const refused = (why: 'UNSET' | 'MISSING' | 'WRONG' | 'STALE'): Proof => ({ kind: 'refused', why });

/** Equal, in a time that says nothing about where they differ. */
function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

const single = (value: string | readonly string[] | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** The secret as a header of its own, as a bearer token, or as the password of basic authentication. */
function presented(headers: IncomingHttpHeaders): string | null {
  const own = single(headers['x-daylight-secret']);
  if (own !== null) return own;
  const [scheme = '', value = ''] = (headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() === 'bearer') return value === '' ? null : value;
  if (scheme.toLowerCase() !== 'basic') return null;
  const [, ...password] = Buffer.from(value, 'base64').toString('utf8').split(':');
  return password.length === 0 || password.join(':') === '' ? null : password.join(':');
}

interface Signature {
  /** As signed: text of seconds since 1970. */
  readonly at: string;
  readonly hex: string;
  readonly between: '.' | ':';
}

/** `X-Daylight-Signature: t=<seconds>,v1=<hex>` over `<seconds>.<body>`, or Grafana's pair of headers over `<seconds>:<body>`. */
function signatureOf(headers: IncomingHttpHeaders): Signature | null {
  const own = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/i.exec(single(headers['x-daylight-signature']) ?? '');
  if (own !== null) return { at: own[1] ?? '', hex: own[2] ?? '', between: '.' };
  const hex = single(headers['x-grafana-alerting-signature']);
  const at = single(headers['x-grafana-alerting-timestamp']);
  return hex === null || at === null || !/^\d{1,12}$/.test(at) ? null : { at, hex, between: ':' };
}

function proveSignature(secret: string, { headers, body, now }: Claimed): Proof {
  const signature = signatureOf(headers);
  if (signature === null) return refused('MISSING');
  const { at, hex, between } = signature;
  const expected = createHmac('sha256', secret).update(`${at}${between}`).update(body).digest('hex');
  if (!same(expected, hex.toLowerCase())) return refused('WRONG');
  if (Math.abs(Number(at) * 1_000 - now) > SIGNATURE_AGE_MS) return refused('STALE');
  return { kind: 'proved', replayKey: `hmac:${expected}` };
}

/**
 * Whether a sender holds what its source asks for besides the key in the address. A source that asks for a secret of which
 * none was issued takes nothing (W1).
 */
export function prove(source: KnownSource, claimed: Claimed, master: string): Proof {
  if (source.auth === 'KEY') return { kind: 'proved', replayKey: null };
  if (source.secretVersion < 1) return refused('UNSET');
  const secret = sourceSecret(master, source.sourceId, source.secretVersion);
  if (source.auth === 'HMAC') return proveSignature(secret, claimed);
  const shown = presented(claimed.headers);
  if (shown === null) return refused('MISSING');
  return same(secret, shown) ? { kind: 'proved', replayKey: null } : refused('WRONG');
}
