// For houses.fixture.ts: a source of one client, what it sent, and an alert that waits in triage.
import { createHash } from 'node:crypto';
import { newId } from '@daylight/api-platform';
import type { TestDatabase } from '@daylight/api-testing';
import { NOW, put } from './rows.fixture.js';

interface Seed {
  readonly db: TestDatabase;
  readonly of: { readonly provider_id: string; readonly tenant_id: string };
  /** Words that everybody of the client may read, and words about it for staff only. */
  readonly own: string;
  readonly internal: string;
  readonly service: string;
}

/** Ids of what was made. Every source has the same fingerprint (T13). */
export async function putMonitoring({ db, of, own, internal, service }: Seed) {
  const [source, delivery, alert] = [newId(), newId(), newId()];
  const key = { key_hash: createHash('sha256').update(source).digest(), key_hint: 'abcd' };
  const rules = { auth: 'KEY', group_by: 'LABELS', group_labels: [internal], ticket_from: 'NEVER', ticket_limit: 20 };
  const limits = { per_minute: 60, max_bytes: 65_536, created_at: NOW, updated_at: NOW };
  const named = { name: internal, vendor: 'generic', service_item_id: service, topic: internal };
  await put(db, 'alert_source', { ...of, source_id: source, ...named, ...key, ...rules, ...limits });
  const came = { vendor: 'generic', received_at: NOW, headers: JSON.stringify({ 'user-agent': internal }) };
  const body = Buffer.from(JSON.stringify({ title: internal }));
  const kept = { body, bytes: body.length, state: 'RECEIVED', detail: internal, replay_key: 'same-key' };
  await put(db, 'intake_delivery', { ...of, delivery_id: delivery, source_id: source, ...came, ...kept });
  const about = {
    alert_id: alert,
    source_id: source,
    service_item_id: service,
    fingerprint: 'same',
    group_key: 'same',
  };
  const words = { title: `${own} alert`, description: own, severity: 'HIGH', labels: JSON.stringify({ host: own }) };
  const when = { first_at: NOW, last_at: NOW, since: NOW };
  await put(db, 'alert', { ...of, ...about, ...words, ...when, state: 'FIRING', signals: 1 });
  await put(db, 'alert_change', {
    ...of,
    change_id: newId(),
    alert_id: alert,
    kind: 'FIRED',
    at: NOW,
    delivery_id: delivery,
  });
  return { source, delivery, alert };
}
