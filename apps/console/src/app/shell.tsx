import { SessionProvider, useQuery } from '@daylight/web-data';
import {
  AccountMenu,
  AppShell,
  Kbd,
  PaletteHost,
  SearchTrigger,
  useHotkeys,
  useHotkeySheet,
  UseShortcuts,
  ZoneProvider,
  type Command,
} from '@daylight/web-ui';
import { useRouterState } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { UnreadNotificationsDocument } from '../features/notifications/generated/notifications.js';
import { usePalette } from '../features/search/use-palette.js';
import type { ViewerQuery } from '../features/session/generated/session.js';
import { useGo } from './go.js';
import { AppLinks } from './links.js';
import { navItems } from './navigation.js';
import { OfflineBanner } from './offline-banner.js';
import { usePreferences } from './preferences.js';
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
  const { shortcuts, change } = usePreferences();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [{ data: notified }] = useQuery({ query: UnreadNotificationsDocument });
  const nav = navItems(path, text, { '/notifications': notified?.unreadNotificationCount ?? 0 });
  const session = useMemo(
    () => ({ viewer, tenant: null, tenants: [], switchTenant: () => undefined, signOut: leave }),
    [viewer, leave],
  );

  useHotkeys(
    nav.map(({ keys, label, href }) => ({
      keys: keys ?? '',
      label,
      group: text('app.nav.group'),
      run: () => go(href),
    })),
  );
  const places: readonly Command[] = nav.map(({ href, label, icon, keys }) => ({
    id: href,
    label,
    icon,
    group: text('app.nav.group'),
    ...(keys === undefined ? {} : { keys }),
    run: () => go(href),
  }));
  const { commands, onSearch } = usePalette(places);
  const groups = [
    [
      { id: 'settings', label: text('app.settings'), href: '/settings' },
      { id: 'shortcuts', label: text('app.shortcuts'), keys: 'Shift+Slash', onSelect: showShortcuts },
      {
        id: 'use-shortcuts',
        label: <UseShortcuts />,
        checked: shortcuts,
        onSelect: () => change({ shortcuts: !shortcuts }),
      },
    ],
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
            lead={
              <PaletteHost
                commands={commands}
                onSearch={onSearch}
                trigger={(open) => (
                  <SearchTrigger label={text('app.search')} keys={<Kbd keys="Mod+KeyK" />} onOpen={open} />
                )}
              />
            }
            tools={
              <>
                <AccountMenu
                  name={viewer.displayName}
                  email={viewer.email}
                  note={viewer.provider.name}
                  groups={groups}
                />
                <Switches />
              </>
            }
            banner={<OfflineBanner />}
          >
            {children}
          </AppShell>
        </AppLinks>
      </ZoneProvider>
    </SessionProvider>
  );
}
