import { Banner, GatePage, SignInScene } from '@daylight/web-ui';
import { useOnline } from '@daylight/web-data';
import { useEffect, type ReactNode } from 'react';
import { AppLinks } from '../../app/links.js';
import { Switches } from '../../app/switches.js';
import { useText } from '../../app/text.js';

interface EntranceProps {
  readonly title: string;
  readonly lead: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** A page before the door. */
export function Entrance({ title, lead, foot, children }: EntranceProps) {
  const text = useText();
  const online = useOnline();
  useEffect(() => {
    document.title = `${title} · Daylight`;
  }, [title]);
  return (
    <AppLinks>
      <GatePage title={title} lead={lead} tools={<Switches />} foot={foot} aside={<SignInScene />}>
        {online ? null : <Banner tone="warn">{text('app.offline')}</Banner>}
        {children}
      </GatePage>
    </AppLinks>
  );
}
