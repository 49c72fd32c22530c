import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

interface SecurityOptions {
  readonly contentSecurityPolicy: { readonly directives: Record<string, string[] | null> };
  readonly hsts: boolean;
}

type Header = readonly [name: string, value: number | string | readonly string[]];

/** Gives every answer helmet's headers. They are always the same: asked for once instead of worked out for each request. */
export async function registerSecurityHeaders(fastify: FastifyInstance, options: SecurityOptions): Promise<void> {
  await fastify.register(helmet, { ...options, global: false });
  let known: readonly Header[] | null = null;
  fastify.addHook('onRequest', (_request, reply, next) => {
    if (known === null) {
      const others = new Set(reply.raw.getHeaderNames());
      void reply.helmet();
      known = Object.entries(reply.raw.getHeaders()).flatMap(([name, value]): readonly Header[] =>
        value === undefined || others.has(name) ? [] : [[name, value]],
      );
    } else for (const [name, value] of known) reply.raw.setHeader(name, value);
    next();
  });
}
