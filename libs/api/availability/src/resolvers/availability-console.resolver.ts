import { StaffTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { creditPage, creditView, creditViews } from '../credits/credit-view.js';
import { commentCredit, proposeCredit, settleCredit, type ProposeInput, type SettleInput } from '../credits/decide.js';
import { exclusionList } from '../exclusions/exclusion-view.js';
import { publishAvailability } from '../figures/publish.js';
import { availabilityFigures } from '../figures/read-figures.js';
import { verifyAvailability } from '../figures/verify.js';

/** Figures and credits; the other half is about what happens (IncidentsConsoleResolver). */
@Resolver()
export class AvailabilityConsoleResolver {
  @Query('availabilityFigures')
  @RequirePermission('outage:read')
  availabilityFigures(@StaffTx() tx: Tx<StaffScope>, @Args() args: Parameters<typeof availabilityFigures>[1]) {
    return availabilityFigures(tx, args);
  }

  @Query('verifyAvailability')
  @RequirePermission('outage:read')
  verifyAvailability(@StaffTx() tx: Tx<StaffScope>, @Args('figureId') figureId: string) {
    return verifyAvailability(tx, figureId);
  }

  @Query('credits')
  @RequirePermission('credit:read')
  credits(@StaffTx() tx: Tx<StaffScope>, @Args() args: ForwardPage & Parameters<typeof creditPage>[1]) {
    return creditPage(tx, args);
  }

  @Query('credit')
  @RequirePermission('credit:read')
  credit(@StaffTx() tx: Tx<StaffScope>, @Args('id') id: string) {
    return creditView(tx, id);
  }

  @Query('exclusions')
  @RequirePermission('outage:read')
  exclusions(@StaffTx() tx: Tx<StaffScope>, @Args() args: Parameters<typeof exclusionList>[1]) {
    return exclusionList(tx, args);
  }

  @Mutation('publishAvailability')
  @RequirePermission('credit:propose')
  async publishAvailability(
    @StaffTx() tx: Tx<StaffScope>,
    @Args('input') input: Parameters<typeof publishAvailability>[1],
  ) {
    const result = await publishAvailability(tx, input);
    if (result.__typename !== 'AvailabilityPublished') return result;
    const { creditIds, ...published } = result;
    return { ...published, credits: await creditViews(tx, creditIds) };
  }

  @Mutation('proposeCredit')
  @RequirePermission('credit:propose')
  proposeCredit(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: ProposeInput) {
    return proposeCredit(tx, input);
  }

  @Mutation('settleCredit')
  @RequirePermission('credit:propose')
  settleCredit(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: SettleInput) {
    return settleCredit(tx, input);
  }

  @Mutation('commentCredit')
  @RequirePermission('credit:read')
  commentCredit(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof commentCredit>[1]) {
    return commentCredit(tx, input);
  }
}
