import { ClientTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { RequirePermission, type ClientScope } from '@daylight/api-platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { creditPage, creditView } from '../credits/credit-view.js';
import {
  acceptCredit,
  commentCredit,
  disputeCredit,
  disputeEffect,
  waiveCredit,
  type OnCredit,
} from '../credits/decide.js';
import { answerExclusion } from '../exclusions/claim.js';
import { exclusionList } from '../exclusions/exclusion-view.js';
import { verifyAvailability } from '../figures/verify.js';
import { windowById } from '../maintenance/window-view.js';
import { outageById } from '../outages/outage-view.js';
import { statusPage } from '../status/status-page.js';

@Resolver()
export class AvailabilityPortalResolver {
  @Query('status')
  @RequirePermission('outage:read')
  status(@ClientTx() tx: Tx<ClientScope>) {
    return statusPage(tx);
  }

  @Query('outage')
  @RequirePermission('outage:read')
  outage(@ClientTx() tx: Tx<ClientScope>, @Args('id') id: string) {
    return outageById(tx, id);
  }

  @Query('maintenanceWindow')
  @RequirePermission('maintenance:read')
  maintenanceWindow(@ClientTx() tx: Tx<ClientScope>, @Args('id') id: string) {
    return windowById(tx, id);
  }

  @Query('exclusions')
  @RequirePermission('outage:read')
  exclusions(@ClientTx() tx: Tx<ClientScope>, @Args('openOnly') openOnly: boolean) {
    return exclusionList(tx, { openOnly });
  }

  @Query('credits')
  @RequirePermission('credit:read')
  credits(@ClientTx() tx: Tx<ClientScope>, @Args() args: ForwardPage) {
    return creditPage(tx, args);
  }

  @Query('credit')
  @RequirePermission('credit:read')
  credit(@ClientTx() tx: Tx<ClientScope>, @Args('id') id: string) {
    return creditView(tx, id);
  }

  @Query('disputeEffect')
  @RequirePermission('credit:read')
  disputeEffect(@ClientTx() tx: Tx<ClientScope>, @Args() args: Parameters<typeof disputeEffect>[1]) {
    return disputeEffect(tx, args);
  }

  @Query('verifyAvailability')
  @RequirePermission('outage:read')
  verifyAvailability(@ClientTx() tx: Tx<ClientScope>, @Args('figureId') figureId: string) {
    return verifyAvailability(tx, figureId);
  }

  @Mutation('answerExclusion')
  @RequirePermission('outage:accept-exclusion')
  answerExclusion(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: Parameters<typeof answerExclusion>[1]) {
    return answerExclusion(tx, input);
  }

  @Mutation('acceptCredit')
  @RequirePermission('credit:decide')
  acceptCredit(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: OnCredit) {
    return acceptCredit(tx, input);
  }

  @Mutation('disputeCredit')
  @RequirePermission('credit:decide')
  disputeCredit(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: Parameters<typeof disputeCredit>[1]) {
    return disputeCredit(tx, input);
  }

  @Mutation('waiveCredit')
  @RequirePermission('credit:decide')
  waiveCredit(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: Parameters<typeof waiveCredit>[1]) {
    return waiveCredit(tx, input);
  }

  @Mutation('commentCredit')
  @RequirePermission('credit:read')
  commentCredit(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: Parameters<typeof commentCredit>[1]) {
    return commentCredit(tx, input);
  }
}
