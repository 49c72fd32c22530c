import { StaffTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { riskBoard } from '../risk/risk-board.js';

/** What is about to be missed. */
@Resolver()
export class ConsoleRiskResolver {
  @Query('riskBoard')
  @RequirePermission('ticket:read')
  riskBoard(@StaffTx() tx: Tx<StaffScope>, @Args('hours') hours?: number | null) {
    return riskBoard(tx, hours ?? 8);
  }
}
