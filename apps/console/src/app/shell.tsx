import { OfflineBanner, SignedIn, Switches, usePlaces, usePreferences } from '@daylight/web-app';
import { useQuery, type Session } from '@daylight/web-data';
import { AccountMenu, AppShell, Kbd, PaletteHost, SearchTrigger, useHotkeySheet, UseShortcuts } from '@daylight/web-ui';
import { useMemo, type ReactNode } from 'react';
import { UnreadNotificationsDocument } from '../features/notifications/generated/notifications.js';
import { usePalette } from '../features/search/use-palette.js';
import type { ViewerQuery } from '../features/session/generated/session.js';
import { places } from './navigation.js';
import { useText } from './text.js';
import { useSignOut } from './use-sign-out.js';

interface ShellProps {
  readonly viewer: NonNullable<ViewerQuery['viewer']>;
  readonly children: ReactNode;
}

/** The frame of the console: everything is one key sequence or ⌘K away. */
export function Shell({ viewer, children }: ShellProps) {
  const text = useText();
  const signOut = useSignOut();
  const showShortcuts = useHotkeySheet();
  const { shortcuts, change } = usePreferences();
  const [{ data: notified }] = useQuery({ query: UnreadNotificationsDocument });
  const {
    path,
    nav,
    commands: ways,
  } = usePlaces({
    places,
    permissions: viewer.permissions,
    text,
    group: text('app.nav.group'),
    counts: { '/notifications': notified?.unreadNotificationCount ?? 0 },
  });
  const session = useMemo<Session>(
    () => ({ app: 'console', viewer, tenant: null, tenants: [], switchTenant: () => undefined, signOut }),
    [viewer, signOut],
  );
  const { commands, onSearch } = usePalette(ways);
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
    [{ id: 'leave', label: text('app.signOut'), onSelect: () => void signOut() }],
  ];
  return (
    <SignedIn session={session}>
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
            <AccountMenu name={viewer.displayName} email={viewer.email} note={viewer.provider.name} groups={groups} />
            <Switches />
          </>
        }
        banner={<OfflineBanner />}
      >
        {children}
      </AppShell>
    </SignedIn>
  );
}
