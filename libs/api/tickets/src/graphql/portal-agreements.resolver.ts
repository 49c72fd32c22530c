import { ClientTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type ClientScope } from '@daylight/api-platform';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ContestWaiting } from '../use-cases/contest-waiting.js';
import { targetOf, type TicketInput } from './inputs.js';
import { changeResult } from './results.js';

interface ContestInput extends TicketInput {
  readonly waitingSeq: number;
  readonly reason: string;
}

/** What only the client may say about a clock. */
@Resolver()
export class PortalAgreementsResolver {
  constructor(private readonly contest: ContestWaiting) {}

  @Mutation('contestWaiting')
  @RequirePermission('sla:contest-waiting')
  async contestWaiting(
    @ClientTx() tx: Tx<ClientScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: ContestInput,
  ) {
    return changeResult(
      tx,
      info,
      await this.contest.run(tx, { ...targetOf(input), waitingSeq: input.waitingSeq, reason: input.reason }),
    );
  }
}
