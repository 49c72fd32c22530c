import { createSession } from '@daylight/web-app';
import type { Client } from '@daylight/web-data';
import { ViewerDocument } from '../features/session/generated/session.js';

const TENANT = 'daylight.tenant';

function stored(): string | null {
  try {
    return globalThis.localStorage.getItem(TENANT);
  } catch {
    return null;
  }
}

// Held here and not read for each request: another tab may choose another company, and this one must not follow.
let chosen = stored();

/** The company last chosen in this tab, else in this browser; without one the server takes the viewer's first. */
const rememberedTenant = (): string | null => chosen;

/** Keeps the choice for this tab and the next visit; null forgets it. */
export function rememberTenant(tenantId: string | null): void {
  chosen = tenantId;
  try {
    if (tenantId === null) globalThis.localStorage.removeItem(TENANT);
    else globalThis.localStorage.setItem(TENANT, tenantId);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

export const nextClient = (): Client => createSession({ url: '/portal/graphql', tenantId: rememberedTenant });

/** Asks who is there; the answer waits in the cache. */
export const warmUp = (client: Client): void =>
  void client.query(ViewerDocument, {}, { requestPolicy: 'cache-first' }).toPromise();
