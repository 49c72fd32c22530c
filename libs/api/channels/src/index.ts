export { ChannelsConsoleModule } from './channels.modules.js';
export {
  channelDesk,
  type ChannelDesk,
  type ChannelMessage,
  type DeskSetting,
  type HandedOver,
} from './gateways/channel-desk.js';
export type { GatewayAnswer } from './gateways/read-answer.js';
export { registerReports } from './gateways/register-reports.js';
export { reportHandler } from './gateways/report-handler.js';
export { saveGateway, type GatewayInput, type GatewaySetting } from './gateways/save-gateway.js';
export { gatewayTestHandler } from './gateways/test-message.js';
export { checkedLookup, OUTBOUND_LIMITS, type OutboundLimits } from './outbound/send-request.js';
export { chatBody, type ChatCard } from './webhooks/chat-card.js';
export { webhookHandler, type WebhookSetting } from './webhooks/deliver-webhook.js';
export { saveWebhook } from './webhooks/save-webhook.js';
export { webhookSubscriber } from './webhooks/tell-webhooks.js';
