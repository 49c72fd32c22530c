import { LiveEvents, StaffTx, type LiveEvent, type Tx } from '@daylight/api-database';
import { RequirePermission, type GraphQLContext, type StaffScope } from '@daylight/api-platform';
import { Args, Context, Mutation, Resolver, Subscription } from '@nestjs/graphql';
import { lookAtAlert, skipAlert } from '../triage/viewers.js';

const touched = { resolve: ({ ids }: LiveEvent) => ({ sourceId: ids['sourceId'] }) };

/** Triage by several people at once: what changes, and who looks at what. */
@Resolver()
export class LiveAlertsResolver {
  constructor(private readonly live: LiveEvents) {}

  @Subscription('alertsChanged', touched)
  @RequirePermission('alert:read')
  alertsChanged(@Context() context: GraphQLContext) {
    return this.live.stream(context, ({ topic }) => topic === 'alert.changed');
  }

  @Mutation('lookAtAlert')
  @RequirePermission('alert:read')
  lookAtAlert(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof lookAtAlert>[1]) {
    return lookAtAlert(tx, input);
  }

  @Mutation('skipAlert')
  @RequirePermission('ticket:open')
  skipAlert(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof skipAlert>[1]) {
    return skipAlert(tx, input);
  }
}
