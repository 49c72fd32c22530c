import type { Place } from '@daylight/web-app';
import {
  IconActivityHeartbeat,
  IconChartBar,
  IconFileText,
  IconHome,
  IconPhoneCall,
  IconPresentation,
  IconReceipt2,
  IconSettings,
  IconTicket,
} from '@tabler/icons-react';
import type { MessageId } from './text.js';

type PlaceId = Extract<MessageId, `app.nav.${string}`>;

/** What the portal has, and which permission opens it. */
export const places: readonly Place<PlaceId>[] = [
  { href: '/', id: 'app.nav.home', icon: <IconHome />, keys: 'KeyG KeyH' },
  { href: '/tickets', id: 'app.nav.tickets', icon: <IconTicket />, keys: 'KeyG KeyT' },
  {
    href: '/status',
    id: 'app.nav.status',
    icon: <IconActivityHeartbeat />,
    keys: 'KeyG KeyA',
    needs: ['outage:read'],
  },
  { href: '/kpis', id: 'app.nav.kpis', icon: <IconChartBar />, keys: 'KeyG KeyK', needs: ['kpi:read'] },
  { href: '/contracts', id: 'app.nav.contracts', icon: <IconFileText />, keys: 'KeyG KeyC', needs: ['contract:read'] },
  { href: '/credits', id: 'app.nav.credits', icon: <IconReceipt2 />, keys: 'KeyG KeyB', needs: ['credit:read'] },
  { href: '/reviews', id: 'app.nav.reviews', icon: <IconPresentation />, keys: 'KeyG KeyR', needs: ['review:read'] },
  {
    href: '/escalation',
    id: 'app.nav.escalation',
    icon: <IconPhoneCall />,
    keys: 'KeyG KeyE',
    needs: ['contact:read'],
  },
  { href: '/settings', id: 'app.nav.settings', icon: <IconSettings />, keys: 'KeyG KeyS' },
];
