import { askedLanguage, newId, newToken, tokenHash, type Audience, type GraphQLContext } from '@daylight/api-platform';
import type { Caller } from '@daylight/api-database';
import type { Language } from '@daylight/domain';
import type { PoolClient } from 'pg';

/** The browser that asks, before anybody is signed in. */
export interface Visit {
  readonly audience: Audience;
  readonly address: string;
  readonly userAgent: string | null;
  readonly requestId: string;
  /** What the answer is asked in, if anything. */
  readonly language: Language | null;
  /** The session that this browser had, ended by a new one (A6). */
  readonly token: string | null;
}

export function visitOf(context: GraphQLContext): Visit {
  const { audience, address, requestId, sessionToken, headers } = context;
  const language = askedLanguage(headers);
  return { audience, address, requestId, language, token: sessionToken, userAgent: headers['user-agent'] ?? null };
}

/** The caller that a session token makes, for work that follows a sign-in in the same request. */
export function callerOf(visit: Visit, token: string): Caller {
  const { audience, address, requestId, language } = visit;
  const who = { audience, tokenHash: tokenHash(token), tenantId: null };
  return { ...who, idempotencyKey: null, readOnly: false, requestId, address, language };
}

const LIFETIME: Readonly<Record<Audience, string>> = { PORTAL: '7 days', CONSOLE: '24 hours' };

const OPEN = { name: 'identity-session-open', text: 'select session_open($1, $2, $3, $4, $5, $6::interval, $7, $8)' };
const TENANTS = { name: 'identity-session-tenants', text: `select 1 from session_tenants($1, 'PORTAL') limit 1` };
const CLOSE = { name: 'identity-session-close', text: 'select session_close($1)' };

/**
 * Opens a session and ends the browser's former one, in the caller's transaction. Returns its token, or null when the
 * person belongs to no company (A9): the caller rolls back. Throws DL401 when the person was deactivated meanwhile.
 */
export async function openSession(
  client: PoolClient,
  visit: Visit,
  person: { readonly providerId: string; readonly personId: string },
): Promise<string | null> {
  const token = newToken();
  const hash = tokenHash(token);
  const { audience, userAgent, address } = visit;
  const values = [newId(), hash, person.providerId, person.personId, audience, LIFETIME[audience], userAgent, address];
  await client.query({ ...OPEN, values });
  if (audience === 'PORTAL') {
    const { rowCount } = await client.query({ ...TENANTS, values: [hash] });
    if (rowCount === 0) return null;
  }
  if (visit.token !== null) await client.query({ ...CLOSE, values: [tokenHash(visit.token)] });
  return token;
}

/** Runs `work` in a transaction without a scope; what it returns null for is taken back. */
export async function inTransaction<T>(client: PoolClient, work: () => Promise<T | null>): Promise<T | null> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query(result === null ? 'rollback' : 'commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
