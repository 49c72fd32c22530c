import { useLeave } from '@daylight/web-app';
import { SignOutDocument } from '../generated/door.js';

/** Ends the session. */
export const useSignOut = (): (() => Promise<void>) => useLeave(SignOutDocument);
