import { Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Public, RequirePermission } from '@daylight/api-platform';
import { Module } from '@nestjs/common';

const VERSION = '0.1.0';

async function* once(): AsyncGenerator<{ connected: boolean }> {
  yield { connected: true };
}

/** The fields that every schema needs one of (schema/common/base.graphql). One class per schema: see decision 13. */
@Resolver()
class PortalRootResolver {
  @Query('version')
  @Public()
  version(): string {
    return VERSION;
  }

  @Mutation('ping')
  @RequirePermission('signed-in')
  ping(): boolean {
    return true;
  }

  @Subscription('connected')
  @Public()
  connected() {
    return once();
  }
}

@Resolver()
class ConsoleRootResolver {
  @Query('version')
  @Public()
  version(): string {
    return VERSION;
  }

  @Mutation('ping')
  @RequirePermission('signed-in')
  ping(): boolean {
    return true;
  }

  @Subscription('connected')
  @Public()
  connected() {
    return once();
  }
}

@Module({ providers: [PortalRootResolver] })
export class RootPortalModule {}

@Module({ providers: [ConsoleRootResolver] })
export class RootConsoleModule {}
