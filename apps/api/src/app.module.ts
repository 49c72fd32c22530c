import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { LiveEvents, UnitOfWork } from '@daylight/api-database';
import { RequestCallers } from '@daylight/api-files';
import { CONFIG, MutationInterceptor, PermissionGuard, type Config, type Logger } from '@daylight/api-platform';
import { sdlOf } from '@daylight/graphql';
import type { GraphQLSchema } from 'graphql';
import { createContext } from './graphql/context.js';
import { endpointOptions } from './graphql/endpoint.js';
import { CookieCallers } from './http/cookie-callers.js';
import { slices } from './slices.js';

export interface AppParts {
  readonly config: Config;
  readonly uow: UnitOfWork;
  readonly live: LiveEvents;
  readonly logger: Logger;
  readonly sdlRoot: string;
  /** Filled while the modules start; the live streams and the boot check read them. */
  readonly schemas: Map<'PORTAL' | 'CONSOLE', GraphQLSchema>;
}

@Global()
@Module({})
class CoreModule {}

const present = <T>(values: readonly (T | undefined)[]): T[] =>
  values.flatMap((value) => (value === undefined ? [] : [value]));

/** The HTTP process: two GraphQL endpoints over the same slices, and the REST routes that others dictate. No logic. */
@Module({})
export class AppModule {
  static of(parts: AppParts): DynamicModule {
    const { config, uow, live, schemas } = parts;
    const core: DynamicModule = {
      module: CoreModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: UnitOfWork, useValue: uow },
        { provide: LiveEvents, useValue: live },
        { provide: RequestCallers, useClass: CookieCallers },
      ],
      exports: [CONFIG, UnitOfWork, LiveEvents, RequestCallers],
    };
    const endpoint = (audience: 'PORTAL' | 'CONSOLE', include: Type[]): DynamicModule => {
      const name = audience === 'PORTAL' ? 'portal' : 'console';
      return GraphQLModule.forRoot(
        endpointOptions({
          audience,
          path: `/${name}/graphql`,
          typeDefs: sdlOf(parts.sdlRoot, name),
          include,
          introspection: config.NODE_ENV !== 'production',
          logger: parts.logger,
          context: createContext(audience, uow, config),
          onSchema: (schema) => schemas.set(audience, schema),
        }),
      );
    };
    const portal = present(slices.map((slice) => slice.portal));
    const console = present(slices.map((slice) => slice.console));
    const rest = present(slices.map((slice) => slice.rest));
    return {
      module: AppModule,
      imports: [core, ...portal, ...console, ...rest, endpoint('PORTAL', portal), endpoint('CONSOLE', console)],
      providers: [
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_INTERCEPTOR, useClass: MutationInterceptor },
      ],
    };
  }
}
