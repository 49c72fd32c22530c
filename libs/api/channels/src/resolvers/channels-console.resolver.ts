import { isId } from '@daylight/api-calendars';
import { StaffTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { CONFIG, RequirePermission, type Config, type StaffScope } from '@daylight/api-platform';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { gatewayMessages, gateways } from '../gateways/gateway-view.js';
import { gatewayPresets, type GatewayChannel } from '../gateways/presets.js';
import { previewRequest } from '../gateways/preview-request.js';
import { renewReportUrl, saveGateway, type GatewayInput } from '../gateways/save-gateway.js';
import { testGateway } from '../gateways/test-message.js';
import { overdueSteps } from '../overdue/overdue.js';
import { replayWebhook, testWebhook } from '../webhooks/act-on-webhook.js';
import { webhookDeliveries, webhookDelivery, type DeliveryArgs } from '../webhooks/delivery-log.js';
import { renewWebhookSecret, saveWebhook } from '../webhooks/save-webhook.js';
import { topicList } from '../webhooks/topics.js';
import type { WebhookInput } from '../webhooks/webhook-input.js';
import { webhookRow, webhooks, webhookView } from '../webhooks/webhook-view.js';

type ChannelConfig = Pick<Config, 'DAYLIGHT_ORIGIN' | 'DAYLIGHT_SECRET' | 'DAYLIGHT_OUTBOUND_NETWORKS'>;

/** Webhooks and gateways of the provider, and what its worker is late with: for administrators. */
@Resolver()
export class ChannelsConsoleResolver {
  constructor(@Inject(CONFIG) private readonly config: ChannelConfig) {}

  private get setting() {
    const { DAYLIGHT_SECRET: secret, DAYLIGHT_OUTBOUND_NETWORKS: networks, DAYLIGHT_ORIGIN: origin } = this.config;
    return { secret, networks, origin };
  }

  @Query('webhooks')
  @RequirePermission('settings:manage')
  webhooks(@StaffTx() tx: Tx<StaffScope>) {
    return webhooks(tx);
  }

  @Query('webhook')
  @RequirePermission('settings:manage')
  async webhook(@StaffTx() tx: Tx<StaffScope>, @Args('webhookId') webhookId: string) {
    const row = isId(webhookId) ? await webhookRow(tx, webhookId) : null;
    return row === null ? null : webhookView(row, tx.now);
  }

  @Query('webhookTopics')
  @RequirePermission('settings:manage')
  webhookTopics(@StaffTx() tx: Tx<StaffScope>) {
    return topicList(tx.scope.language);
  }

  @Query('webhookDeliveries')
  @RequirePermission('settings:manage')
  webhookDeliveries(@StaffTx() tx: Tx<StaffScope>, @Args() args: DeliveryArgs) {
    return webhookDeliveries(tx, args);
  }

  @Query('webhookDelivery')
  @RequirePermission('settings:manage')
  webhookDelivery(@StaffTx() tx: Tx<StaffScope>, @Args('webhookDeliveryId') id: string) {
    return webhookDelivery(tx, id);
  }

  @Query('channelGateways')
  @RequirePermission('settings:manage')
  channelGateways(@StaffTx() tx: Tx<StaffScope>) {
    return gateways(tx);
  }

  @Query('gatewayPresets')
  @RequirePermission('settings:manage')
  gatewayPresets() {
    return gatewayPresets();
  }

  @Query('gatewayMessages')
  @RequirePermission('settings:manage')
  gatewayMessages(@StaffTx() tx: Tx<StaffScope>, @Args() args: ForwardPage & { readonly gatewayId: string }) {
    return gatewayMessages(tx, args);
  }

  @Query('previewGatewayRequest')
  @RequirePermission('settings:manage')
  previewGatewayRequest(
    @StaffTx() tx: Tx<StaffScope>,
    @Args() args: { readonly channel: GatewayChannel; readonly template: unknown },
  ) {
    return previewRequest(args.template, this.setting.networks, tx.scope.language);
  }

  @Query('overdueSteps')
  @RequirePermission('settings:manage')
  overdueSteps(@StaffTx() tx: Tx<StaffScope>) {
    return overdueSteps(tx);
  }

  @Mutation('saveWebhook')
  @RequirePermission('settings:manage')
  saveWebhook(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: WebhookInput) {
    return saveWebhook(tx, input, this.setting);
  }

  @Mutation('renewWebhookSecret')
  @RequirePermission('settings:manage')
  renewWebhookSecret(
    @StaffTx() tx: Tx<StaffScope>,
    @Args('input') input: { readonly webhookId: string; readonly overlapHours: number },
  ) {
    return renewWebhookSecret(tx, input, this.setting);
  }

  @Mutation('testWebhook')
  @RequirePermission('settings:manage')
  testWebhook(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: { readonly webhookId: string }) {
    return testWebhook(tx, input, this.setting);
  }

  @Mutation('replayWebhook')
  @RequirePermission('settings:manage')
  replayWebhook(
    @StaffTx() tx: Tx<StaffScope>,
    @Args('input') input: { readonly webhookId: string; readonly webhookDeliveryId?: string | null },
  ) {
    return replayWebhook(tx, input);
  }

  @Mutation('saveChannelGateway')
  @RequirePermission('settings:manage')
  saveChannelGateway(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: GatewayInput) {
    return saveGateway(tx, input, this.setting);
  }

  @Mutation('renewReportUrl')
  @RequirePermission('settings:manage')
  renewReportUrl(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: { readonly gatewayId: string }) {
    return renewReportUrl(tx, input, this.setting);
  }

  @Mutation('testChannelGateway')
  @RequirePermission('settings:manage')
  testChannelGateway(
    @StaffTx() tx: Tx<StaffScope>,
    @Args('input') input: { readonly gatewayId: string; readonly address: string },
  ) {
    return testGateway(tx, input);
  }
}
