import { existsSync, readFileSync } from 'node:fs';

/** Our own apps' documents by SHA-256: they send the hash, we know the text. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** Reads the manifest that codegen wrote; a missing one means that documents arrive as text. */
export function readTrustedDocuments(file: string): TrustedDocuments {
  if (!existsSync(file)) return new Map();
  const manifest: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(manifest));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The hash by which a request names its document, in its extensions; null: none. */
export function hashOf(extensions: unknown): string | null {
  if (!isRecord(extensions) || !isRecord(extensions['persistedQuery'])) return null;
  const hash = extensions['persistedQuery']['sha256Hash'];
  return typeof hash === 'string' ? hash : null;
}

/** Puts the text of a known document in place of its hash; anything else passes unchanged. */
export function withDocumentText(body: unknown, documents: TrustedDocuments): unknown {
  if (!isRecord(body) || !isRecord(body['extensions'])) return body;
  const hash = hashOf(body['extensions']);
  const query = hash === null ? undefined : documents.get(hash);
  if (query === undefined) return body;
  // The other extensions stay: the live stream knows its operations by one of them.
  const { persistedQuery: _, ...extensions } = body['extensions'];
  return { ...body, extensions, query };
}
