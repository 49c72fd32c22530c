import { existsSync, readFileSync } from 'node:fs';

/** Our own apps' documents by SHA-256: they send the hash, we know the text. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** Reads the manifest that codegen wrote; a missing one means that documents arrive as text. */
export function readTrustedDocuments(file: string): TrustedDocuments {
  if (!existsSync(file)) return new Map();
  const manifest: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(manifest));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Puts the text of a known document in place of its hash; anything else passes unchanged. */
export function withDocumentText(body: unknown, documents: TrustedDocuments): unknown {
  if (!isRecord(body) || !isRecord(body['extensions']) || !isRecord(body['extensions']['persistedQuery'])) return body;
  const hash = body['extensions']['persistedQuery']['sha256Hash'];
  const query = typeof hash === 'string' ? documents.get(hash) : undefined;
  if (query === undefined) return body;
  // The other extensions stay: the live stream knows its operations by one of them.
  const { persistedQuery: _, ...extensions } = body['extensions'];
  return { ...body, extensions, query };
}
