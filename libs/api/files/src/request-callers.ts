import type { Caller } from '@daylight/api-database';
import type { Audience } from '@daylight/api-platform';
import type { FastifyRequest } from 'fastify';

/** Who a plain HTTP request says it is: the composition root knows its cookies and headers. */
export abstract class RequestCallers {
  abstract callerOf(request: FastifyRequest, audience: Audience, readOnly: boolean): Caller;
}
