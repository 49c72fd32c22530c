import type { FastifyInstance } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const COOKIE_ROUTES = /^\/(portal|console)\//;

/** A write that rides on a cookie must carry a header no other origin can set without a preflight (A13). */
export function refuseCrossSiteWrites(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (SAFE.has(request.method) || !COOKIE_ROUTES.test(request.url)) return;
    if (request.headers['x-daylight-csrf'] !== undefined) return;
    await reply
      .code(403)
      .send({ errors: [{ message: 'the header X-Daylight-CSRF is missing', extensions: { code: 'FORBIDDEN' } }] });
  });
}
