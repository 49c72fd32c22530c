/** A question that the page's HTML asked before our code was there (apps/api/src/http/early-script.ts). */
export interface EarlyAnswer {
  readonly url: string;
  readonly body: string;
  readonly tenant: string | null;
  readonly language: string;
  readonly answer: Promise<Response>;
}

declare global {
  var __daylightEarly: readonly EarlyAnswer[] | undefined;
}

/** An early answer is for the first page; later the same question means: read again. */
const GOOD_FOR_MS = 10_000;

export interface Asked {
  readonly url: string;
  readonly body: string;
  readonly tenant: string | null;
  readonly language: string;
}

/** With keys in order, since the client writes a question in an order of its own. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, sorted(part)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What a body asks, however it is written: no variables and empty ones are the same. */
function questionOf(body: string): string {
  const parsed: unknown = JSON.parse(body);
  return JSON.stringify(sorted({ variables: {}, ...(typeof parsed === 'object' ? parsed : {}) }));
}

/** Gives each early answer to the first who asks exactly that, for the same company in the same language. */
export function takeEarlyAnswers(): (asked: Asked) => Promise<Response> | null {
  const waiting = new Set(globalThis.__daylightEarly ?? []);
  globalThis.__daylightEarly = undefined;
  if (waiting.size > 0) setTimeout(() => waiting.clear(), GOOD_FOR_MS);
  return ({ url, body, tenant, language }) => {
    if (waiting.size === 0) return null;
    const question = questionOf(body);
    for (const early of waiting) {
      if (
        early.url !== url ||
        questionOf(early.body) !== question ||
        early.tenant !== tenant ||
        early.language !== language
      )
        continue;
      waiting.delete(early);
      return early.answer;
    }
    return null;
  };
}
