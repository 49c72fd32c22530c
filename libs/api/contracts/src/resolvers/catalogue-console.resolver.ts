import { StaffTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { serviceItems, tenantServiceItems, type ServiceItemPage } from '../queries/service-items.js';
import {
  createServiceItem,
  updateServiceItem,
  type CreateServiceItemInput,
  type UpdateServiceItemInput,
} from '../use-cases/save-service-item.js';

/** The provider's service catalogue. */
@Resolver()
export class CatalogueConsoleResolver {
  @Query('serviceItems')
  @RequirePermission('contract:read')
  serviceItems(@StaffTx() tx: Tx<StaffScope>, @Args() args: ServiceItemPage) {
    return serviceItems(tx, args);
  }

  @Query('tenantServiceItems')
  @RequirePermission('contract:read')
  tenantServiceItems(@StaffTx() tx: Tx<StaffScope>, @Args('tenantId') tenantId: string) {
    return tenantServiceItems(tx, tenantId);
  }

  @Mutation('createServiceItem')
  @RequirePermission('contract:edit')
  createServiceItem(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: CreateServiceItemInput) {
    return createServiceItem(tx, input);
  }

  @Mutation('updateServiceItem')
  @RequirePermission('contract:edit')
  updateServiceItem(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: UpdateServiceItemInput) {
    return updateServiceItem(tx, input);
  }
}
