import type { UnitOfWork } from '@daylight/api-database';
import type { Audience, Config, GraphQLContext } from '@daylight/api-platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CookieCallers, sessionTokenOf, setSessionCookie } from '../http/cookie-callers.js';

/** The GraphQL context, plus the one bit that is known only when the document has been read. */
export interface ApiContext extends GraphQLContext {
  /** Says that the operation may write; until then its transaction would be read-only. */
  allowWrites(): void;
}

/** Who a request says it is, and the (not yet opened) transaction behind it. A fresh object per request. */
export function createContext(audience: Audience, uow: UnitOfWork, config: Config) {
  const callers = new CookieCallers();
  return (request: FastifyRequest, reply: FastifyReply | null): ApiContext => {
    const caller = callers.callerOf(request, audience, true);
    let readOnly = true;
    const operation = uow.operation({
      ...caller,
      get readOnly() {
        return readOnly;
      },
    });
    return {
      audience,
      operation,
      requestId: caller.requestId,
      address: caller.address,
      headers: request.headers,
      sessionToken: sessionTokenOf(request, audience),
      allowWrites: () => {
        readOnly = false;
      },
      setSession: (token) => {
        if (reply !== null) setSessionCookie(reply, audience, token, config);
      },
    };
  };
}
