import { isIP } from 'node:net';
import { mayReach } from '@daylight/api-mail';

const LONGEST = 2_000;

/**
 * Whether an address may be kept as somewhere to send to. Names are looked up only when connecting, since what they stand
 * for can change; this refuses what can never be right, so that it is said while somebody is typing.
 */
export function isSendable(text: string, networks: readonly string[]): boolean {
  if (text.length > LONGEST || /[\s\p{Cc}]/u.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return false;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && networks.length > 0)) return false;
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(literal) === 0 ? url.hostname.length <= 253 : mayReach(literal, networks);
}

const SHOWN = 4;

/** What is shown of an address that may be a key by itself: where it leads, and its end. */
export function addressHint(text: string): string {
  const { origin, pathname, search } = new URL(text);
  const rest = pathname + search;
  return rest.length <= 1 ? origin : `${origin}/…${rest.length > 2 * SHOWN ? rest.slice(-SHOWN) : ''}`;
}
