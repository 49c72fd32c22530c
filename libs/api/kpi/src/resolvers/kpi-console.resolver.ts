import { StaffTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import type { PeriodUnit } from '@daylight/domain';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { exportKpis } from '../queries/export-kpis.js';
import { kpiApprovals, type KpiApprovalsArgs } from '../queries/kpi-approvals.js';
import { kpiItems, type KpiItemsArgs } from '../queries/kpi-items.js';
import { kpiPage, type KpiPageArgs } from '../queries/kpi-page.js';
import { kpiPeriods } from '../queries/kpi-periods.js';
import { kpiServices } from '../queries/kpi-services.js';

/** The figures of any client in the reader's reach. */
@Resolver()
export class KpiConsoleResolver {
  @Query('kpis')
  @RequirePermission('kpi:read')
  kpis(@StaffTx() tx: Tx<StaffScope>, @Args() args: KpiPageArgs) {
    return kpiPage(tx, args);
  }

  @Query('kpiItems')
  @RequirePermission('kpi:read')
  kpiItems(@StaffTx() tx: Tx<StaffScope>, @Args() args: KpiItemsArgs) {
    return kpiItems(tx, args);
  }

  @Query('kpiApprovals')
  @RequirePermission('kpi:read')
  kpiApprovals(@StaffTx() tx: Tx<StaffScope>, @Args() args: KpiApprovalsArgs) {
    return kpiApprovals(tx, args);
  }

  @Query('kpiServices')
  @RequirePermission('kpi:read')
  kpiServices(@StaffTx() tx: Tx<StaffScope>, @Args() args: { readonly tenantId: string; readonly period: string }) {
    return kpiServices(tx, args);
  }

  @Query('kpiPeriods')
  @RequirePermission('kpi:read')
  kpiPeriods(@StaffTx() tx: Tx<StaffScope>, @Args('tenantId') tenantId: string, @Args('unit') unit: PeriodUnit) {
    return kpiPeriods(tx, tenantId, unit);
  }

  @Query('exportKpis')
  @RequirePermission('kpi:export')
  exportKpis(@StaffTx() tx: Tx<StaffScope>, @Args() args: { readonly tenantId: string; readonly period: string }) {
    return exportKpis(tx, args);
  }
}
