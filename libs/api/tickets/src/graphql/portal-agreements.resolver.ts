import { ClientTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type ClientScope } from '@daylight/api-platform';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ContestWaiting } from '../use-cases/contest-waiting.js';
import { RateTicket } from '../use-cases/rate-ticket.js';
import { targetOf, type TicketInput } from './inputs.js';
import { changeResult } from './results.js';

interface ContestInput extends TicketInput {
  readonly waitingSeq: number;
  readonly reason: string;
}

interface RateInput extends TicketInput {
  readonly score: number;
  readonly comment?: string | null;
}

/** What only the client may say: about a clock, and about how it went. */
@Resolver()
export class PortalAgreementsResolver {
  constructor(
    private readonly contest: ContestWaiting,
    private readonly rate: RateTicket,
  ) {}

  @Mutation('rateTicket')
  @RequirePermission('ticket:rate')
  async rateTicket(@ClientTx() tx: Tx<ClientScope>, @Info() info: GraphQLResolveInfo, @Args('input') input: RateInput) {
    const { score, comment = null } = input;
    return changeResult(tx, info, await this.rate.run(tx, { ...targetOf(input), score, comment }));
  }

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
