import { StaffTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Priority, PriorityCause, TicketType } from '@daylight/domain';
import { AcceptTicket } from '../use-cases/accept-ticket.js';
import { AssignTicket } from '../use-cases/assign-ticket.js';
import { ChangeService } from '../use-cases/change-service.js';
import { ClaimTicket } from '../use-cases/claim-ticket.js';
import { ClassifyTicket } from '../use-cases/classify-ticket.js';
import { SetPriority } from '../use-cases/set-priority.js';
import { targetOf, type TicketInput } from './inputs.js';
import { changeResult } from './results.js';

interface ClassifyInput extends TicketInput {
  readonly type: TicketType;
  readonly impact: number;
  readonly urgency: number;
  readonly priorityByMatrix: boolean;
  readonly cause: PriorityCause;
  readonly reason?: string | null;
}

/** Staff say whose a ticket is, what it is, and how grave. */
@Resolver()
export class ConsoleRoutingResolver {
  constructor(
    private readonly assign: AssignTicket,
    private readonly claim: ClaimTicket,
    private readonly accept: AcceptTicket,
    private readonly priority: SetPriority,
    private readonly classify: ClassifyTicket,
    private readonly service: ChangeService,
  ) {}

  @Mutation('assignTicket')
  @RequirePermission('ticket:assign')
  async assignTicket(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: TicketInput & { readonly assigneeId?: string | null; readonly teamId?: string | null },
  ) {
    const to = { assigneeId: input.assigneeId ?? null, teamId: input.teamId ?? null };
    return changeResult(tx, info, await this.assign.run(tx, { ...targetOf(input), ...to }));
  }

  @Mutation('claimTicket')
  @RequirePermission('ticket:assign')
  async claimTicket(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: TicketInput,
  ) {
    return changeResult(tx, info, await this.claim.run(tx, targetOf(input)));
  }

  @Mutation('acceptTicket')
  @RequirePermission('ticket:accept')
  async acceptTicket(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: TicketInput,
  ) {
    return changeResult(tx, info, await this.accept.run(tx, targetOf(input)));
  }

  @Mutation('setTicketPriority')
  @RequirePermission('ticket:set-priority')
  async setTicketPriority(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input')
    input: TicketInput & {
      readonly priority: Priority;
      readonly cause: PriorityCause;
      readonly reason?: string | null;
    },
  ) {
    const { priority, cause } = input;
    return changeResult(
      tx,
      info,
      await this.priority.run(tx, { ...targetOf(input), priority, cause, reason: input.reason ?? null }),
    );
  }

  @Mutation('classifyTicket')
  @RequirePermission('ticket:classify')
  async classifyTicket(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: ClassifyInput,
  ) {
    return changeResult(
      tx,
      info,
      await this.classify.run(tx, { ...input, ...targetOf(input), reason: input.reason ?? null }),
    );
  }

  @Mutation('changeTicketService')
  @RequirePermission('ticket:change-service')
  async changeTicketService(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: TicketInput & { readonly serviceItemId: string },
  ) {
    return changeResult(
      tx,
      info,
      await this.service.run(tx, { ...targetOf(input), serviceItemId: input.serviceItemId }),
    );
  }
}
