import { lookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { mayReach } from '@daylight/api-mail';

/** A request to an address that somebody typed in. */
export interface OutboundRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * What came of it. `answered` whatever the status is; a redirect is an answer, never followed. ADDRESS_NOT_ALLOWED: trying
 * again won't help.
 */
export type OutboundOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string; readonly durationMs: number }
  | { readonly kind: 'failed'; readonly error: string; readonly forGood: boolean; readonly durationMs: number };

export interface OutboundLimits {
  /** Internal networks that may be reached, and by plain HTTP, as the configuration names them. */
  readonly networks: readonly string[];
  /** From the first packet to the end of the answer. */
  readonly timeoutMs: number;
  /** How much of an answer is read; the rest is cut off. */
  readonly mostBytes: number;
}

export const OUTBOUND_LIMITS: Omit<OutboundLimits, 'networks'> = { timeoutMs: 10_000, mostBytes: 64 * 1024 };
export const ADDRESS_NOT_ALLOWED = 'ADDRESS_NOT_ALLOWED';

class NotAllowed extends Error {}

/** Plain HTTP stays inside: to a public address everybody on the way would read along. */
function isAllowed(address: string, protocol: string, networks: readonly string[]): boolean {
  return mayReach(address, networks) && (protocol === 'https:' || !mayReach(address, []));
}

/**
 * Resolves names at the moment of connecting and to allowed addresses only: no second answer can differ (G11, W6). Whoever
 * uses it looks at addresses in figures apart, which are connected to without any lookup. `networks` as in OutboundLimits.
 */
export function checkedLookup(protocol: string, networks: readonly string[]): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses: readonly LookupAddress[] =
        error === null ? found.filter(({ address }) => isAllowed(address, protocol, networks)) : [];
      const [first] = addresses;
      const failure = error ?? new NotAllowed(ADDRESS_NOT_ALLOWED);
      if (first === undefined) done(failure, '', 0);
      else if (options.all === true) done(null, [...addresses]);
      else done(null, first.address, first.family);
    });
  };
}

/** An address in figures is connected to without any lookup, so it is looked at here. */
function isRefusedLiteral({ hostname, protocol }: URL, networks: readonly string[]): boolean {
  const literal = hostname.replace(/^\[|\]$/g, '');
  return isIP(literal) !== 0 && !isAllowed(literal, protocol, networks);
}

function open(
  url: URL,
  { method, headers, body }: OutboundRequest,
  { networks, signal }: Pick<OutboundLimits, 'networks'> & { readonly signal: AbortSignal },
): ClientRequest {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return send(url, {
    ...{ method, headers: { ...headers, 'content-length': String(body.length), connection: 'close' } },
    ...{ lookup: checkedLookup(url.protocol, networks), signal },
    // A connection of its own: one that was opened for another address isn't taken up again.
    agent: false,
  });
}

/** Up to so many bytes of an answer as text; nothing more is read then. */
async function readSome(response: IncomingMessage, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    chunks.push(part);
    bytes += part.length;
    if (bytes >= mostBytes) break;
  }
  const text = Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8');
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** What a failure is called where people read it: never with an internal address. */
function errorOf(error: unknown): { readonly error: string; readonly forGood: boolean } {
  if (error instanceof NotAllowed) return { error: ADDRESS_NOT_ALLOWED, forGood: true };
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null;
  return { error: typeof code === 'string' ? code.slice(0, 100) : 'FAILED', forGood: false };
}

/**
 * Sends a request to wherever it is addressed, unless that is internal: the address is looked at when connecting, literals
 * too, and nothing is followed. Bounded in time and in what is read of the answer (W7). Never throws.
 */
export async function sendRequest(request: OutboundRequest, limits: OutboundLimits): Promise<OutboundOutcome> {
  const startedAt = performance.now();
  const durationMs = (): number => Math.round(performance.now() - startedAt);
  if (!URL.canParse(request.url)) return { kind: 'failed', error: 'BAD_ADDRESS', forGood: true, durationMs: 0 };
  const url = new URL(request.url);
  const known = url.protocol === 'https:' || url.protocol === 'http:';
  if (!known || isRefusedLiteral(url, limits.networks))
    return { kind: 'failed', error: ADDRESS_NOT_ALLOWED, forGood: true, durationMs: 0 };
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    const sent = open(url, request, { networks: limits.networks, signal });
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      sent.once('response', resolve).on('error', reject).end(request.body);
    });
    const body = await readSome(response, limits.mostBytes).finally(() => sent.destroy());
    return { kind: 'answered', status: response.statusCode ?? 0, body, durationMs: durationMs() };
  } catch (error) {
    const why = signal.aborted ? { error: 'TIMEOUT', forGood: false } : errorOf(error);
    return { kind: 'failed', ...why, durationMs: durationMs() };
  }
}

/** An answer that says "taken". */
export const isTaken = (status: number): boolean => status >= 200 && status <= 299;
