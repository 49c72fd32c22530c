import { OfflineBanner, SignedIn, Switches, useGo, usePlaces, useRestart } from '@daylight/web-app';
import type { Session } from '@daylight/web-data';
import {
  AccountMenu,
  AppShell,
  Button,
  CompanySwitch,
  PaletteHost,
  useHotkeys,
  useHotkeySheet,
  type Command,
} from '@daylight/web-ui';
import { useMemo, type ReactNode } from 'react';
import type { ViewerQuery } from '../features/session/generated/session.js';
import { rememberTenant } from './client.js';
import { places } from './navigation.js';
import { useText } from './text.js';
import { useSignOut } from './use-sign-out.js';

interface ShellProps {
  readonly viewer: NonNullable<ViewerQuery['viewer']>;
  readonly children: ReactNode;
}

/** The frame of the portal: where one is, for which company, and the way to everything else. */
export function Shell({ viewer, children }: ShellProps) {
  const text = useText();
  const go = useGo();
  const signOut = useSignOut();
  const restart = useRestart();
  const showShortcuts = useHotkeySheet();
  const group = text('app.nav.group');
  const { path, nav, commands } = usePlaces({ places, permissions: viewer.permissions, text, group });
  const session = useMemo<Session>(() => {
    const switchTenant = (tenantId: string): void => {
      rememberTenant(tenantId);
      restart();
    };
    return { app: 'portal', viewer, tenant: viewer.tenant, tenants: viewer.tenants, switchTenant, signOut };
  }, [viewer, signOut, restart]);

  const mayOpen = viewer.permissions.includes('ticket:open');
  const newTicket = text('app.newTicket');
  const openTicket = (): void => go('/tickets/new');
  useHotkeys(mayOpen ? [{ keys: 'KeyC', label: newTicket, run: openTicket }] : []);
  const create: Command = { id: 'new-ticket', label: newTicket, group, keys: 'KeyC', run: openTicket };
  const groups = [
    [
      { id: 'settings', label: text('app.nav.settings'), href: '/settings' },
      { id: 'shortcuts', label: text('app.shortcuts'), keys: 'Shift+Slash', onSelect: showShortcuts },
    ],
    [{ id: 'leave', label: text('app.signOut'), onSelect: () => void signOut() }],
  ];
  return (
    <SignedIn session={session}>
      <AppShell
        kind="top"
        home="/"
        path={path}
        nav={nav}
        lead={
          mayOpen ? (
            <Button look="primary" href="/tickets/new">
              {newTicket}
            </Button>
          ) : null
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
      <PaletteHost commands={mayOpen ? [create, ...commands] : commands} />
    </SignedIn>
  );
}
