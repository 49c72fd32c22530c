import { useLeave } from '@daylight/web-app';
import { SignOutDocument } from '../generated/door.js';
import { rememberTenant } from './client.js';

const forgetTenant = (): void => rememberTenant(null);

/** Ends the session and forgets which company was open. */
export const useSignOut = (): (() => Promise<void>) => useLeave(SignOutDocument, forgetTenant);
