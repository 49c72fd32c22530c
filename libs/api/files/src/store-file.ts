import { createHash } from 'node:crypto';
import type { Tx } from '@daylight/api-database';
import { newId, type PersonScope, type SystemScope } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';
import { safeFileName, safeMediaType } from './file-name.js';
import { FileContentRow } from './model/file-content.row.js';
import { FileRow, type FileAudience } from './model/file.row.js';

/** 25 MiB; the database holds the same bound. */
export const LARGEST_FILE_BYTES = 26_214_400;

export interface NewFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** Default LINKED: to be hung on something by its uploader. */
  readonly audience?: FileAudience;
  /** The client it belongs to; a client user's own is taken. null: staff's, until it hangs on something. */
  readonly tenantId?: string | null;
}

export interface StoredFile {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly uploadedAt: Instant;
}

export type StoreOutcome =
  { readonly kind: 'stored'; readonly file: StoredFile } | { readonly kind: 'too-large'; readonly limitBytes: number };

/** Keeps a file: its bytes, their digest, and who may see it. */
export async function storeFile(tx: Tx<PersonScope | SystemScope>, file: NewFile): Promise<StoreOutcome> {
  const { bytes } = file;
  if (bytes.length > LARGEST_FILE_BYTES) return { kind: 'too-large', limitBytes: LARGEST_FILE_BYTES };
  const { providerId, personId, tenantId } = tx.scope;
  const stored: StoredFile = {
    ...{ fileId: newId(), name: safeFileName(file.name), mediaType: safeMediaType(file.mediaType) },
    ...{ sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), uploadedAt: tx.now },
  };
  const kept = { providerId, tenantId: tenantId ?? file.tenantId ?? null, audience: file.audience ?? 'LINKED' };
  await tx.rows.insert(FileRow, { ...stored, ...kept, uploadedBy: personId });
  await tx.rows.insert(FileContentRow, { providerId, fileId: stored.fileId, bytes });
  return { kind: 'stored', file: stored };
}
