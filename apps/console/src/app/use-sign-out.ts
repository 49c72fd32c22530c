import { useLeave } from '@daylight/web-app';
import { SignOutDocument } from '../features/session/generated/session.js';

/** Ends the session. */
export const useSignOut = (): (() => Promise<void>) => useLeave(SignOutDocument);
