// For houses.fixture.ts: when a person's mails come, one that waits for that, and an address that mail came back from.
import { newId } from '@daylight/api-platform';
import type { TestDatabase } from '@daylight/api-testing';
import { NOW, put } from './rows.fixture.js';

interface Seed {
  readonly db: TestDatabase;
  readonly of: { readonly provider_id: string; readonly tenant_id: string };
  /** Words that everybody of the client may read. */
  readonly own: string;
  readonly personId: string;
  readonly mail: string;
}

/** Ids of what was made. */
export async function putMailOut({ db, of, own, personId, mail }: Seed) {
  const person = { provider_id: of.provider_id, person_id: personId };
  const digest = { digest: 'WEEKLY', digest_hour: 8, digest_weekday: 1, updated_at: NOW };
  await put(db, 'mail_timing', { ...person, ...digest });
  const payload = JSON.stringify({ template: 'TICKET_OPENED', personId, ids: {} });
  const waits = { held_id: newId(), payload, in_digest: true, held_at: NOW, due_at: new Date('2099-01-01') };
  await put(db, 'mail_held', { ...of, ...waits, person_id: personId });
  const [{ email } = { email: '' }] = await db.owner<{ email: string }>(
    'select email from person where person_id = $1',
    [personId],
  );
  const trouble = newId();
  const came = { address: email, kind: 'HARD', status: '5.1.1', said: own, at: NOW, mail_id: mail };
  await put(db, 'mail_address_trouble', { ...of, trouble_id: trouble, person_id: personId, ...came });
  return { trouble };
}
