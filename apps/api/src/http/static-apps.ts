import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { Audience } from '@daylight/api-platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { matchRoute, readApp } from './app-pages.js';
import { sessionTokenOf } from './cookie-callers.js';
import { createPageWriter, type PageLanguage } from './page-html.js';

const HASHED = /\/assets\//;
/** Paths of files and of the API: a miss there is a miss, and never a page. */
const NO_PAGE = /^\/(?:portal|assets|console\/(?:assets|graphql|files))(?:\/|$)|\.\w{1,8}$/;
const LANGUAGE_COOKIE = 'daylight_language';

interface App {
  readonly audience: Audience;
  readonly base: string;
  readonly folder: string;
  readonly tenantKey: string | null;
}

const APPS: readonly App[] = [
  { audience: 'CONSOLE', base: '/console/', folder: 'console/dist', tenantKey: null },
  { audience: 'PORTAL', base: '/', folder: 'portal/dist', tenantKey: 'daylight.tenant' },
];

export interface StaticAppsOptions {
  /** Holds `portal/dist` and `console/dist`; an app that isn't built isn't served. */
  readonly folder: string;
  /** The Content-Security-Policy's directives with these sources of scripts besides our own. */
  readonly policy: (scripts: readonly string[]) => Record<string, string[] | null>;
}

/** Serves the two built apps from this origin: hashed assets for ever, the page itself always fresh. */
export async function registerStaticApps(
  fastify: FastifyInstance,
  { folder, policy }: StaticAppsOptions,
): Promise<void> {
  let first = true;
  for (const app of APPS) {
    const root = join(folder, app.folder);
    const built = readApp(root);
    if (built === null) continue;
    await registerFiles(fastify, root, app.base, first);
    first = false;
    registerPages(fastify, app, built, policy);
  }
}

async function registerFiles(
  fastify: FastifyInstance,
  root: string,
  prefix: string,
  decorateReply: boolean,
): Promise<void> {
  await fastify.register(fastifyStatic, {
    root,
    prefix,
    wildcard: false,
    index: false,
    globIgnore: ['index.html', '**/*.br', '**/*.gz'],
    decorateReply,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

function registerPages(
  fastify: FastifyInstance,
  { audience, base, tenantKey }: App,
  built: NonNullable<ReturnType<typeof readApp>>,
  policy: StaticAppsOptions['policy'],
): void {
  const graphql = `/${audience.toLowerCase()}/graphql`;
  const write = createPageWriter({ ...built, base, graphql, tenantKey });
  async function page(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const [path = '', query] = request.url.split('?', 2);
    if (NO_PAGE.test(path) || !wantsPage(request)) return missing(reply);
    const match = matchRoute(built.pages.routes, path.slice(base.length - 1));
    const nonce = randomBytes(16).toString('base64');
    const signedIn = sessionTokenOf(request, audience) !== null;
    reply.helmet({ contentSecurityPolicy: { directives: policy([`'nonce-${nonce}'`]) } });
    return reply
      .code(match === null ? 404 : 200)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'private, no-cache',
        vary: 'accept-language, cookie',
      })
      .send(write({ match, signedIn, plain: query === undefined, language: languageOf(request), nonce }));
  }
  fastify.get(base, page);
  fastify.get(`${base}*`, page);
  if (base !== '/') fastify.get(base.slice(0, -1), (_, reply) => reply.redirect(base, 308));
}

/** A navigation, and not a script or picture that was looked for under a wrong address. */
function wantsPage({ headers }: FastifyRequest): boolean {
  const destination = headers['sec-fetch-dest'];
  if (destination !== undefined) return destination === 'document' || destination === 'iframe';
  return /text\/html|\*\/\*/.test(headers.accept ?? '*/*');
}

function missing(reply: FastifyReply): FastifyReply {
  return reply
    .code(404)
    .headers({ 'cache-control': 'no-store' })
    .send({ error: { code: 'NOT_FOUND', message: 'there is nothing at this address' } });
}

/** The language chosen in this browser, else the one it asks for first; what isn't Korean reads English. */
function languageOf(request: FastifyRequest): PageLanguage {
  const chosen = request.cookies[LANGUAGE_COOKIE];
  if (chosen === 'ko' || chosen === 'en') return chosen;
  return (request.headers['accept-language'] ?? '').trim().toLowerCase().startsWith('ko') ? 'ko' : 'en';
}
