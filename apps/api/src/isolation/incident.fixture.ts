// For houses.fixture.ts: somebody who looks at an alert, a secret that was refused, and notes left at the end of a shift, one of them read.
import { newId } from '@daylight/api-platform';
import type { TestDatabase } from '@daylight/api-testing';
import { NOW, put } from './rows.fixture.js';

interface Seed {
  readonly db: TestDatabase;
  readonly of: { readonly provider_id: string; readonly tenant_id: string };
  readonly alert: string;
  readonly source: string;
  readonly schedule: string;
  /** Whoever looks: one alert at a time, so another person for each client. */
  readonly viewer: string;
  /** Whoever left the notes, and the colleague who has read one of them. */
  readonly agent: string;
  readonly reader: string;
  /** Words for staff only. */
  readonly staffOnly: string;
}

/** Ids of what was made. The note, which nobody has read, is the provider's, whichever client it was made with. */
export async function putIncident({ db, of, alert, source, schedule, viewer, agent, reader, staffOnly }: Seed) {
  const lease = { lease_until: new Date('2099-01-01') };
  await put(db, 'alert_presence', { ...of, person_id: viewer, alert_id: alert, ...lease });
  await put(db, 'intake_refusal', { ...of, source_id: source, why: 'WRONG', count: 3, last_at: NOW });
  const note = newId();
  const said = { schedule_id: schedule, from_person: agent, body: staffOnly, written_at: NOW };
  const left = { provider_id: of.provider_id, ...said };
  await put(db, 'on_call_hand_over', { ...left, note_id: note });
  await put(db, 'on_call_hand_over', { ...left, note_id: newId(), read_by: reader, read_at: NOW });
  return { note };
}
