import { makeOperation, type Operation } from '@urql/core';
import { v4 as newKey } from 'uuid';

/** Reads the hash that codegen wrote into a document; null for documents made by hand in tests. */
export function documentHash(document: unknown): string | null {
  if (typeof document !== 'object' || document === null || !('__meta__' in document)) return null;
  const meta = document.__meta__;
  if (typeof meta !== 'object' || meta === null || !('hash' in meta)) return null;
  return typeof meta.hash === 'string' ? meta.hash : null;
}

/**
 * For a mutation, one Idempotency-Key that stays the same over all retries of that one wish. A caller that lets a
 * person press a button again for the *same* wish passes its own `idempotencyKey` in the context.
 */
export function withIdempotencyKey(operation: Operation): Operation {
  if (operation.kind !== 'mutation') return operation;
  const given: unknown = operation.context['idempotencyKey'];
  const key = typeof given === 'string' ? given : newKey();
  return makeOperation('mutation', operation, {
    ...operation.context,
    idempotencyKey: key,
    fetchOptions: { headers: { 'Idempotency-Key': key } },
  });
}

/** The hash of its trusted document instead of its text. */
export function withHash(operation: Operation, hash: string | undefined): Operation {
  if (hash === undefined || operation.kind === 'teardown') return operation;
  return { ...operation, extensions: { ...operation.extensions, persistedQuery: { version: 1, sha256Hash: hash } } };
}
