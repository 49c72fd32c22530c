import { StaffTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { isId } from '@daylight/api-calendars';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { handOverNotes } from '../hand-over/hand-over-rows.js';
import { readHandOver, writeHandOver } from '../hand-over/hand-over.js';
import { policyHistory } from '../queries/policy-history.js';

/** What is left behind: notes at the change of a shift, and earlier versions of a policy. */
@Resolver()
export class HandOverResolver {
  @Query('handOverNotes')
  @RequirePermission('oncall:read')
  async handOverNotes(@StaffTx() tx: Tx<StaffScope>, @Args('scheduleId') scheduleId?: string | null) {
    return scheduleId != null && !isId(scheduleId) ? [] : handOverNotes(tx, scheduleId ?? null);
  }

  @Query('policyHistory')
  @RequirePermission('escalation:read')
  async policyHistory(@StaffTx() tx: Tx<StaffScope>, @Args('policyId') policyId: string) {
    return isId(policyId) ? policyHistory(tx, policyId) : [];
  }

  @Mutation('writeHandOver')
  @RequirePermission('oncall:read')
  writeHandOver(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof writeHandOver>[1]) {
    return writeHandOver(tx, input);
  }

  @Mutation('readHandOver')
  @RequirePermission('oncall:read')
  readHandOver(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof readHandOver>[1]) {
    return readHandOver(tx, input);
  }
}
