import { ClientTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { RequirePermission, type ClientScope } from '@daylight/api-platform';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { clientAlerts } from '../queries/alerts.js';

@Resolver()
export class MonitoringPortalResolver {
  @Query('alerts')
  @RequirePermission('alert:read')
  alerts(@ClientTx() tx: Tx<ClientScope>, @Args() args: ForwardPage & { readonly firingOnly: boolean }) {
    return clientAlerts(tx, args);
  }
}
