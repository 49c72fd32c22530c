import { useMutation, wipeDrafts, type TypedDocumentNode } from '@daylight/web-data';
import { useCallback } from 'react';
import { useRestart } from './restart.js';

type Nothing = Readonly<Record<string, never>>;

/** Signs out: the session ends, drafts of this browser go, what `forget` remembers too, and the cache is emptied. */
export function useLeave(document: TypedDocumentNode<unknown, Nothing>, forget?: () => void): () => Promise<void> {
  const [, signOut] = useMutation(document);
  const restart = useRestart();
  return useCallback(async () => {
    const { error } = await signOut({});
    if (error !== undefined) return;
    await wipeDrafts();
    forget?.();
    restart();
  }, [signOut, restart, forget]);
}
