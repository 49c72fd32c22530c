import { join } from 'node:path';
import 'reflect-metadata';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { catalogueFaults, checkSchemaVersion, createDataSource, LiveEvents, UnitOfWork } from '@daylight/api-database';
import { registerReports } from '@daylight/api-channels';
import { registerIntake } from '@daylight/api-monitoring';
import { ConfigError, createLogger, systemClock, type Audience, type Clock, type Config } from '@daylight/api-platform';
import type { GraphQLSchema } from 'graphql';
import { AppModule } from './app.module.js';
import { checkRootFields } from './boot-check.js';
import { createContext } from './graphql/context.js';
import { errorFormatter } from './graphql/endpoint.js';
import { trustedEndpoint } from './graphql/trusted-endpoint.js';
import { readTrustedDocuments, withDocumentText } from './graphql/trusted-documents.js';
import { refuseCrossSiteWrites } from './http/guards.js';
import { registerHealth } from './http/health.js';
import { registerLiveStream } from './http/live-streams.js';
import { registerSecurityHeaders } from './http/security-headers.js';
import { registerStaticApps } from './http/static-apps.js';
import { slices } from './slices.js';

const BODY_LIMIT = 2 * 1024 * 1024;
/** The endpoint itself, not its live stream. */
const PATH_END = /\/graphql(?:\?|$)/;
const FILE_LIMIT = 25 * 1024 * 1024;

export interface ServerOptions {
  readonly config: Config;
  /** The folder that holds `apps` and `libs`. */
  readonly root: string;
  readonly clock?: Clock;
  /** What the database must have; undefined: whoever calls has just migrated it. */
  readonly migrations?: readonly number[];
}

/** Builds the HTTP process without listening; tests inject requests into it. */
export async function createServer({
  config,
  root,
  clock = systemClock,
  migrations,
}: ServerOptions): Promise<NestFastifyApplication> {
  const url = config.DAYLIGHT_APP_DATABASE_URL;
  if (url === undefined)
    throw new ConfigError('DAYLIGHT_APP_DATABASE_URL: the API needs the connection of the role daylight_app');
  const logger = createLogger(config, 'api');
  const source = createDataSource({
    url,
    poolSize: config.DAYLIGHT_POOL_SIZE,
    entities: slices.flatMap((slice) => slice.entities ?? []),
    applicationName: 'daylight-api',
    onConnectionLost: (error) => logger.warn({ err: error }, 'a database connection was lost'),
  });
  await source.initialize();
  const uow = new UnitOfWork(source, clock);
  if (migrations !== undefined) await uow.withoutScope((client) => checkSchemaVersion(client, migrations));
  const faults = await uow.withoutScope(catalogueFaults);
  if (faults.length > 0) throw new Error(`this database would not keep tenants apart:\n  ${faults.join('\n  ')}`);
  const live = new LiveEvents(url);
  const schemas = new Map<Audience, GraphQLSchema>();

  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT, trustProxy: trustedProxies(config) });
  const fastify = adapter.getInstance();
  const parts = { config, uow, live, logger, sdlRoot: join(root, 'libs/graphql/schema'), schemas };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(parts), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  await fastify.register(cookie);
  await fastify.register(multipart, { limits: { fileSize: FILE_LIMIT, files: 1, fields: 5 } });
  await registerSecurityHeaders(fastify, {
    contentSecurityPolicy: { directives: contentPolicy(config) },
    hsts: config.DAYLIGHT_ORIGIN.startsWith('https:'),
  });
  refuseCrossSiteWrites(fastify);
  const schemaOf = (audience: Audience) => () => {
    const schema = schemas.get(audience);
    if (schema === undefined) throw new Error('the schemas are not built yet');
    return schema;
  };
  for (const audience of ['PORTAL', 'CONSOLE'] as const) {
    const name = audience.toLowerCase();
    const documents = readTrustedDocuments(join(root, `apps/${name}/generated/operations.json`));
    const served = { documents, schema: schemaOf(audience), context: createContext(audience, uow, config) };
    const answer = trustedEndpoint({ ...served, formatError: errorFormatter(logger) });
    fastify.addHook('preHandler', async (request, reply) => {
      if (!request.url.startsWith(`/${name}/graphql`)) return;
      if (PATH_END.test(request.url) && (await answer(request, reply))) return reply;
      request.body = withDocumentText(request.body, documents);
    });
    registerLiveStream(fastify, {
      ...{ audience, path: `/${name}/graphql/stream`, schema: served.schema, context: served.context },
      documentText: (hash) => documents.get(hash),
    });
  }
  registerHealth(fastify, uow);
  await registerReports(fastify, { uow });
  await registerIntake(fastify, { uow, clock, secret: config.DAYLIGHT_SECRET });
  await app.init();
  checkRootFields(app, schemas);
  if (config.DAYLIGHT_STATIC !== undefined) {
    const policy = (scripts: readonly string[]) => contentPolicy(config, scripts);
    await registerStaticApps(fastify, { folder: config.DAYLIGHT_STATIC, policy });
  }
  void live.start();
  fastify.addHook('onClose', async () => {
    await live.stop();
    await source.destroy();
  });
  return app;
}

/** False when nobody is trusted: an empty list would read the header all the same. */
function trustedProxies({ DAYLIGHT_TRUSTED_PROXIES: networks }: Config): string[] | false {
  return networks.length === 0 ? false : [...networks];
}

function contentPolicy(config: Config, scripts: readonly string[] = []): Record<string, string[] | null> {
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", ...scripts],
    // Style attributes carry the geometry of components; style elements and sheets come from this origin only.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: config.DAYLIGHT_ORIGIN.startsWith('https:') ? [] : null,
  };
}
