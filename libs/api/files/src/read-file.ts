import { statement, type Tx } from '@daylight/api-database';

const READ = statement<{ name: string; media_type: string; sha256: string; bytes: Buffer }>(
  'file-read',
  `select f.name, f.media_type, f.sha256, c.bytes from file f
   join file_content c on c.provider_id = f.provider_id and c.file_id = f.file_id
   where f.provider_id = $1 and f.file_id = $2`,
);
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface FileWithBytes {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** A file that the caller may see, with its bytes; null: none, or not theirs. */
export async function readFile(tx: Tx, fileId: string): Promise<FileWithBytes | null> {
  if (!ID.test(fileId)) return null;
  const [row] = await tx.query(READ, [tx.scope.providerId, fileId]);
  if (row === undefined) return null;
  return { name: row.name, mediaType: row.media_type, sha256: row.sha256, bytes: row.bytes };
}
