import { createSession } from '@daylight/web-app';
import type { Client } from '@daylight/web-data';
import { ViewerDocument } from '../features/session/generated/session.js';

export const nextClient = (): Client => createSession({ url: '/console/graphql', tenantId: () => null });

/** Asks who is there; the answer waits in the cache. */
export const warmUp = (client: Client): void =>
  void client.query(ViewerDocument, {}, { requestPolicy: 'cache-first' }).toPromise();
