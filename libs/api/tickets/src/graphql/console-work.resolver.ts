import { StaffTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { ImplementationOutcome, ResolutionCode, ResponseAct } from '@daylight/domain';
import { LogResponse } from '../use-cases/log-response.js';
import { MergeTickets, type Merge } from '../use-cases/merge-tickets.js';
import { ResolveTicket } from '../use-cases/resolve-ticket.js';
import { RestoreService } from '../use-cases/restore-service.js';
import { StartWork } from '../use-cases/start-work.js';
import { UnmergeTicket } from '../use-cases/unmerge-ticket.js';
import { targetOf, type TicketInput } from './inputs.js';
import { changeResult } from './results.js';

interface LogResponseInput extends TicketInput {
  readonly act: Exclude<ResponseAct, 'PUBLIC_REPLY'>;
  readonly personId?: string | null;
}

interface ResolveInput extends TicketInput {
  readonly code: ResolutionCode;
  readonly changeOutcome?: ImplementationOutcome | null;
}

/** Staff work on a ticket until it is done. */
@Resolver()
export class ConsoleWorkResolver {
  constructor(
    private readonly start: StartWork,
    private readonly log: LogResponse,
    private readonly restore: RestoreService,
    private readonly resolve: ResolveTicket,
    private readonly merge: MergeTickets,
    private readonly unmerge: UnmergeTicket,
  ) {}

  @Mutation('startWork')
  @RequirePermission('ticket:accept')
  async startWork(@StaffTx() tx: Tx<StaffScope>, @Info() info: GraphQLResolveInfo, @Args('input') input: TicketInput) {
    return changeResult(tx, info, await this.start.run(tx, targetOf(input)));
  }

  @Mutation('logResponse')
  @RequirePermission('ticket:log-response')
  async logResponse(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: LogResponseInput,
  ) {
    const { act } = input;
    return changeResult(
      tx,
      info,
      await this.log.run(tx, { ...targetOf(input), act, personId: input.personId ?? null }),
    );
  }

  @Mutation('restoreService')
  @RequirePermission('ticket:restore')
  async restoreService(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: TicketInput,
  ) {
    return changeResult(tx, info, await this.restore.run(tx, targetOf(input)));
  }

  @Mutation('resolveTicket')
  @RequirePermission('ticket:resolve')
  async resolveTicket(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: ResolveInput,
  ) {
    const { code, changeOutcome = null } = input;
    return changeResult(tx, info, await this.resolve.run(tx, { ...targetOf(input), code, changeOutcome }));
  }

  @Mutation('mergeTickets')
  @RequirePermission('ticket:merge')
  async mergeTickets(@StaffTx() tx: Tx<StaffScope>, @Info() info: GraphQLResolveInfo, @Args('input') input: Merge) {
    return changeResult(tx, info, await this.merge.run(tx, input));
  }

  @Mutation('unmergeTicket')
  @RequirePermission('ticket:merge')
  async unmergeTicket(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: TicketInput,
  ) {
    return changeResult(tx, info, await this.unmerge.run(tx, targetOf(input)));
  }
}
