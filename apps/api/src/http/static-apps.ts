import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const HASHED = /\/assets\//;

/** Serves the two built apps from this origin: hashed assets for ever, the page itself always fresh. */
export async function registerStaticApps(fastify: FastifyInstance, folder: string): Promise<void> {
  const apps = [
    { prefix: '/console/', root: join(folder, 'console/dist') },
    { prefix: '/', root: join(folder, 'portal/dist') },
  ].filter(({ root }) => existsSync(join(root, 'index.html')));
  for (const [index, { prefix, root }] of apps.entries()) {
    await fastify.register(fastifyStatic, {
      root,
      prefix,
      wildcard: false,
      index: false,
      decorateReply: index === 0,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    const page = (_: FastifyRequest, reply: FastifyReply) =>
      reply.header('cache-control', 'no-cache').sendFile('index.html', root);
    fastify.get(prefix, page);
    fastify.get(`${prefix}*`, page);
    if (prefix !== '/') fastify.get(prefix.slice(0, -1), (_, reply) => reply.redirect(prefix));
  }
}
