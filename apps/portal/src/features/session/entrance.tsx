import { AppLinks, OfflineBanner, Switches } from '@daylight/web-app';
import { GatePage, SignInScene } from '@daylight/web-ui';
import { useEffect, type ReactNode } from 'react';

interface EntranceProps {
  readonly title: string;
  readonly lead: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** A page before the door. */
export function Entrance({ title, lead, foot, children }: EntranceProps) {
  useEffect(() => {
    document.title = `${title} · Daylight`;
  }, [title]);
  return (
    <AppLinks>
      <GatePage title={title} lead={lead} tools={<Switches />} foot={foot} aside={<SignInScene />}>
        <OfflineBanner />
        {children}
      </GatePage>
    </AppLinks>
  );
}
