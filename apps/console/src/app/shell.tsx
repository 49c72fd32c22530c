import { SessionProvider } from '@daylight/web-data';
import { AccountMenu, AppShell, Kbd, PaletteHost, SearchTrigger, useHotkeys, useHotkeySheet, ZoneProvider, type Command } from '@daylight/web-ui';
import { useRouterState } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import type { ViewerQuery } from '../features/session/generated/session.js';
import { useGo } from './go.js';
import { AppLinks } from './links.js';
import { navItems } from './navigation.js';
import { OfflineBanner } from './offline-banner.js';
import { Switches } from './switches.js';
import { useText } from './text.js';
import { useLeave } from './use-leave.js';

interface ShellProps {
  readonly viewer: NonNullable<ViewerQuery['viewer']>;
  readonly children: ReactNode;
}

/** The frame of the console: everything is one key sequence or ⌘K away. */
export function Shell({ viewer, children }: ShellProps) {
  const text = useText();
  const go = useGo();
  const leave = useLeave();
  const showShortcuts = useHotkeySheet();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const nav = navItems(path, text);
  const session = useMemo(() => ({ viewer, tenant: null, tenants: [], switchTenant: () => undefined, signOut: leave }), [viewer, leave]);

  useHotkeys(nav.map(({ keys, label, href }) => ({ keys: keys ?? '', label, group: text('app.nav.group'), run: () => go(href) })));
  const commands: readonly Command[] = nav.map(({ href, label, icon, keys }) => ({ id: href, label, icon, group: text('app.nav.group'), ...(keys === undefined ? {} : { keys }), run: () => go(href) }));
  const groups = [
    [{ id: 'shortcuts', label: text('app.shortcuts'), keys: 'Shift+Slash', onSelect: showShortcuts }],
    [{ id: 'leave', label: text('app.signOut'), onSelect: () => void leave() }],
  ];
  return (
    <SessionProvider session={session}>
      <ZoneProvider zone={viewer.timeZone}>
        <AppLinks>
          <AppShell
            kind="rail"
            home="/queue"
            product={text('app.product')}
            path={path}
            nav={nav}
            lead={<PaletteHost commands={commands} trigger={(open) => <SearchTrigger label={text('app.search')} keys={<Kbd keys="Mod+KeyK" />} onOpen={open} />} />}
            tools={<><AccountMenu name={viewer.displayName} email={viewer.email} note={viewer.provider.name} groups={groups} /><Switches /></>}
            banner={<OfflineBanner />}
          >
            {children}
          </AppShell>
        </AppLinks>
      </ZoneProvider>
    </SessionProvider>
  );
}
