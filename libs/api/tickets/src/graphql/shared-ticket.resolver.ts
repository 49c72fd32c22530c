import { PersonTx, type Tx } from '@daylight/api-database';
import { AsksAhead, DaylightError, RequirePermission, type PersonScope } from '@daylight/api-platform';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { TicketType } from '@daylight/domain';
import { promisesFor } from '../queries/promised-times.js';
import { pageAhead, ticketDetail } from '../queries/ticket-detail.js';
import { CancelTicket } from '../use-cases/cancel-ticket.js';
import { CloseTicket } from '../use-cases/close-ticket.js';
import { gradesOf } from '../use-cases/grades.js';
import { ReopenTicket } from '../use-cases/reopen-ticket.js';
import { SetConfidential } from '../use-cases/set-confidential.js';
import { UnwatchTicket } from '../use-cases/unwatch-ticket.js';
import { WatchTicket } from '../use-cases/watch-ticket.js';
import { WithdrawMessage } from '../use-cases/withdraw-message.js';
import { targetOf, type TicketInput } from './inputs.js';
import { partsOf } from './look-ahead.js';
import { changeResult } from './results.js';

interface PromisedTimesInput {
  readonly tenantId?: string | null;
  readonly serviceItemId: string;
  readonly type: TicketType;
  readonly impact: number;
  readonly urgency: number;
}

interface WatcherInput {
  readonly ticketId: string;
  readonly personId?: string | null;
}

/** What both sides ask and do alike; a part of either schema (common/tickets.graphql). */
@Resolver()
export class SharedTicketResolver {
  constructor(
    private readonly withdraw: WithdrawMessage,
    private readonly reopen: ReopenTicket,
    private readonly close: CloseTicket,
    private readonly cancel: CancelTicket,
    private readonly confidential: SetConfidential,
    private readonly watch: WatchTicket,
    private readonly unwatch: UnwatchTicket,
  ) {}

  @Query('ticket')
  @RequirePermission('ticket:read-own')
  @AsksAhead(({ id }, info) => pageAhead(id, partsOf(info)))
  ticket(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args() { id, key }: { readonly id?: string | null; readonly key?: string | null },
  ) {
    if (id !== null && id !== undefined) return ticketDetail(tx, { id }, partsOf(info));
    return key === null || key === undefined ? null : ticketDetail(tx, { key }, partsOf(info));
  }

  @Query('promisedTimes')
  @RequirePermission('ticket:open')
  async promisedTimes(@PersonTx() tx: Tx<PersonScope>, @Args('input') input: PromisedTimesInput) {
    const grades = gradesOf(input);
    const tenantId = tx.scope.tenantId ?? input.tenantId ?? null;
    if ('faults' in grades || tenantId === null)
      throw new DaylightError('BAD_INPUT', 'name a client, and impact and urgency within 1..3');
    const promises = await promisesFor(tx, { ...input, ...grades, tenantId });
    if (promises === null) throw new DaylightError('NOT_FOUND', 'service not found', { what: 'service' });
    return promises;
  }

  @Mutation('withdrawMessage')
  @RequirePermission('ticket:withdraw-message')
  async withdrawMessage(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: { readonly ticketId: string; readonly messageId: string },
  ) {
    return changeResult(tx, info, await this.withdraw.run(tx, input));
  }

  @Mutation('reopenTicket')
  @RequirePermission('ticket:reopen')
  async reopenTicket(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: TicketInput,
  ) {
    return changeResult(tx, info, await this.reopen.run(tx, targetOf(input)));
  }

  @Mutation('closeTicket')
  @RequirePermission('ticket:close')
  async closeTicket(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: TicketInput,
  ) {
    return changeResult(tx, info, await this.close.run(tx, targetOf(input)));
  }

  @Mutation('cancelTicket')
  @RequirePermission('ticket:cancel')
  async cancelTicket(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: TicketInput,
  ) {
    return changeResult(tx, info, await this.cancel.run(tx, targetOf(input)));
  }

  @Mutation('setTicketConfidential')
  @RequirePermission('ticket:set-confidential')
  async setTicketConfidential(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') input: TicketInput & { readonly confidential: boolean },
  ) {
    return changeResult(
      tx,
      info,
      await this.confidential.run(tx, { ...targetOf(input), confidential: input.confidential }),
    );
  }

  @Mutation('watchTicket')
  @RequirePermission('ticket:watch')
  async watchTicket(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') { ticketId, personId }: WatcherInput,
  ) {
    return changeResult(tx, info, await this.watch.run(tx, { ticketId, personId: personId ?? null }));
  }

  @Mutation('unwatchTicket')
  @RequirePermission('ticket:watch')
  async unwatchTicket(
    @PersonTx() tx: Tx<PersonScope>,
    @Info() info: GraphQLResolveInfo,
    @Args('input') { ticketId, personId }: WatcherInput,
  ) {
    return changeResult(tx, info, await this.unwatch.run(tx, { ticketId, personId: personId ?? null }));
  }
}
