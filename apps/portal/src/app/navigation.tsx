import type { NavItem } from '@daylight/web-ui';
import { IconChartBar, IconFileText, IconHome, IconPresentation, IconSettings, IconTicket } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MessageId } from './text.js';

interface Place {
  readonly href: string;
  readonly id: Extract<MessageId, `app.nav.${string}`>;
  readonly icon: ReactNode;
  readonly keys: string;
}

export const places: readonly Place[] = [
  { href: '/', id: 'app.nav.home', icon: <IconHome />, keys: 'KeyG KeyH' },
  { href: '/tickets', id: 'app.nav.tickets', icon: <IconTicket />, keys: 'KeyG KeyT' },
  { href: '/kpis', id: 'app.nav.kpis', icon: <IconChartBar />, keys: 'KeyG KeyK' },
  { href: '/contracts', id: 'app.nav.contracts', icon: <IconFileText />, keys: 'KeyG KeyC' },
  { href: '/reviews', id: 'app.nav.reviews', icon: <IconPresentation />, keys: 'KeyG KeyR' },
  { href: '/settings', id: 'app.nav.settings', icon: <IconSettings />, keys: 'KeyG KeyS' },
];

/** The navigation as the shell draws it, `path` being the current one. */
export const navItems = (path: string, text: (id: MessageId) => string): readonly NavItem[] =>
  places.map(({ href, id, icon, keys }) => ({
    href,
    label: text(id),
    icon,
    keys,
    active: href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`),
  }));
