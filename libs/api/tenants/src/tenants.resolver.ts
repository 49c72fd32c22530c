import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { StaffTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { findTenant, listTenants, type TenantArgs } from './tenant-queries.js';
import {
  changeTenantStage,
  createTenant,
  editTenant,
  type ChangeTenantStageInput,
  type CreateTenantInput,
  type EditTenantInput,
} from './tenants.js';

@Resolver()
export class ConsoleTenantsResolver {
  @Query('tenants')
  @RequirePermission('tenant:read')
  tenants(@StaffTx() tx: Tx<StaffScope>, @Args() args: TenantArgs) {
    return listTenants(tx, args);
  }

  @Query('tenant')
  @RequirePermission('tenant:read')
  tenant(@StaffTx() tx: Tx<StaffScope>, @Args('id') id: string) {
    return findTenant(tx, id);
  }

  @Mutation('createTenant')
  @RequirePermission('tenant:create')
  createTenant(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: CreateTenantInput) {
    return createTenant(tx, input);
  }

  @Mutation('editTenant')
  @RequirePermission('tenant:edit')
  editTenant(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: EditTenantInput) {
    return editTenant(tx, input);
  }

  @Mutation('changeTenantStage')
  @RequirePermission('tenant:edit')
  changeTenantStage(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: ChangeTenantStageInput) {
    return changeTenantStage(tx, input);
  }
}
