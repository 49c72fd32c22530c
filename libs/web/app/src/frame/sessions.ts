import { createDataClient, type Client } from '@daylight/web-data';

const listeners = new Set<() => void>();

/** Runs `listener` when the server says that the session is over. Returns the function that ends it. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

interface SessionOptions {
  /** The API's endpoint of this app. */
  readonly url: string;
  /** The company that is open; null in the console, and where the server should take the first. */
  readonly tenantId: () => string | null;
}

/** A client with an empty cache: one per person and company, so that nothing of another is ever shown. */
export const createSession = ({ url, tenantId }: SessionOptions): Client =>
  createDataClient({
    url,
    tenantId,
    language: () => document.documentElement.lang,
    onSignedOut: () => listeners.forEach((listener) => listener()),
  });
