import { StaffTx, type Tx } from '@daylight/api-database';
import { DaylightError, RequirePermission, type StaffScope } from '@daylight/api-platform';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { ImplementationOutcome, Instant, ResolutionCode, TicketStatus } from '@daylight/domain';
import { OpenTicketForClient, type OpenTicketForClientInput } from '../use-cases/open-ticket-for-client.js';
import { ReplyToTicket } from '../use-cases/reply.js';
import { ResumeTicket } from '../use-cases/resume-ticket.js';
import { ScheduleTicket } from '../use-cases/schedule-ticket.js';
import { WaitTicket } from '../use-cases/wait-ticket.js';
import { targetOf, type TicketInput } from './inputs.js';
import { changeResult, openResult } from './results.js';

interface StaffReplyInput extends TicketInput {
  readonly body: string;
  readonly visibility: 'PUBLIC' | 'INTERNAL';
  readonly question?: boolean | null;
  readonly thenWait?: string | null;
  readonly thenResolve?: ResolutionCode | null;
  readonly thenChangeOutcome?: ImplementationOutcome | null;
  readonly fileIds?: readonly string[] | null;
}

interface WaitInput extends TicketInput {
  readonly status: TicketStatus;
  readonly reason: string;
  readonly questionMessageId?: string | null;
  readonly caseNumber?: string | null;
}

interface ScheduleInput extends TicketInput {
  readonly reason: string;
  readonly until: Instant;
  readonly clientConsent: boolean;
}

/** Staff open, answer, and wait for answers. */
@Resolver()
export class ConsoleConversationResolver {
  constructor(
    private readonly open: OpenTicketForClient,
    private readonly reply: ReplyToTicket,
    private readonly wait: WaitTicket,
    private readonly schedule: ScheduleTicket,
    private readonly resume: ResumeTicket,
  ) {}

  @Mutation('openTicketForClient')
  @RequirePermission('ticket:open')
  async openTicketForClient(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: OpenTicketForClientInput,
  ) {
    return openResult(tx, info, await this.open.run(tx, input));
  }

  @Mutation('replyToTicket')
  @RequirePermission('ticket:reply')
  async replyToTicket(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: StaffReplyInput,
  ) {
    const { body, visibility } = input;
    // One mutation, two rights: which of them is asked for stands in the input.
    if (visibility === 'INTERNAL' && !tx.scope.permissions.has('ticket:reply-internal')) {
      throw new DaylightError('FORBIDDEN', 'your role does not allow this', { permission: 'ticket:reply-internal' });
    }
    const then = {
      ...{ thenWait: input.thenWait ?? null, thenResolve: input.thenResolve ?? null },
      thenChangeOutcome: input.thenChangeOutcome ?? null,
    };
    const said = {
      body,
      visibility,
      question: input.question ?? false,
      automatic: false,
      fileIds: input.fileIds ?? [],
    };
    return changeResult(tx, info, await this.reply.run(tx, { ...targetOf(input), ...said, ...then }));
  }

  @Mutation('waitTicket')
  @RequirePermission('ticket:wait')
  async waitTicket(@StaffTx() tx: Tx<StaffScope>, @Info() info: GraphQLResolveInfo, @Args('input') input: WaitInput) {
    const { status, reason } = input;
    const about = { questionMessageId: input.questionMessageId ?? null, caseNumber: input.caseNumber ?? null };
    return changeResult(tx, info, await this.wait.run(tx, { ...targetOf(input), status, reason, ...about }));
  }

  @Mutation('scheduleTicket')
  @RequirePermission('ticket:wait')
  async scheduleTicket(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: ScheduleInput,
  ) {
    const { reason, until, clientConsent } = input;
    return changeResult(tx, info, await this.schedule.run(tx, { ...targetOf(input), reason, until, clientConsent }));
  }

  @Mutation('resumeTicket')
  @RequirePermission('ticket:resume')
  async resumeTicket(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: TicketInput,
  ) {
    return changeResult(tx, info, await this.resume.run(tx, targetOf(input)));
  }
}
