import { createContext, useContext, type ReactNode } from 'react';

export interface SessionViewer {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly timeZone: string;
  readonly permissions: readonly string[];
}

export interface SessionTenant {
  readonly id: string;
  readonly name: string;
}

/** Who is signed in, and for which client organisation they are looking. */
export interface Session {
  /** At whose door they came in. */
  readonly app: 'portal' | 'console';
  readonly viewer: SessionViewer;
  /** Null in the console, where a page names its tenant itself. */
  readonly tenant: SessionTenant | null;
  readonly tenants: readonly SessionTenant[];
  readonly switchTenant: (tenantId: string) => void;
  readonly signOut: () => Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session; only below the sign-in gate. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession stands outside the sign-in gate');
  return session;
}
