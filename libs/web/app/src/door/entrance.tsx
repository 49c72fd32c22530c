import { GatePage, SignInScene } from '@daylight/web-ui';
import { useEffect, type ReactNode } from 'react';
import { AppLinks } from '../frame/links.js';
import { OfflineBanner } from '../frame/offline-banner.js';
import { Switches } from '../frame/switches.js';

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
