import { StaffTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { exportTickets } from '../queries/export-tickets.js';
import type { TicketOrder } from '../queries/list-tickets.js';
import { queueFacets } from '../queries/queue-facets.js';
import { idsByText, queue, queueConditions, type QueueFilter, type QueueView } from '../queries/queue.js';
import { searchTickets } from '../queries/search-tickets.js';
import { asksFor } from './look-ahead.js';

interface QueueArgs {
  readonly view: QueueView;
  readonly filter?: QueueFilter | null;
  readonly sort?: TicketOrder | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The staff's queue: lists, counts, search, export. */
@Resolver()
export class ConsoleQueueResolver {
  @Query('queue')
  @RequirePermission('ticket:read')
  queue(
    @StaffTx() tx: Tx<StaffScope>,
    @Args() { view, filter, sort, first, after }: QueueArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    const page = { first: first ?? null, after: after ?? null };
    return queue(tx, { view, filter: filter ?? null, sort: sort ?? null, page, counted: asksFor(info, 'totalCount') });
  }

  @Query('queueFacets')
  @RequirePermission('ticket:read')
  queueFacets(@StaffTx() tx: Tx<StaffScope>, @Args() { filter }: { readonly filter?: QueueFilter | null }) {
    return queueFacets(tx, filter ?? {});
  }

  @Query('searchTickets')
  @RequirePermission('ticket:read')
  searchTickets(
    @StaffTx() tx: Tx<StaffScope>,
    @Args() args: { readonly text: string; readonly tenantId?: string | null; readonly first?: number | null },
  ) {
    return searchTickets(tx, args);
  }

  @Mutation('exportTickets')
  @RequirePermission('ticket:export')
  async exportTickets(@StaffTx() tx: Tx<StaffScope>, @Args() { view, filter }: QueueArgs) {
    const found = await idsByText(tx, filter?.text);
    const conditions = queueConditions(tx, { view, filter: filter ?? {}, found });
    return exportTickets(tx, conditions, { view, filter: filter ?? null });
  }
}
