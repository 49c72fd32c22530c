import { PersonTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type PersonScope } from '@daylight/api-platform';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AnswerProposal } from '../use-cases/answer-proposal.js';
import { GiveNotice } from '../use-cases/give-notice.js';
import { Propose } from '../use-cases/propose.js';
import { SettleContest } from '../use-cases/settle-contest.js';
import { targetOf, type TicketInput } from './inputs.js';
import { changeResult } from './results.js';

interface ProposeDateInput extends TicketInput {
  readonly dueAt: number;
  readonly reason?: string | null;
}

interface AnswerInput extends TicketInput {
  readonly proposalId: string;
  readonly agree: boolean;
}

interface GiveNoticeInput extends TicketInput {
  readonly templateId: string;
  readonly dutyId: string;
  readonly givenAt?: number | null;
}

/** What both sides agree, settle and record; a part of either schema. */
@Resolver()
export class SharedAgreementsResolver {
  constructor(
    private readonly propose: Propose,
    private readonly answer: AnswerProposal,
    private readonly settle: SettleContest,
    private readonly notice: GiveNotice,
  ) {}

  @Mutation('proposeDate')
  @RequirePermission('ticket:agree-date')
  async proposeDate(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: ProposeDateInput,
  ) {
    return changeResult(
      tx,
      info,
      await this.propose.run(tx, {
        ...targetOf(input),
        wanted: { kind: 'DATE', dueAt: input.dueAt },
        reason: input.reason ?? null,
      }),
    );
  }

  @Mutation('answerDate')
  @RequirePermission('ticket:agree-date')
  async answerDate(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: AnswerInput,
  ) {
    return changeResult(
      tx,
      info,
      await this.answer.run(tx, {
        ...targetOf(input),
        proposalId: input.proposalId,
        agree: input.agree,
        offer: 'DATE',
      }),
    );
  }

  @Mutation('answerResponsibility')
  @RequirePermission('ticket:answer-responsibility')
  async answerResponsibility(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: AnswerInput,
  ) {
    return changeResult(
      tx,
      info,
      await this.answer.run(tx, {
        ...{ ...targetOf(input), proposalId: input.proposalId, agree: input.agree, offer: 'CLIENT_ACCOUNTABLE' },
      }),
    );
  }

  @Mutation('settleContest')
  @RequirePermission('sla:settle-waiting')
  async settleContest(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: TicketInput & { readonly waitingSeq: number },
  ) {
    return changeResult(tx, info, await this.settle.run(tx, { ...targetOf(input), waitingSeq: input.waitingSeq }));
  }

  @Mutation('giveStatutoryNotice')
  @RequirePermission('ticket:give-notice')
  async giveStatutoryNotice(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: GiveNoticeInput,
  ) {
    return changeResult(
      tx,
      info,
      await this.notice.run(tx, {
        ...{ ...targetOf(input), templateId: input.templateId, dutyId: input.dutyId, givenAt: input.givenAt ?? null },
      }),
    );
  }
}
