import { createHmac } from 'node:crypto';
import { SECOND, type Instant } from '@daylight/domain';

/**
 * `X-Daylight-Signature: t=<seconds>,v1=<hex>`: HMAC-SHA256 of `<seconds>.<body>`, the same form in which Daylight takes
 * signed alerts. While a former secret still counts, it signs as well: `t=...,v1=<new>,v1=<former>`.
 */
export function signatureHeader(secrets: readonly string[], body: Buffer, at: Instant): string {
  const seconds = String(Math.floor(at / SECOND));
  const signed = secrets.map(
    (secret) => `v1=${createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex')}`,
  );
  return [`t=${seconds}`, ...signed].join(',');
}
