// For houses.fixture.ts: work of one client that was given up, and a letter that somebody discarded.
import { newId } from '@daylight/api-platform';
import type { TestDatabase } from '@daylight/api-testing';
import { NOW, put } from './rows.fixture.js';

interface Seed {
  readonly db: TestDatabase;
  readonly of: { readonly provider_id: string; readonly tenant_id: string };
  readonly own: string;
  readonly by: string;
}

export async function putDeadLetters({ db, of, own, by }: Seed): Promise<{ readonly deadLetter: string }> {
  const deadLetter = newId();
  const job = { queue: 'nothing', payload: { topic: own }, run_at: new Date('2099-01-01'), dead_at: NOW };
  await put(db, 'job', { ...of, job_id: deadLetter, ...job, attempts: 8, last_error: own });
  const letter = { letter_id: newId(), queue: 'nothing', detail: own, error: own, attempts: 8, reason: own };
  await put(db, 'discarded_letter', { ...of, discard_id: newId(), ...letter, discarded_at: NOW, discarded_by: by });
  return { deadLetter };
}
