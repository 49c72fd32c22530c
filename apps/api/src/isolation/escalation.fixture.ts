// For houses.fixture.ts: somebody to call, who is on call, and a run with its calls, for one client.
import { createHash } from 'node:crypto';
import { newId } from '@daylight/api-platform';
import type { TestDatabase } from '@daylight/api-testing';
import { put } from './rows.fixture.js';

interface Seed {
  readonly db: TestDatabase;
  readonly of: { readonly provider_id: string; readonly tenant_id: string };
  /** Words that everybody of the client may read, and words for staff only. */
  readonly own: string;
  readonly staffOnly: string;
  readonly ticket: string;
  readonly agent: string;
}

const words = (text: string) => ({ ko: text, en: text });
const AT = '2026-03-02T00:00:00Z';
const minutes = (count: number) => ({ unit: 'WALL_MINUTES', minutes: count });

/** Ids of what was made. The schedule and the policy are the provider's, whichever client they were made with. */
export async function putEscalation(seed: Seed) {
  const { db, of, own, staffOnly, ticket, agent } = seed;
  const provider = { provider_id: of.provider_id };
  const [contact, schedule, policy, escalation] = [newId(), newId(), newId(), newId()];
  const channels = JSON.stringify([{ id: 'c1', kind: 'EMAIL', address: `${own}@call.example`, bouncedAt: null }]);
  const who = { side: 'CLIENT', name: `${own} contact`, role: own, place: 1, channels, languages: ['ko'] };
  const since = { zone: 'Asia/Seoul', valid_from: AT, updated_at: AT };
  await put(db, 'escalation_contact', { ...of, contact_id: contact, ...who, ...since });
  const layer = { id: 'l1', name: words(staffOnly), participants: [agent], startDate: '2026-01-05', endDate: null };
  const rotation = { kind: 'DAILY', handOver: '09:00' };
  const plan = { id: schedule, name: words(staffOnly), zone: 'Asia/Seoul', swaps: [], overrides: [] };
  const target = { kind: 'CONTACT', contactId: contact };
  const steps = [{ id: 's1', delay: minutes(0), targets: [target] }];
  const scope = { contractIds: [], priorities: [], types: [] };
  const ladder = { id: policy, scope, steps, repeats: 0, afterLastStep: minutes(5), fallback: [target] };
  const names = { name_ko: staffOnly, name_en: staffOnly, updated_at: AT };
  const planText = JSON.stringify({ ...plan, layers: [{ ...layer, rotation, hours: null }] });
  await put(db, 'on_call_schedule', { ...provider, schedule_id: schedule, ...names, document: planText });
  const staffLadder = JSON.stringify({ ...ladder, name: words(staffOnly) });
  await put(db, 'escalation_policy', { ...provider, policy_id: policy, ...names, document: staffLadder });
  const kept = { kind: 'POLICY', document_id: policy, version: 1, document: staffLadder, archived: false, at: AT };
  await put(db, 'escalation_document', { ...provider, ...kept });
  const ended = { state: 'ACKNOWLEDGED', started_at: AT, ended_at: AT, acknowledged_via: 'LINK' };
  const about = { ticket_id: ticket, priority: 'P1', ticket_type: 'INCIDENT', cause: 'AUTOMATIC' };
  const run = { ...of, escalation_id: escalation };
  const text = JSON.stringify({ ...ladder, name: words(own) });
  await put(db, 'escalation', {
    ...run,
    ...about,
    policy_id: policy,
    policy: text,
    ...ended,
    acknowledged_by: contact,
  });
  await put(db, 'escalation_event', {
    ...run,
    event_id: newId(),
    kind: 'ALARMED',
    at: AT,
    data: JSON.stringify({ said: own }),
  });
  const attempt = { attempt_id: `${escalation}:r1.s1.t1:${contact}`, slot_key: own, round: 1, step_id: own };
  const call = { target: JSON.stringify(target), contact_id: contact, due_at: AT, made_at: AT, late: false };
  const link = createHash('sha256').update(attempt.attempt_id).digest();
  await put(db, 'escalation_attempt', { ...run, ...attempt, ...call, link_hash: link });
  const delivery = { ...of, delivery_id: newId() };
  const way = {
    attempt_id: attempt.attempt_id,
    channel_id: own,
    channel: 'SMS',
    address: own,
    place: 0,
    created_at: AT,
  };
  await put(db, 'escalation_delivery', { ...delivery, ...way });
  await put(db, 'escalation_delivery_result', { ...delivery, outcome: 'FAILED', error: own, at: AT });
  return { contact, schedule, policy, escalation };
}
