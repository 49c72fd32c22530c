import { Module } from '@nestjs/common';
import { ConsoleAgreementsResolver } from './graphql/console-agreements.resolver.js';
import { ConsoleConversationResolver } from './graphql/console-conversation.resolver.js';
import { ConsoleQueueResolver } from './graphql/console-queue.resolver.js';
import { ConsoleRiskResolver } from './graphql/console-risk.resolver.js';
import { ConsoleRoutingResolver } from './graphql/console-routing.resolver.js';
import { ConsoleWorkResolver } from './graphql/console-work.resolver.js';
import { LiveQueueResolver, LiveTicketResolver } from './graphql/live.resolvers.js';
import { PresenceResolver } from './graphql/presence.resolver.js';
import { RebindingResolver } from './graphql/rebinding.resolver.js';
import { SharedAgreementsResolver } from './graphql/shared-agreements.resolver.js';
import { SharedTicketResolver } from './graphql/shared-ticket.resolver.js';
import { AcceptTicket } from './use-cases/accept-ticket.js';
import { AssignTicket } from './use-cases/assign-ticket.js';
import { ChangeService } from './use-cases/change-service.js';
import { ClaimTicket } from './use-cases/claim-ticket.js';
import { ClassifyTicket } from './use-cases/classify-ticket.js';
import { LogResponse } from './use-cases/log-response.js';
import { MarkNoAction } from './use-cases/mark-no-action.js';
import { MergeTickets } from './use-cases/merge-tickets.js';
import { MoveDate } from './use-cases/move-date.js';
import { OpenTicketForClient } from './use-cases/open-ticket-for-client.js';
import { ReplyToTicket } from './use-cases/reply.js';
import { ResolveTicket } from './use-cases/resolve-ticket.js';
import { RestoreService } from './use-cases/restore-service.js';
import { ResumeTicket } from './use-cases/resume-ticket.js';
import { ScheduleTicket } from './use-cases/schedule-ticket.js';
import { SetChangeOutcome } from './use-cases/set-change-outcome.js';
import { SetPriority } from './use-cases/set-priority.js';
import { SetPersonalData } from './use-cases/set-personal-data.js';
import { SHARED_USE_CASES } from './use-cases/shared.js';
import { StartWork } from './use-cases/start-work.js';
import { UnmergeTicket } from './use-cases/unmerge-ticket.js';
import { WaitTicket } from './use-cases/wait-ticket.js';

const RESOLVERS = [
  SharedTicketResolver,
  SharedAgreementsResolver,
  RebindingResolver,
  ConsoleAgreementsResolver,
  ConsoleQueueResolver,
  ConsoleRiskResolver,
  ConsoleConversationResolver,
  ConsoleRoutingResolver,
  ConsoleWorkResolver,
  LiveTicketResolver,
  LiveQueueResolver,
  PresenceResolver,
];
const ROUTING = [AssignTicket, ClaimTicket, AcceptTicket, SetPriority, ClassifyTicket, ChangeService];
const CONVERSATION = [OpenTicketForClient, ReplyToTicket, WaitTicket, ScheduleTicket, ResumeTicket];
const WORK = [StartWork, LogResponse, RestoreService, ResolveTicket, MergeTickets, UnmergeTicket];
const AGREEMENTS = [MoveDate, MarkNoAction, SetPersonalData, SetChangeOutcome];

/** Tickets as staff see and work them. */
@Module({ providers: [...RESOLVERS, ...SHARED_USE_CASES, ...ROUTING, ...CONVERSATION, ...WORK, ...AGREEMENTS] })
export class TicketsConsoleModule {}
