import { SessionProvider } from '@daylight/web-data';
import {
  AccountMenu,
  AppShell,
  Button,
  CompanySwitch,
  PaletteHost,
  useHotkeys,
  useHotkeySheet,
  ZoneProvider,
  type Command,
} from '@daylight/web-ui';
import { useRouterState } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import type { ViewerQuery } from '../features/session/generated/session.js';
import { rememberTenant } from './client.js';
import { useGo } from './go.js';
import { AppLinks } from './links.js';
import { navItems } from './navigation.js';
import { OfflineBanner } from './offline-banner.js';
import { useRestart } from './restart.js';
import { Switches } from './switches.js';
import { useText } from './text.js';
import { useLeave } from './use-leave.js';

interface ShellProps {
  readonly viewer: NonNullable<ViewerQuery['viewer']>;
  readonly children: ReactNode;
}

/** The frame of the portal: where one is, for which company, and the way to everything else. */
export function Shell({ viewer, children }: ShellProps) {
  const text = useText();
  const go = useGo();
  const leave = useLeave();
  const restart = useRestart();
  const showShortcuts = useHotkeySheet();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const nav = navItems(path, text);
  const session = useMemo(() => {
    const switchTenant = (tenantId: string): void => {
      rememberTenant(tenantId);
      restart();
    };
    return { viewer, tenant: viewer.tenant, tenants: viewer.tenants, switchTenant, signOut: leave };
  }, [viewer, leave, restart]);

  const newTicket = text('app.newTicket');
  useHotkeys([
    { keys: 'KeyC', label: newTicket, run: () => go('/tickets/new') },
    ...nav.map(({ keys, label, href }) => ({
      keys: keys ?? '',
      label,
      group: text('app.nav.group'),
      run: () => go(href),
    })),
  ]);
  const commands: readonly Command[] = nav.map(({ href, label, icon, keys }) => ({
    id: href,
    label,
    icon,
    group: text('app.nav.group'),
    ...(keys === undefined ? {} : { keys }),
    run: () => go(href),
  }));
  const groups = [
    [
      { id: 'settings', label: text('app.nav.settings'), href: '/settings' },
      { id: 'shortcuts', label: text('app.shortcuts'), keys: 'Shift+Slash', onSelect: showShortcuts },
    ],
    [{ id: 'leave', label: text('app.signOut'), onSelect: () => void leave() }],
  ];
  return (
    <SessionProvider session={session}>
      <ZoneProvider zone={viewer.timeZone}>
        <AppLinks>
          <AppShell
            kind="top"
            home="/"
            path={path}
            nav={nav}
            lead={
              <Button look="primary" href="/tickets/new">
                {newTicket}
              </Button>
            }
            tools={
              <>
                <CompanySwitch current={viewer.tenant} companies={viewer.tenants} onChoose={session.switchTenant} />
                <Switches />
                <AccountMenu name={viewer.displayName} email={viewer.email} groups={groups} />
              </>
            }
            banner={<OfflineBanner />}
          >
            {children}
          </AppShell>
          <PaletteHost commands={commands} />
        </AppLinks>
      </ZoneProvider>
    </SessionProvider>
  );
}
