import { Module } from '@nestjs/common';
import { LiveTicketResolver } from './graphql/live.resolvers.js';
import { PortalAgreementsResolver } from './graphql/portal-agreements.resolver.js';
import { PortalTicketsResolver } from './graphql/portal-tickets.resolver.js';
import { RebindingResolver } from './graphql/rebinding.resolver.js';
import { SharedAgreementsResolver } from './graphql/shared-agreements.resolver.js';
import { SharedTicketResolver } from './graphql/shared-ticket.resolver.js';
import { ContestWaiting } from './use-cases/contest-waiting.js';
import { OpenTicketInPortal } from './use-cases/open-ticket-in-portal.js';
import { RateTicket } from './use-cases/rate-ticket.js';
import { ReplyToTicket } from './use-cases/reply.js';
import { SHARED_USE_CASES } from './use-cases/shared.js';

/** Tickets as clients see and work them. */
@Module({
  providers: [
    SharedTicketResolver,
    SharedAgreementsResolver,
    RebindingResolver,
    PortalAgreementsResolver,
    ContestWaiting,
    RateTicket,
    PortalTicketsResolver,
    LiveTicketResolver,
    OpenTicketInPortal,
    ReplyToTicket,
    ...SHARED_USE_CASES,
  ],
})
export class TicketsPortalModule {}
