// For houses.fixture.ts: a webhook of one client with a delivery that is late, and a gateway of the provider that carried a message.
import { createHash } from 'node:crypto';
import { newId } from '@daylight/api-platform';
import type { TestDatabase } from '@daylight/api-testing';
import { NOW, put } from './rows.fixture.js';

interface Seed {
  readonly db: TestDatabase;
  readonly of: { readonly provider_id: string; readonly tenant_id: string };
  /** Words for staff who reach the client, and for all staff of the provider. */
  readonly internal: string;
  readonly staffOnly: string;
  readonly by: string;
}

const LATE = new Date('2026-03-02T00:00:00Z');

/** Ids of what was made. The gateway is the provider's, whichever client it was made with. */
export async function putChannels({ db, of, internal, staffOnly, by }: Seed) {
  const [webhook, webhookDelivery, gateway] = [newId(), newId(), newId()];
  const provider = { provider_id: of.provider_id };
  const made = { created_at: NOW, updated_at: NOW, updated_by: by };
  const sealed = { url_sealed: Buffer.from(internal), secret_sealed: Buffer.from(internal), url_hint: internal };
  const told = { format: 'DAYLIGHT', language: 'ko', topics: ['ticket.opened'], active: true };
  await put(db, 'webhook', { ...of, webhook_id: webhook, name: internal, ...sealed, ...told, ...made });
  const event = { event_id: newId(), topic: 'ticket.opened', body: JSON.stringify({ said: internal }) };
  const late = { state: 'QUEUED', next_at: LATE, created_at: LATE, last_error: internal };
  await put(db, 'webhook_delivery', { ...of, delivery_id: webhookDelivery, webhook_id: webhook, ...event, ...late });
  const tried = { attempt_id: newId(), delivery_id: webhookDelivery, at: LATE, error: internal, response: internal };
  await put(db, 'webhook_attempt', { ...provider, ...tried, duration_ms: 5 });
  const template = JSON.stringify({ url: `https://${staffOnly}.example/`, reports: null });
  const report = createHash('sha256').update(gateway).digest();
  const way = { channel: 'SMS', name: staffOnly, preset: 'JSON', template, active: false, report_hash: report };
  await put(db, 'channel_gateway', { ...provider, gateway_id: gateway, ...way, ...made });
  await put(db, 'gateway_secret', { ...provider, gateway_id: gateway, name: 'token', sealed: Buffer.from(staffOnly) });
  const message = { message_id: newId(), gateway_id: gateway, is_test: false, address: internal, state: 'SENT' };
  await put(db, 'gateway_message', { ...of, ...message, reference: internal, response: internal, created_at: NOW });
  const reported = { report_id: newId(), gateway_id: gateway, received_at: NOW, body: Buffer.from(staffOnly) };
  await put(db, 'gateway_report', { ...provider, ...reported, state: 'DONE' });
  return { webhook, webhookDelivery, gateway };
}
