import { Inject } from '@nestjs/common';
import { StaffTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { CONFIG, RequirePermission, type Config, type StaffScope } from '@daylight/api-platform';
import { isId } from '@daylight/api-calendars';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { triagePage, type AlertView } from '../queries/alerts.js';
import { deliveryDetail, deliveryPage, previewSignals, replayDeliveries } from '../queries/deliveries.js';
import { renewSource, saveSource, type IntakeSetting } from '../sources/save-source.js';
import type { SourceInput } from '../sources/source-input.js';
import { sourceList, sourceRow, sourceView } from '../sources/source-view.js';
import { attachAlert, openAlertTicket, returnAlert } from '../triage/tickets.js';
import { claimAlert, snoozeAlert, suppressAlert, type OnAlert } from '../triage/triage.js';

@Resolver()
export class MonitoringConsoleResolver {
  private readonly setting: IntakeSetting;

  constructor(@Inject(CONFIG) config: Pick<Config, 'DAYLIGHT_ORIGIN' | 'DAYLIGHT_SECRET'>) {
    this.setting = { origin: config.DAYLIGHT_ORIGIN, secret: config.DAYLIGHT_SECRET };
  }

  @Query('alertSources')
  @RequirePermission('alert:read')
  async alertSources(@StaffTx() tx: Tx<StaffScope>, @Args('tenantId') tenantId?: string | null) {
    return tenantId != null && !isId(tenantId) ? [] : sourceList(tx, tenantId ?? null);
  }

  @Query('alertSource')
  @RequirePermission('alert:read')
  async alertSource(@StaffTx() tx: Tx<StaffScope>, @Args('sourceId') sourceId: string) {
    const row = isId(sourceId) ? await sourceRow(tx, sourceId) : null;
    return row === null ? null : sourceView(row, tx.now);
  }

  @Query('intakeDeliveries')
  @RequirePermission('alert:read')
  intakeDeliveries(
    @StaffTx() tx: Tx<StaffScope>,
    @Args() args: ForwardPage & { readonly sourceId: string; readonly state?: string | null },
  ) {
    return deliveryPage(tx, args);
  }

  @Query('intakeDelivery')
  @RequirePermission('alert:read')
  intakeDelivery(@StaffTx() tx: Tx<StaffScope>, @Args('deliveryId') deliveryId: string) {
    return deliveryDetail(tx, deliveryId);
  }

  @Query('previewSignals')
  @RequirePermission('alert-source:manage')
  previewSignals(
    @StaffTx() tx: Tx<StaffScope>,
    @Args() args: { readonly vendor: string; readonly body: string; readonly mapping?: unknown },
  ) {
    return previewSignals(tx, args);
  }

  @Query('triageAlerts')
  @RequirePermission('alert:read')
  triageAlerts(
    @StaffTx() tx: Tx<StaffScope>,
    @Args()
    args: ForwardPage & {
      readonly view: AlertView;
      readonly tenantId?: string | null;
      readonly sourceId?: string | null;
    },
  ) {
    return triagePage(tx, args);
  }

  @Mutation('saveAlertSource')
  @RequirePermission('alert-source:manage')
  saveAlertSource(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: SourceInput) {
    return saveSource(tx, input, this.setting);
  }

  @Mutation('renewAlertSource')
  @RequirePermission('alert-source:manage')
  renewAlertSource(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof renewSource>[1]) {
    return renewSource(tx, input, this.setting);
  }

  @Mutation('replayDeliveries')
  @RequirePermission('alert-source:manage')
  replayDeliveries(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof replayDeliveries>[1]) {
    return replayDeliveries(tx, input);
  }

  @Mutation('openAlertTicket')
  @RequirePermission('ticket:open')
  openAlertTicket(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof openAlertTicket>[1]) {
    return openAlertTicket(tx, input);
  }

  @Mutation('attachAlert')
  @RequirePermission('ticket:open')
  attachAlert(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof attachAlert>[1]) {
    return attachAlert(tx, input);
  }

  @Mutation('suppressAlert')
  @RequirePermission('ticket:open')
  suppressAlert(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof suppressAlert>[1]) {
    return suppressAlert(tx, input);
  }

  @Mutation('snoozeAlert')
  @RequirePermission('ticket:open')
  snoozeAlert(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: Parameters<typeof snoozeAlert>[1]) {
    return snoozeAlert(tx, input);
  }

  @Mutation('claimAlert')
  @RequirePermission('ticket:open')
  claimAlert(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: OnAlert) {
    return claimAlert(tx, input);
  }

  @Mutation('returnAlert')
  @RequirePermission('ticket:open')
  returnAlert(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: OnAlert) {
    return returnAlert(tx, input);
  }
}
