import { StaffTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { deadLetterQueues, deadLetters } from './dead-letters.js';
import { discardDeadLetters, retryDeadLetters } from './settle-letters.js';

/** Work that was given up, of every queue, for an administrator to see through. */
@Resolver()
export class DeadLettersResolver {
  @Query('deadLetters')
  @RequirePermission('settings:manage')
  deadLetters(@StaffTx() tx: Tx<StaffScope>, @Args() args: ForwardPage & { readonly queue?: string | null }) {
    return deadLetters(tx, args.queue ?? null, args);
  }

  @Query('deadLetterQueues')
  @RequirePermission('settings:manage')
  deadLetterQueues(@StaffTx() tx: Tx<StaffScope>) {
    return deadLetterQueues(tx);
  }

  @Mutation('retryDeadLetters')
  @RequirePermission('settings:manage')
  retryDeadLetters(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: { readonly ids: readonly string[] }) {
    return retryDeadLetters(tx, input);
  }

  @Mutation('discardDeadLetters')
  @RequirePermission('settings:manage')
  discardDeadLetters(
    @StaffTx() tx: Tx<StaffScope>,
    @Args('input') input: { readonly ids: readonly string[]; readonly reason: string },
  ) {
    return discardDeadLetters(tx, input);
  }
}
