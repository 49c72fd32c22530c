import type { Place } from '@daylight/web-app';
import {
  IconActivityHeartbeat,
  IconBell,
  IconBellRinging,
  IconBroadcast,
  IconBuildingSkyscraper,
  IconChartDots,
  IconFileText,
  IconHammer,
  IconHistory,
  IconInbox,
  IconMailbox,
  IconMailOff,
  IconMailQuestion,
  IconPhoneCall,
  IconPresentation,
  IconReceipt2,
  IconStairsUp,
  IconTableImport,
  IconUsers,
} from '@tabler/icons-react';
import type { MessageId } from './text.js';

type PlaceId = Extract<MessageId, `app.nav.${string}`>;

/** What the console has, and which permission opens it. */
export const places: readonly Place<PlaceId>[] = [
  { href: '/queue', id: 'app.nav.queue', icon: <IconInbox />, keys: 'KeyG KeyQ' },
  { href: '/triage', id: 'app.nav.triage', icon: <IconBellRinging />, keys: 'KeyG KeyT', needs: ['alert:read'] },
  { href: '/risk', id: 'app.nav.risk', icon: <IconChartDots />, keys: 'KeyG KeyR', needs: ['ticket:read'] },
  { href: '/notifications', id: 'app.nav.notifications', icon: <IconBell />, keys: 'KeyG KeyN' },
  { href: '/clients', id: 'app.nav.clients', icon: <IconBuildingSkyscraper />, keys: 'KeyG KeyC' },
  { href: '/contracts', id: 'app.nav.contracts', icon: <IconFileText />, keys: 'KeyG KeyK', needs: ['contract:read'] },
  { href: '/on-call', id: 'app.nav.onCall', icon: <IconPhoneCall />, keys: 'KeyG KeyO', needs: ['oncall:read'] },
  {
    href: '/escalation-policies',
    id: 'app.nav.policies',
    icon: <IconStairsUp />,
    keys: 'KeyG KeyE',
    needs: ['escalation:read'],
  },
  {
    href: '/outages',
    id: 'app.nav.outages',
    icon: <IconActivityHeartbeat />,
    keys: 'KeyG KeyU',
    needs: ['outage:read'],
  },
  {
    href: '/maintenance',
    id: 'app.nav.maintenance',
    icon: <IconHammer />,
    keys: 'KeyG KeyW',
    needs: ['maintenance:read'],
  },
  { href: '/credits', id: 'app.nav.credits', icon: <IconReceipt2 />, keys: 'KeyG KeyB', needs: ['credit:read'] },
  { href: '/reviews', id: 'app.nav.reviews', icon: <IconPresentation />, keys: 'KeyG KeyV', needs: ['review:read'] },
  { href: '/imports', id: 'app.nav.imports', icon: <IconTableImport />, keys: 'KeyG KeyI', needs: ['import:run'] },
  { href: '/sources', id: 'app.nav.sources', icon: <IconBroadcast />, keys: 'KeyG KeyS', needs: ['alert:read'] },
  { href: '/people', id: 'app.nav.people', icon: <IconUsers />, keys: 'KeyG KeyP', needs: ['people:read'] },
  { href: '/audit', id: 'app.nav.audit', icon: <IconHistory />, keys: 'KeyG KeyA', needs: ['audit:read'] },
  {
    href: '/quarantine',
    id: 'app.nav.quarantine',
    icon: <IconMailQuestion />,
    keys: 'KeyG KeyH',
    needs: ['ticket:classify'],
  },
  { href: '/mailbox', id: 'app.nav.mailbox', icon: <IconMailbox />, keys: 'KeyG KeyM', needs: ['settings:manage'] },
  {
    href: '/dead-letters',
    id: 'app.nav.letters',
    icon: <IconMailOff />,
    keys: 'KeyG KeyD',
    needs: ['settings:manage'],
  },
];
