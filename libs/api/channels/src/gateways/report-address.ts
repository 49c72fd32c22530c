import { createHmac } from 'node:crypto';

/**
 * The secret end of the address at which a gateway reports deliveries: derived from the installation's secret, so that it can
 * stand in each request though the database keeps its hash only. Another `version` is another address.
 */
export function reportToken(secret: string, gatewayId: string, version: number): string {
  return createHmac('sha256', secret).update(`gateway-report:${gatewayId}:${version}`).digest('base64url');
}

export const reportUrl = (origin: string, token: string): string => `${origin.replace(/\/+$/, '')}/reports/${token}`;
