import { StaffTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { proposeExclusion, withdrawExclusion, type NewClaim } from '../exclusions/claim.js';
import { announceMaintenance, moveMaintenance, type NewWindow } from '../maintenance/announce.js';
import { maintenancePreview, type PreviewAsked } from '../maintenance/preview.js';
import { cancelMaintenance, endMaintenance, startMaintenance, type RunInput } from '../maintenance/run.js';
import { windowById, windowPage } from '../maintenance/window-view.js';
import {
  closeOutage,
  correctOutage,
  openOutage,
  postOutageUpdate,
  withdrawOutage,
  type CloseOutage,
  type CorrectOutage,
  type NewOutage,
  type PostUpdate,
} from '../outages/change-outage.js';
import { measurementList, recordMeasurement, type MeasurementInput } from '../outages/measurements.js';
import { outageRules, saveOutageRule, type RuleInput } from '../outages/outage-rules.js';
import { outageById, outagePage, type OutagesAsked } from '../outages/outage-view.js';

/** What happens to services: outages, planned work, exclusions, and what was watched. */
@Resolver()
export class IncidentsConsoleResolver {
  @Query('outages')
  @RequirePermission('outage:read')
  outages(@StaffTx() tx: Tx<StaffScope>, @Args() args: OutagesAsked) {
    return outagePage(tx, args);
  }

  @Query('outage')
  @RequirePermission('outage:read')
  outage(@StaffTx() tx: Tx<StaffScope>, @Args('id') id: string) {
    return outageById(tx, id);
  }

  @Query('maintenanceWindows')
  @RequirePermission('maintenance:read')
  maintenanceWindows(@StaffTx() tx: Tx<StaffScope>, @Args() args: ForwardPage & Parameters<typeof windowPage>[1]) {
    return windowPage(tx, args);
  }

  @Query('maintenanceWindow')
  @RequirePermission('maintenance:read')
  maintenanceWindow(@StaffTx() tx: Tx<StaffScope>, @Args('id') id: string) {
    return windowById(tx, id);
  }

  @Query('maintenancePreview')
  @RequirePermission('maintenance:announce')
  maintenancePreview(@StaffTx() tx: Tx<StaffScope>, @Args() args: PreviewAsked) {
    return maintenancePreview(tx, args);
  }

  @Query('outageRules')
  @RequirePermission('alert:read')
  outageRules(@StaffTx() tx: Tx<StaffScope>, @Args('tenantId') tenantId?: string | null) {
    return outageRules(tx, tenantId ?? null);
  }

  @Query('measurements')
  @RequirePermission('outage:read')
  measurements(@StaffTx() tx: Tx<StaffScope>, @Args() args: Parameters<typeof measurementList>[1]) {
    return measurementList(tx, args);
  }

  @Mutation('openOutage')
  @RequirePermission('outage:report')
  openOutage(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: NewOutage) {
    return openOutage(tx, input);
  }

  @Mutation('closeOutage')
  @RequirePermission('outage:report')
  closeOutage(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: CloseOutage) {
    return closeOutage(tx, input);
  }

  @Mutation('postOutageUpdate')
  @RequirePermission('outage:report')
  postOutageUpdate(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: PostUpdate) {
    return postOutageUpdate(tx, input);
  }

  @Mutation('correctOutage')
  @RequirePermission('outage:correct')
  correctOutage(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: CorrectOutage) {
    return correctOutage(tx, input);
  }

  @Mutation('withdrawOutage')
  @RequirePermission('outage:correct')
  withdrawOutage(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof withdrawOutage>[1]) {
    return withdrawOutage(tx, input);
  }

  @Mutation('proposeExclusion')
  @RequirePermission('outage:correct')
  proposeExclusion(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: NewClaim) {
    return proposeExclusion(tx, input);
  }

  @Mutation('withdrawExclusion')
  @RequirePermission('outage:correct')
  withdrawExclusion(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof withdrawExclusion>[1]) {
    return withdrawExclusion(tx, input);
  }

  @Mutation('announceMaintenance')
  @RequirePermission('maintenance:announce')
  announceMaintenance(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: NewWindow) {
    return announceMaintenance(tx, input);
  }

  @Mutation('moveMaintenance')
  @RequirePermission('maintenance:announce')
  moveMaintenance(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof moveMaintenance>[1]) {
    return moveMaintenance(tx, input);
  }

  @Mutation('startMaintenance')
  @RequirePermission('maintenance:announce')
  startMaintenance(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: RunInput) {
    return startMaintenance(tx, input);
  }

  @Mutation('endMaintenance')
  @RequirePermission('maintenance:announce')
  endMaintenance(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: RunInput) {
    return endMaintenance(tx, input);
  }

  @Mutation('cancelMaintenance')
  @RequirePermission('maintenance:announce')
  cancelMaintenance(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof cancelMaintenance>[1]) {
    return cancelMaintenance(tx, input);
  }

  @Mutation('saveOutageRule')
  @RequirePermission('alert-source:manage')
  saveOutageRule(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: RuleInput) {
    return saveOutageRule(tx, input);
  }

  @Mutation('recordMeasurement')
  @RequirePermission('outage:correct')
  recordMeasurement(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: MeasurementInput) {
    return recordMeasurement(tx, input);
  }
}
