import { ClientTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type ClientScope } from '@daylight/api-platform';
import type { PeriodUnit } from '@daylight/domain';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { exportKpis } from '../queries/export-kpis.js';
import { kpiApprovals, type KpiApprovalsArgs } from '../queries/kpi-approvals.js';
import { kpiItems, type KpiItemsArgs } from '../queries/kpi-items.js';
import { kpiPage, type KpiPageArgs } from '../queries/kpi-page.js';
import { kpiPeriods } from '../queries/kpi-periods.js';
import { kpiServices } from '../queries/kpi-services.js';

/** The figures of the reader's company. */
@Resolver()
export class KpiPortalResolver {
  @Query('kpis')
  @RequirePermission('kpi:read')
  kpis(@ClientTx() tx: Tx<ClientScope>, @Args() args: Omit<KpiPageArgs, 'tenantId'>) {
    return kpiPage(tx, { ...args, tenantId: tx.scope.tenantId });
  }

  @Query('kpiItems')
  @RequirePermission('kpi:read')
  kpiItems(@ClientTx() tx: Tx<ClientScope>, @Args() args: Omit<KpiItemsArgs, 'tenantId'>) {
    return kpiItems(tx, { ...args, tenantId: tx.scope.tenantId });
  }

  @Query('kpiApprovals')
  @RequirePermission('kpi:read')
  kpiApprovals(@ClientTx() tx: Tx<ClientScope>, @Args() args: Omit<KpiApprovalsArgs, 'tenantId'>) {
    return kpiApprovals(tx, { ...args, tenantId: tx.scope.tenantId });
  }

  @Query('kpiServices')
  @RequirePermission('kpi:read')
  kpiServices(@ClientTx() tx: Tx<ClientScope>, @Args('period') period: string) {
    return kpiServices(tx, { tenantId: tx.scope.tenantId, period });
  }

  @Query('kpiPeriods')
  @RequirePermission('kpi:read')
  kpiPeriods(@ClientTx() tx: Tx<ClientScope>, @Args('unit') unit: PeriodUnit) {
    return kpiPeriods(tx, tx.scope.tenantId, unit);
  }

  @Query('exportKpis')
  @RequirePermission('kpi:export')
  exportKpis(@ClientTx() tx: Tx<ClientScope>, @Args('period') period: string) {
    return exportKpis(tx, { tenantId: tx.scope.tenantId, period });
  }
}
