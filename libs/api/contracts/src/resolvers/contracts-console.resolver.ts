import { StaffTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { contractConnection, contractView } from '../queries/contracts.js';
import { versionChanges } from '../queries/version-changes.js';
import { versionDetail } from '../queries/version-detail.js';
import { agreeContractVersion, type AgreeContractVersionInput } from '../use-cases/agree-contract-version.js';
import { createContract, type CreateContractInput } from '../use-cases/create-contract.js';
import { draftAmendment, type DraftAmendmentInput } from '../use-cases/draft-amendment.js';
import { giveContractNotice, type GiveContractNoticeInput } from '../use-cases/give-contract-notice.js';
import { proposeContractVersion, type ProposeContractVersionInput } from '../use-cases/propose-contract-version.js';
import { rejectContractVersion, type RejectContractVersionInput } from '../use-cases/reject-contract-version.js';
import { saveContractDraft, type SaveContractDraftInput } from '../use-cases/save-contract-draft.js';
import { withdrawContractVersion, type WithdrawContractVersionInput } from '../use-cases/withdraw-contract-version.js';
import { whatIfQuarter, type WhatIfInput } from '../what-if/what-if-quarter.js';

/** Contracts as staff draft, propose and keep them. */
@Resolver()
export class ContractsConsoleResolver {
  @Query('contracts')
  @RequirePermission('contract:read')
  contracts(
    @StaffTx() tx: Tx<StaffScope>,
    @Args() args: { readonly tenantId?: string | null; readonly first: number; readonly after?: string | null },
  ) {
    return contractConnection(tx, args);
  }

  @Query('contract')
  @RequirePermission('contract:read')
  contract(@StaffTx() tx: Tx<StaffScope>, @Args('id') id: string) {
    return contractView(tx, id);
  }

  @Query('contractVersion')
  @RequirePermission('contract:read')
  contractVersion(@StaffTx() tx: Tx<StaffScope>, @Args('id') id: string) {
    return versionDetail(tx, id);
  }

  @Query('contractVersionChanges')
  @RequirePermission('contract:read')
  contractVersionChanges(
    @StaffTx() tx: Tx<StaffScope>,
    @Args() between: { readonly fromVersionId: string; readonly toVersionId: string },
  ) {
    return versionChanges(tx, between);
  }

  @Query('whatIf')
  @RequirePermission('contract:edit')
  whatIf(@StaffTx() tx: Tx<StaffScope>, @Args() args: WhatIfInput) {
    return whatIfQuarter(tx, args);
  }

  @Mutation('createContract')
  @RequirePermission('contract:edit')
  createContract(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: CreateContractInput) {
    return createContract(tx, input);
  }

  @Mutation('saveContractDraft')
  @RequirePermission('contract:edit')
  saveContractDraft(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: SaveContractDraftInput) {
    return saveContractDraft(tx, input);
  }

  @Mutation('draftAmendment')
  @RequirePermission('contract:edit')
  draftAmendment(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: DraftAmendmentInput) {
    return draftAmendment(tx, input);
  }

  @Mutation('proposeContractVersion')
  @RequirePermission('contract:propose')
  proposeContractVersion(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: ProposeContractVersionInput) {
    return proposeContractVersion(tx, input);
  }

  @Mutation('withdrawContractVersion')
  @RequirePermission('contract:propose')
  withdrawContractVersion(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: WithdrawContractVersionInput) {
    return withdrawContractVersion(tx, input);
  }

  @Mutation('agreeContractVersion')
  @RequirePermission('contract:agree')
  agreeContractVersion(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: AgreeContractVersionInput) {
    return agreeContractVersion(tx, input);
  }

  @Mutation('giveContractNotice')
  @RequirePermission('contract:agree')
  giveContractNotice(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: GiveContractNoticeInput) {
    return giveContractNotice(tx, input);
  }

  @Mutation('rejectContractVersion')
  @RequirePermission('contract:agree')
  rejectContractVersion(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: RejectContractVersionInput) {
    return rejectContractVersion(tx, input);
  }
}
