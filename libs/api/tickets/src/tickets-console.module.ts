import { Module } from '@nestjs/common';
import { ConsoleConversationResolver } from './graphql/console-conversation.resolver.js';
import { ConsoleQueueResolver } from './graphql/console-queue.resolver.js';
import { ConsoleRoutingResolver } from './graphql/console-routing.resolver.js';
import { ConsoleWorkResolver } from './graphql/console-work.resolver.js';
import { LiveQueueResolver, LiveTicketResolver } from './graphql/live.resolvers.js';
import { SharedTicketResolver } from './graphql/shared-ticket.resolver.js';
import { AcceptTicket } from './use-cases/accept-ticket.js';
import { AssignTicket } from './use-cases/assign-ticket.js';
import { ChangeService } from './use-cases/change-service.js';
import { ClaimTicket } from './use-cases/claim-ticket.js';
import { ClassifyTicket } from './use-cases/classify-ticket.js';
import { LogResponse } from './use-cases/log-response.js';
import { MergeTickets } from './use-cases/merge-tickets.js';
import { OpenTicketForClient } from './use-cases/open-ticket-for-client.js';
import { ReplyToTicket } from './use-cases/reply.js';
import { ResolveTicket } from './use-cases/resolve-ticket.js';
import { RestoreService } from './use-cases/restore-service.js';
import { ResumeTicket } from './use-cases/resume-ticket.js';
import { ScheduleTicket } from './use-cases/schedule-ticket.js';
import { SetPriority } from './use-cases/set-priority.js';
import { SHARED_USE_CASES } from './use-cases/shared.js';
import { StartWork } from './use-cases/start-work.js';
import { WaitTicket } from './use-cases/wait-ticket.js';

const RESOLVERS = [
  SharedTicketResolver,
  ConsoleQueueResolver,
  ConsoleConversationResolver,
  ConsoleRoutingResolver,
  ConsoleWorkResolver,
  LiveTicketResolver,
  LiveQueueResolver,
];
const ROUTING = [AssignTicket, ClaimTicket, AcceptTicket, SetPriority, ClassifyTicket, ChangeService];
const CONVERSATION = [OpenTicketForClient, ReplyToTicket, WaitTicket, ScheduleTicket, ResumeTicket];
const WORK = [StartWork, LogResponse, RestoreService, ResolveTicket, MergeTickets];

/** Tickets as staff see and work them. */
@Module({ providers: [...RESOLVERS, ...SHARED_USE_CASES, ...ROUTING, ...CONVERSATION, ...WORK] })
export class TicketsConsoleModule {}
