import { fileUrl, SessionProvider, type Session } from '@daylight/web-data';
import { FileAddressProvider, ZoneProvider } from '@daylight/web-ui';
import { useCallback, type ReactNode } from 'react';
import { AppLinks } from './links.js';

interface SignedInProps {
  readonly session: Session;
  readonly children: ReactNode;
}

/** What every page behind the door stands in: who it is for, their zone, links of the router, addresses of files. */
export function SignedIn({ session, children }: SignedInProps) {
  const { app, tenant } = session;
  const tenantId = tenant?.id ?? null;
  const address = useCallback((fileId: string) => fileUrl(app, fileId, tenantId), [app, tenantId]);
  return (
    <SessionProvider session={session}>
      <ZoneProvider zone={session.viewer.timeZone}>
        <FileAddressProvider address={address}>
          <AppLinks>{children}</AppLinks>
        </FileAddressProvider>
      </ZoneProvider>
    </SessionProvider>
  );
}
