import type { Type } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { RootConsoleModule, RootPortalModule } from './graphql/root.resolvers.js';

/** What a feature brings to the API: its resolvers for each audience, its REST controllers, its tables. One line each. */
export interface Slice {
  readonly portal?: Type;
  readonly console?: Type;
  readonly rest?: Type;
  readonly entities?: readonly EntityTarget<ObjectLiteral>[];
}

export const slices: readonly Slice[] = [{ portal: RootPortalModule, console: RootConsoleModule }];
