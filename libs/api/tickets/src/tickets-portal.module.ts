import { Module } from '@nestjs/common';
import { LiveTicketResolver } from './graphql/live.resolvers.js';
import { PortalTicketsResolver } from './graphql/portal-tickets.resolver.js';
import { SharedTicketResolver } from './graphql/shared-ticket.resolver.js';
import { OpenTicketInPortal } from './use-cases/open-ticket-in-portal.js';
import { ReplyToTicket } from './use-cases/reply.js';
import { SHARED_USE_CASES } from './use-cases/shared.js';

/** Tickets as clients see and work them. */
@Module({
  providers: [
    SharedTicketResolver,
    PortalTicketsResolver,
    LiveTicketResolver,
    OpenTicketInPortal,
    ReplyToTicket,
    ...SHARED_USE_CASES,
  ],
})
export class TicketsPortalModule {}
