import { createDataClient, type Client } from '@daylight/web-data';
import { ViewerDocument } from '../features/session/generated/session.js';

const signedOutListeners = new Set<() => void>();

/** Runs `listener` when the server says that the session is over. Returns the function that ends it. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** A client with an empty cache: one per person and company, so that nothing of another is ever shown. */
export const createSessionClient = (): Client =>
  createDataClient({
    url: '/console/graphql',
    tenantId: () => null,
    language: () => document.documentElement.lang,
    onSignedOut: () => signedOutListeners.forEach((listener) => listener()),
  });

/** Asks who is there; the answer waits in the cache. */
export const warmUp = (client: Client): void =>
  void client.query(ViewerDocument, {}, { requestPolicy: 'cache-first' }).toPromise();
