import { createDataClient, type Client } from '@daylight/web-data';

type Listener = (whose: Client) => void;

const listeners = new Set<Listener>();

/**
 * Runs `listener` when the server says that a session is over, with the client that was told so: answers to somebody who
 * has left may arrive after the next one has come. Returns the function that ends it.
 */
export function onSignedOut(listener: Listener): () => void {
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
export function createSession({ url, tenantId }: SessionOptions): Client {
  return createDataClient({
    url,
    tenantId,
    language: () => document.documentElement.lang,
    onSignedOut: (client) => listeners.forEach((listener) => listener(client)),
  });
}
