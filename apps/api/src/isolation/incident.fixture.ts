// For houses.fixture.ts: somebody who looks at an alert, a secret that was refused, and a note left at the end of a shift.
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
  readonly agent: string;
  /** Words for staff only. */
  readonly staffOnly: string;
}

/** Ids of what was made. The note is the provider's, whichever client it was made with. */
export async function putIncident({ db, of, alert, source, schedule, viewer, agent, staffOnly }: Seed) {
  const lease = { lease_until: new Date('2099-01-01') };
  await put(db, 'alert_presence', { ...of, person_id: viewer, alert_id: alert, ...lease });
  await put(db, 'intake_refusal', { ...of, source_id: source, why: 'WRONG', count: 3, last_at: NOW });
  const note = newId();
  const said = { from_person: agent, body: staffOnly, written_at: NOW };
  await put(db, 'on_call_hand_over', { provider_id: of.provider_id, note_id: note, schedule_id: schedule, ...said });
  return { note };
}
