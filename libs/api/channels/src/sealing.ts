import { seal, unseal, type SealedFor } from '@daylight/api-platform';

export type WebhookPart = 'url' | 'secret';

/** Bound to its webhook and column: a former secret was this webhook's secret, so it opens in either place. */
export function forWebhook(providerId: string, webhookId: string, part: WebhookPart): SealedFor {
  return { purpose: 'daylight webhook', owner: [providerId, webhookId, part] };
}

export function forGateway(providerId: string, gatewayId: string, name: string): SealedFor {
  return { purpose: 'daylight gateway', owner: [providerId, gatewayId, name] };
}

export { seal, unseal };
