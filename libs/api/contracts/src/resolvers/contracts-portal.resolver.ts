import { checkRange, type DateRange } from '@daylight/api-calendars';
import { ClientTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type ClientScope } from '@daylight/api-platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { clientContracts, contractView } from '../queries/contracts.js';
import { clientHolidays, serviceHours } from '../queries/service-hours.js';
import { tenantServiceItems } from '../queries/service-items.js';
import { pendingDetails, versionDetail } from '../queries/version-detail.js';
import { agreeContractVersion, type AgreeContractVersionInput } from '../use-cases/agree-contract-version.js';
import { giveContractNotice, type GiveContractNoticeInput } from '../use-cases/give-contract-notice.js';
import { rejectContractVersion, type RejectContractVersionInput } from '../use-cases/reject-contract-version.js';

/** What a client sees of its contracts, and how it consents. */
@Resolver()
export class ContractsPortalResolver {
  @Query('contracts')
  @RequirePermission('contract:read')
  contracts(@ClientTx() tx: Tx<ClientScope>) {
    return clientContracts(tx);
  }

  @Query('contract')
  @RequirePermission('contract:read')
  contract(@ClientTx() tx: Tx<ClientScope>, @Args('id') id: string) {
    return contractView(tx, id);
  }

  @Query('contractVersion')
  @RequirePermission('contract:read')
  contractVersion(@ClientTx() tx: Tx<ClientScope>, @Args('id') id: string) {
    return versionDetail(tx, id);
  }

  @Query('pendingAmendments')
  @RequirePermission('contract:read')
  async pendingAmendments(@ClientTx() tx: Tx<ClientScope>) {
    return pendingDetails(tx, await clientContracts(tx));
  }

  // Whoever may open a ticket has to know what for, and when somebody answers.
  @Query('serviceItems')
  @RequirePermission('signed-in')
  serviceItems(@ClientTx() tx: Tx<ClientScope>) {
    return tenantServiceItems(tx, tx.scope.tenantId);
  }

  @Query('serviceHours')
  @RequirePermission('signed-in')
  serviceHours(@ClientTx() tx: Tx<ClientScope>) {
    return serviceHours(tx);
  }

  @Query('holidays')
  @RequirePermission('signed-in')
  holidays(@ClientTx() tx: Tx<ClientScope>, @Args() range: DateRange) {
    checkRange(range, tx.scope.language);
    return clientHolidays(tx, range);
  }

  // Whether the reader may agree, by the own right or one lent, is asked where the amount is known.
  @Mutation('agreeContractVersion')
  @RequirePermission('contract:read')
  agreeContractVersion(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: AgreeContractVersionInput) {
    return agreeContractVersion(tx, input);
  }

  @Mutation('giveContractNotice')
  @RequirePermission('contract:read')
  giveContractNotice(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: GiveContractNoticeInput) {
    return giveContractNotice(tx, input);
  }

  @Mutation('rejectContractVersion')
  @RequirePermission('contract:read')
  rejectContractVersion(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: RejectContractVersionInput) {
    return rejectContractVersion(tx, input);
  }
}
