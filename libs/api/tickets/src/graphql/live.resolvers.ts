import { LiveEvents, PersonTx, statement, type LiveEvent, type Tx } from '@daylight/api-database';
import { notFound, RequirePermission, type GraphQLContext, type PersonScope } from '@daylight/api-platform';
import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';

const VISIBLE = statement('ticket-live-visible', 'select 1 from ticket where provider_id = $1 and ticket_id = $2');

const touched = { resolve: ({ ids }: LiveEvent) => ({ ticketId: ids['ticketId'] }) };

/** One ticket's changes, for either side. Seeing the ticket is checked when the stream begins and while it runs; what changed is read anew. */
@Resolver()
export class LiveTicketResolver {
  constructor(private readonly live: LiveEvents) {}

  @Subscription('ticketChanged', touched)
  @RequirePermission('ticket:read-own')
  async ticketChanged(@PersonTx() tx: Tx<PersonScope>, @Context() context: GraphQLContext, @Args('id') id: string) {
    const sees = async (now: Tx<PersonScope>) => (await now.query(VISIBLE, [now.scope.providerId, id])).length > 0;
    if (!(await sees(tx))) throw notFound('ticket');
    return this.live.stream(context, ({ topic, ids }) => topic === 'ticket.changed' && ids['ticketId'] === id, sees);
  }
}

/** Any change of a ticket that may move a queue. */
@Resolver()
export class LiveQueueResolver {
  constructor(private readonly live: LiveEvents) {}

  @Subscription('queueChanged', touched)
  @RequirePermission('ticket:read')
  queueChanged(@Context() context: GraphQLContext) {
    return this.live.stream(context, ({ topic }) => topic === 'ticket.changed');
  }
}
