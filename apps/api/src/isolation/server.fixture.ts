import { resolve } from 'node:path';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parseConfig, PERMISSION, type Requirement } from '@daylight/api-platform';
import { sdlOf } from '@daylight/graphql';
import { buildSchema } from 'graphql';
import { createServer } from '../server.js';
import { slices } from '../slices.js';
import { rootFields, type RootField } from './documents.fixture.js';
import type { Houses } from './houses.fixture.js';

const root = resolve(__dirname, '../../../..');
const schemaOf = (name: 'portal' | 'console') => buildSchema(sdlOf(resolve(root, 'libs/graphql/schema'), name));

/** Every root field of both endpoints, from the SDL that the endpoints are built of. */
export const FIELDS: readonly RootField[] = [
  ...rootFields('PORTAL', schemaOf('portal')),
  ...rootFields('CONSOLE', schemaOf('console')),
];

/** The API as production runs it, on the houses' database. */
export function serverFor(houses: Houses, poolSize = 8): Promise<NestFastifyApplication> {
  const config = parseConfig({
    NODE_ENV: 'test',
    DAYLIGHT_APP_DATABASE_URL: houses.db.url('daylight_app'),
    DAYLIGHT_SECRET: 's'.repeat(32),
    DAYLIGHT_LOG: 'silent',
    DAYLIGHT_POOL_SIZE: String(poolSize),
  });
  return createServer({ config, root });
}

/** What each root field requires, read from the resolvers of its own endpoint: `PORTAL openTicket` -> `ticket:open`. */
export function requirements(app: NestFastifyApplication): ReadonlyMap<string, Requirement> {
  const found = new Map<string, Requirement>();
  const modules = [...app.get(ModulesContainer).values()];
  for (const audience of ['PORTAL', 'CONSOLE'] as const) {
    const own = new Set(slices.map((slice) => (audience === 'PORTAL' ? slice.portal : slice.console)));
    for (const { metatype, providers } of modules) {
      if (!own.has(metatype)) continue;
      for (const provider of providers.values()) {
        const prototype: unknown = provider.metatype?.prototype;
        if (typeof prototype !== 'object' || prototype === null) continue;
        for (const name of Object.getOwnPropertyNames(prototype)) {
          const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
          if (typeof method !== 'function') continue;
          const requirement = Reflect.getMetadata(PERMISSION, method) as Requirement | undefined;
          const field = Reflect.getMetadata('graphql:resolver_name', method) as string | undefined;
          if (requirement !== undefined) found.set(`${audience} ${field ?? name}`, requirement);
        }
      }
    }
  }
  return found;
}

/** How many answers T9 collects; `npm run drill -- isolation` asks for more than a test run has time for. */
export const responsesWanted = (otherwise: number): number =>
  // eslint-disable-next-line daylight/one-environment -- a drill's size is no setting of the product
  Number(process.env['DAYLIGHT_DRILL_RESPONSES'] ?? otherwise);
