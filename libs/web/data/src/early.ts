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

/** Gives each early answer to the first who asks exactly that, for the same company in the same language. */
export function takeEarlyAnswers(): (asked: Asked) => Promise<Response> | null {
  const waiting = new Set(globalThis.__daylightEarly ?? []);
  globalThis.__daylightEarly = undefined;
  if (waiting.size > 0) setTimeout(() => waiting.clear(), GOOD_FOR_MS);
  return ({ url, body, tenant, language }) => {
    for (const early of waiting) {
      if (early.url !== url || early.body !== body || early.tenant !== tenant || early.language !== language) continue;
      waiting.delete(early);
      return early.answer;
    }
    return null;
  };
}
