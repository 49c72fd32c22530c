import { setServerTime } from '@daylight/web-format';
import type { Asked } from './early.js';

export interface TransportOptions {
  /** The tenant whose facts are read, or null before one is chosen and where the session implies it. */
  readonly tenantId: () => string | null;
  readonly language: () => string;
  /** The text of a trusted document, for a server that doesn't know the hash (yet). Null: unknown. */
  readonly documentText: (hash: string) => string | null;
  readonly fetch?: typeof fetch;
  /** An answer that the page asked for before this code was there, if it did. */
  readonly early?: (asked: Asked) => Promise<Response> | null;
  /** Waits before a retry; tests pass their own. */
  readonly wait?: (ms: number) => Promise<void>;
}

const RETRY_AFTER_MS = [300, 1_200] as const;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Headers that the API asks of a browser. The custom header can't be sent across origins without a preflight (CSRF). */
export function requestHeaders(options: Pick<TransportOptions, 'tenantId' | 'language'>): Record<string, string> {
  const tenant = options.tenantId();
  return {
    'X-Daylight-CSRF': '1',
    'Accept-Language': options.language(),
    ...(tenant === null ? {} : { 'X-Daylight-Tenant': tenant }),
  };
}

interface Body {
  readonly text: string;
  readonly hash: string | null;
}

function readBody(init: RequestInit | undefined): Body {
  const text = typeof init?.body === 'string' ? init.body : '';
  const match = /"sha256Hash":"([0-9a-f]{64})"/.exec(text);
  return { text, hash: match?.[1] ?? null };
}

const gatewayTrouble = (status: number): boolean => status === 502 || status === 503 || status === 504;

async function isUnknownDocument(response: Response): Promise<boolean> {
  if (!response.headers.get('content-type')?.includes('json')) return false;
  return /PERSISTED_QUERY_NOT_(FOUND|SUPPORTED)/.test(await response.clone().text());
}

function withText(body: Body, text: string): string {
  const parsed: unknown = JSON.parse(body.text);
  return JSON.stringify({ ...(typeof parsed === 'object' ? parsed : {}), extensions: undefined, query: text });
}

/**
 * The `fetch` of our GraphQL client: adds the headers, learns the server's time, repeats a request that never reached
 * the server (safe: mutations carry an Idempotency-Key), and sends the document's text when its hash is unknown.
 */
export function createFetch(options: TransportOptions): typeof fetch {
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const wait = options.wait ?? sleep;

  async function attempt(input: RequestInfo | URL, init: RequestInit, retries: readonly number[]): Promise<Response> {
    const [pause, ...later] = retries;
    try {
      const response = await send(input, init);
      if (pause === undefined || !gatewayTrouble(response.status)) return response;
    } catch (error) {
      if (pause === undefined || init.signal?.aborted === true) throw error;
    }
    await wait(pause);
    return attempt(input, init, later);
  }

  /** The early answer when there is one of use: what failed early is asked again. */
  async function earlyAnswer(input: RequestInfo | URL, body: string): Promise<Response | null> {
    const early = options.early?.({
      url: String(input),
      body,
      tenant: options.tenantId(),
      language: options.language(),
    });
    const response = await (early ?? Promise.resolve(null)).catch(() => null);
    return response === null || gatewayTrouble(response.status) ? null : response;
  }

  return async (input, init) => {
    const headers = new Headers(init?.headers);
    for (const [name, value] of Object.entries(requestHeaders(options))) headers.set(name, value);
    const request: RequestInit = { ...init, headers, credentials: 'same-origin' };
    const body = readBody(init);
    const response = (await earlyAnswer(input, body.text)) ?? (await attempt(input, request, RETRY_AFTER_MS));
    const serverDate = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(serverDate)) setServerTime(serverDate);
    const text = body.hash === null ? null : options.documentText(body.hash);
    if (text === null || !(await isUnknownDocument(response))) return response;
    return attempt(input, { ...request, body: withText(body, text) }, RETRY_AFTER_MS);
  };
}
