import { StaffTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { ImplementationOutcome } from '@daylight/domain';
import { MarkNoAction } from '../use-cases/mark-no-action.js';
import { MoveDate } from '../use-cases/move-date.js';
import { Propose } from '../use-cases/propose.js';
import { SetChangeOutcome } from '../use-cases/set-change-outcome.js';
import { SetPersonalData } from '../use-cases/set-personal-data.js';
import { targetOf, type TicketInput } from './inputs.js';
import { changeResult } from './results.js';

interface MoveDateInput extends TicketInput {
  readonly dueAt: number;
  readonly consentRecorded: boolean;
  readonly reason?: string | null;
}

interface ResponsibilityInput extends TicketInput {
  readonly activity: number;
  readonly reason?: string | null;
}

interface PersonalDataInput extends TicketInput {
  readonly affected: boolean;
  readonly awareAt?: number | null;
}

/** What only staff may do about dates, responsibilities, thank-yous, leaks and how changes went. */
@Resolver()
export class ConsoleAgreementsResolver {
  constructor(
    private readonly move: MoveDate,
    private readonly propose: Propose,
    private readonly thanks: MarkNoAction,
    private readonly personalData: SetPersonalData,
    private readonly implementation: SetChangeOutcome,
  ) {}

  @Mutation('setChangeOutcome')
  @RequirePermission('ticket:resolve')
  async setChangeOutcome(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: TicketInput & { readonly outcome: ImplementationOutcome },
  ) {
    return changeResult(tx, info, await this.implementation.run(tx, { ...targetOf(input), outcome: input.outcome }));
  }

  @Mutation('moveAgreedDate')
  @RequirePermission('ticket:wait')
  async moveAgreedDate(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: MoveDateInput,
  ) {
    return changeResult(
      tx,
      info,
      await this.move.run(tx, {
        ...{ ...targetOf(input), dueAt: input.dueAt, consentRecorded: input.consentRecorded },
        reason: input.reason ?? null,
      }),
    );
  }

  @Mutation('proposeResponsibility')
  @RequirePermission('ticket:wait')
  async proposeResponsibility(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: ResponsibilityInput,
  ) {
    return changeResult(
      tx,
      info,
      await this.propose.run(tx, {
        ...targetOf(input),
        wanted: { kind: 'CLIENT_ACCOUNTABLE', activity: input.activity },
        reason: input.reason ?? null,
      }),
    );
  }

  @Mutation('markNoAction')
  @RequirePermission('ticket:resolve')
  async markNoAction(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: { readonly ticketId: string; readonly messageId: string },
  ) {
    return changeResult(tx, info, await this.thanks.run(tx, input));
  }

  @Mutation('setPersonalData')
  @RequirePermission('ticket:classify')
  async setPersonalData(
    @StaffTx() tx: Tx<StaffScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: PersonalDataInput,
  ) {
    return changeResult(
      tx,
      info,
      await this.personalData.run(tx, {
        ...{ ...targetOf(input), affected: input.affected, awareAt: input.awareAt ?? null },
      }),
    );
  }
}
