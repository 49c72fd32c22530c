import { PersonTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type PersonScope } from '@daylight/api-platform';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { rebinding } from '../queries/rebinding.js';
import { AnswerRebinding } from '../use-cases/answer-rebinding.js';
import { ProposeRebinding } from '../use-cases/propose-rebinding.js';
import { changeResult } from './results.js';

interface ProposeInput {
  readonly ticketId: string;
  readonly contractVersionId: string;
  readonly reason: string;
  readonly changesDigest: string;
  readonly expectedVersion: number;
}

interface AnswerInput {
  readonly ticketId: string;
  readonly proposalId: string;
  readonly agree: boolean;
  readonly changesDigest?: string | null;
  readonly expectedVersion: number;
}

/** Judging a ticket by another version, which both parties have to want (D-CON-1); a part of either schema. */
@Resolver()
export class RebindingResolver {
  constructor(
    private readonly propose: ProposeRebinding,
    private readonly answer: AnswerRebinding,
  ) {}

  @Query('rebinding')
  @RequirePermission('ticket:rebind')
  rebinding(
    @PersonTx() tx: Tx<PersonScope>,
    @Args('ticketId') ticketId: string,
    @Args('contractVersionId') contractVersionId?: string | null,
  ) {
    return rebinding(tx, { ticketId, contractVersionId: contractVersionId ?? null });
  }

  @Mutation('proposeRebinding')
  @RequirePermission('ticket:rebind')
  async proposeRebinding(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: ProposeInput,
  ) {
    return changeResult(tx, info, await this.propose.run(tx, input));
  }

  @Mutation('answerRebinding')
  @RequirePermission('ticket:rebind')
  async answerRebinding(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: AnswerInput,
  ) {
    return changeResult(tx, info, await this.answer.run(tx, { ...input, changesDigest: input.changesDigest ?? null }));
  }
}
