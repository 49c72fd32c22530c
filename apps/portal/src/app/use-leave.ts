import { useMutation, wipeDrafts } from '@daylight/web-data';
import { useCallback } from 'react';
import { SignOutDocument } from '../features/session/generated/session.js';
import { rememberTenant } from './client.js';
import { useRestart } from './restart.js';

/** Signs out: the session ends, drafts of this browser go, the cache is emptied. */
export function useLeave(): () => Promise<void> {
  const [, signOut] = useMutation(SignOutDocument);
  const restart = useRestart();
  return useCallback(async () => {
    const { error } = await signOut({});
    if (error !== undefined) return;
    await wipeDrafts();
    rememberTenant(null);
    restart();
  }, [signOut, restart]);
}
