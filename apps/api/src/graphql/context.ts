import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '@daylight/api-database';
import { tokenHash, type Audience, type Config, type GraphQLContext } from '@daylight/api-platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE: Readonly<Record<Audience, string>> = { PORTAL: 'daylight_portal', CONSOLE: 'daylight_console' };
const LIFETIME_SECONDS = 14 * 24 * 3600;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The GraphQL context, plus the one bit that is known only when the document has been read. */
export interface ApiContext extends GraphQLContext {
  /** Says that the operation may write; until then its transaction would be read-only. */
  allowWrites(): void;
}

function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Who a request says it is, and the (not yet opened) transaction behind it. A fresh object per request. */
export function createContext(audience: Audience, uow: UnitOfWork, config: Config) {
  const cookie = COOKIE[audience];
  return (request: FastifyRequest, reply: FastifyReply | null): ApiContext => {
    const sessionToken = request.cookies[cookie] ?? null;
    const tenant = header(request, 'x-daylight-tenant');
    const requestId = randomUUID();
    let readOnly = true;
    const operation = uow.operation({
      audience,
      tokenHash: sessionToken === null ? null : tokenHash(sessionToken),
      tenantId: tenant !== null && UUID.test(tenant) ? tenant : null,
      idempotencyKey: header(request, 'idempotency-key'),
      get readOnly() {
        return readOnly;
      },
      requestId,
      address: request.ip,
    });
    return {
      audience,
      operation,
      requestId,
      address: request.ip,
      headers: request.headers,
      sessionToken,
      allowWrites: () => {
        readOnly = false;
      },
      setSession: (token) => {
        const options = {
          path: '/',
          httpOnly: true,
          sameSite: 'lax',
          secure: config.DAYLIGHT_ORIGIN.startsWith('https:'),
        } as const;
        if (token === null) reply?.clearCookie(cookie, options);
        else reply?.setCookie(cookie, token, { ...options, maxAge: LIFETIME_SECONDS });
      },
    };
  };
}
