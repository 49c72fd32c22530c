import { LiveEvents, StaffTx, statement, type Tx } from '@daylight/api-database';
import { isId } from '@daylight/api-calendars';
import {
  KeepsNoAnswer,
  notFound,
  RequirePermission,
  type GraphQLContext,
  type PersonScope,
  type StaffScope,
} from '@daylight/api-platform';
import { Args, Context, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { keepPresence, type KeepPresenceInput } from '../presence/keep-presence.js';
import { presences } from '../presence/presences.js';

const VISIBLE = statement('presence-visible', 'select 1 from ticket where provider_id = $1 and ticket_id = $2');

interface Asked {
  readonly ticketId?: string | null;
}

/** Who of the provider's people is at which ticket. */
@Resolver()
export class PresenceResolver {
  constructor(private readonly live: LiveEvents) {}

  @Query('presences')
  @RequirePermission('ticket:read')
  presences(@StaffTx() tx: Tx<StaffScope>) {
    return presences(tx, null);
  }

  @Mutation('keepPresence')
  @KeepsNoAnswer()
  @RequirePermission('ticket:read')
  keepPresence(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: KeepPresenceInput) {
    return keepPresence(tx, input);
  }

  // Without a ticket no id leaves: the one that changed may be confidential.
  @Subscription('presenceChanged', { resolve: (_: unknown, { ticketId }: Asked) => ({ ticketId: ticketId ?? null }) })
  @RequirePermission('ticket:read')
  async presenceChanged(
    @StaffTx() tx: Tx<StaffScope>,
    @Context() context: GraphQLContext,
    @Args() { ticketId }: Asked,
  ) {
    const id = ticketId ?? null;
    if (id === null) return this.live.stream(context, ({ topic }) => topic === 'presence.changed');
    const sees = async (now: Tx<PersonScope>) => (await now.query(VISIBLE, [now.scope.providerId, id])).length > 0;
    if (!isId(id) || !(await sees(tx))) throw notFound('ticket');
    return this.live.stream(context, ({ topic, ids }) => topic === 'presence.changed' && ids['ticketId'] === id, sees);
  }
}
