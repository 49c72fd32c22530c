import type { NavItem } from '@daylight/web-ui';
import {
  IconBell,
  IconBuildingSkyscraper,
  IconFileText,
  IconHistory,
  IconInbox,
  IconMailbox,
  IconPresentation,
  IconTableImport,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MessageId } from './text.js';

interface Place {
  readonly href: string;
  readonly id: Extract<MessageId, `app.nav.${string}`>;
  readonly icon: ReactNode;
  readonly keys: string;
}

export const places: readonly Place[] = [
  { href: '/queue', id: 'app.nav.queue', icon: <IconInbox />, keys: 'KeyG KeyQ' },
  { href: '/notifications', id: 'app.nav.notifications', icon: <IconBell />, keys: 'KeyG KeyN' },
  { href: '/clients', id: 'app.nav.clients', icon: <IconBuildingSkyscraper />, keys: 'KeyG KeyC' },
  { href: '/contracts', id: 'app.nav.contracts', icon: <IconFileText />, keys: 'KeyG KeyK' },
  { href: '/reviews', id: 'app.nav.reviews', icon: <IconPresentation />, keys: 'KeyG KeyR' },
  { href: '/imports', id: 'app.nav.imports', icon: <IconTableImport />, keys: 'KeyG KeyI' },
  { href: '/people', id: 'app.nav.people', icon: <IconUsers />, keys: 'KeyG KeyP' },
  { href: '/audit', id: 'app.nav.audit', icon: <IconHistory />, keys: 'KeyG KeyA' },
  { href: '/mailbox', id: 'app.nav.mailbox', icon: <IconMailbox />, keys: 'KeyG KeyM' },
];

/** The navigation as the shell draws it, `path` being the current one and `counts` what waits at a place. */
export const navItems = (
  path: string,
  text: (id: MessageId) => string,
  counts: Readonly<Record<string, number>> = {},
): readonly NavItem[] =>
  places.map(({ href, id, icon, keys }) => ({
    href,
    label: text(id),
    icon,
    keys,
    active: path === href || path.startsWith(`${href}/`),
    ...(counts[href] === undefined ? {} : { count: counts[href] }),
  }));
