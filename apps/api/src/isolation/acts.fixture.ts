// For houses.fixture.ts: what is written by a use case, as whoever would do it, and files.
import { asStaff, type Tx } from '@daylight/api-database';
import { newId, sha256 } from '@daylight/api-platform';
import { signInAs, type TestDatabase } from '@daylight/api-testing';
import { NOW, put, type RowsOf } from './rows.fixture.js';

export interface Acts {
  clientTx<T>(personId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  staffTx<T>(personId: string, work: (tx: ReturnType<typeof asStaff>) => Promise<T>): Promise<T>;
}

export const actsOf = (db: TestDatabase, providerId: string): Acts => ({
  clientTx: async (personId, work) => db.app.asPerson(await signInAs(db, { providerId, personId }, 'PORTAL'), work),
  staffTx: async (personId, work) =>
    db.app.asPerson(await signInAs(db, { providerId, personId }, 'CONSOLE'), (tx) => work(asStaff(tx))),
});

/** A stored file of one line; its id. */
export async function putFile(
  { db, of }: Pick<RowsOf, 'db' | 'of'>,
  { audience, word, by }: { readonly audience: string; readonly word: string; readonly by: string },
): Promise<string> {
  const [fileId, bytes] = [newId(), Buffer.from(word)];
  const facts = { media_type: 'text/plain', name: `${word}.txt`, sha256: sha256(word), size_bytes: bytes.length };
  await put(db, 'file', { ...of, file_id: fileId, audience, ...facts, uploaded_at: NOW, uploaded_by: by });
  await put(db, 'file_content', { provider_id: of.provider_id, file_id: fileId, bytes });
  return fileId;
}
