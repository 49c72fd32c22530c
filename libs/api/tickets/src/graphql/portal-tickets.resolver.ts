import { ClientTx, type Tx } from '@daylight/api-database';
import { AsksAhead, RequirePermission, type ClientScope } from '@daylight/api-platform';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { exportTickets } from '../queries/export-tickets.js';
import { openingAhead } from '../queries/opening.js';
import {
  portalConditions,
  portalTickets,
  usualView,
  type TicketFilter,
  type TicketView,
} from '../queries/portal-tickets.js';
import { ticketSummary } from '../queries/ticket-summary.js';
import { OpenTicketInPortal, type OpenTicketInput } from '../use-cases/open-ticket-in-portal.js';
import { ReplyToTicket } from '../use-cases/reply.js';
import { targetOf, type TicketInput } from './inputs.js';
import { asksFor } from './look-ahead.js';
import { changeResult, openResult } from './results.js';

interface TicketsArgs {
  readonly view?: TicketView | null;
  readonly filter?: TicketFilter | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

interface ExportArgs {
  readonly view: TicketView;
  readonly filter?: TicketFilter | null;
}

/** A client's tickets. */
@Resolver()
export class PortalTicketsResolver {
  constructor(
    private readonly open: OpenTicketInPortal,
    private readonly reply: ReplyToTicket,
  ) {}

  @Query('tickets')
  @RequirePermission('ticket:read-own')
  tickets(
    @ClientTx() tx: Tx<ClientScope>,
    @Args() { view, filter, first, after }: TicketsArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    const page = { first: first ?? null, after: after ?? null };
    return portalTickets(tx, {
      view: view ?? usualView(tx),
      filter: filter ?? null,
      page,
      counted: asksFor(info, 'totalCount'),
    });
  }

  @Query('ticketSummary')
  @RequirePermission('ticket:read-own')
  ticketSummary(@ClientTx() tx: Tx<ClientScope>) {
    return ticketSummary(tx);
  }

  @Mutation('exportTickets')
  @RequirePermission('ticket:export')
  async exportTickets(@ClientTx() tx: Tx<ClientScope>, @Args() { view, filter }: ExportArgs) {
    return exportTickets(tx, await portalConditions(tx, view, filter ?? {}), { view, filter: filter ?? null });
  }

  @Mutation('openTicket')
  @RequirePermission('ticket:open')
  @AsksAhead(({ input }) => openingAhead(input))
  async openTicket(
    @ClientTx() tx: Tx<ClientScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: OpenTicketInput,
  ) {
    return openResult(tx, info, await this.open.run(tx, input));
  }

  @Mutation('replyToTicket')
  @RequirePermission('ticket:reply')
  async replyToTicket(
    @ClientTx() tx: Tx<ClientScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: TicketInput & { readonly body: string; readonly fileIds?: readonly string[] | null },
  ) {
    const said = { body: input.body, visibility: 'PUBLIC', question: false, automatic: false } as const;
    const outcome = await this.reply.run(tx, {
      ...targetOf(input),
      ...said,
      ...{ fileIds: input.fileIds ?? [], thenWait: null, thenResolve: null },
    });
    return changeResult(tx, info, outcome);
  }
}
