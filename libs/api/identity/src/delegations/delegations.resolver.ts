import { ClientTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type ClientScope } from '@daylight/api-platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { PageArgs } from '../connection.js';
import { delegateApproval, listDelegations, revokeDelegation, type DelegateApprovalInput } from './delegations.js';

/** Who stands in for whom when something is to be approved. */
@Resolver()
export class DelegationsResolver {
  @Query('approvalDelegations')
  @RequirePermission('people:read')
  approvalDelegations(@ClientTx() tx: Tx<ClientScope>, @Args() args: PageArgs) {
    return listDelegations(tx, args);
  }

  @Mutation('delegateApproval')
  @RequirePermission('contract:agree')
  delegateApproval(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: DelegateApprovalInput) {
    return delegateApproval(tx, input);
  }

  @Mutation('revokeDelegation')
  @RequirePermission('contract:agree')
  revokeDelegation(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: { readonly delegationId: string }) {
    return revokeDelegation(tx, input);
  }
}
