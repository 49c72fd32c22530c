import {
  IconAlertOctagon,
  IconArrowUp,
  IconCalendarClock,
  IconChevronDown,
  IconCircle,
  IconCircleCheck,
  IconCircleDot,
  IconCircleX,
  IconEqual,
  IconGitMerge,
  IconLock,
  IconMessageQuestion,
  IconTruckDelivery,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useUiText } from '../text/ui-text.js';
import { Badge, type Tone } from './badge.js';

export type TicketPriority = 'P1' | 'P2' | 'P3' | 'P4' | 'P5';
export type TicketStatus =
  | 'NEW'
  | 'OPEN'
  | 'WAITING_ON_CLIENT'
  | 'WAITING_ON_THIRD_PARTY'
  | 'SCHEDULED'
  | 'RESOLVED'
  | 'CLOSED'
  | 'CANCELLED'
  | 'MERGED';

const PRIORITY: Readonly<Record<TicketPriority, readonly [Tone, ReactNode]>> = {
  P1: ['danger', <IconAlertOctagon key="i" aria-hidden />],
  P2: ['warn', <IconArrowUp key="i" aria-hidden />],
  P3: ['accent', <IconEqual key="i" aria-hidden />],
  P4: ['neutral', <IconChevronDown key="i" aria-hidden />],
  P5: ['neutral', <IconChevronDown key="i" aria-hidden />],
};

/** A ticket's priority; `withName` adds the word ("P1 긴급"). */
export function PriorityBadge({
  priority,
  withName = false,
}: {
  readonly priority: TicketPriority;
  readonly withName?: boolean;
}) {
  const text = useUiText();
  const [tone, icon] = PRIORITY[priority];
  const name = text(`ui.priority.${priority}`);
  return (
    <Badge tone={tone} icon={icon} title={name}>
      {withName ? `${priority} ${name}` : priority}
    </Badge>
  );
}

const STATUS: Readonly<Record<TicketStatus, readonly [Tone, ReactNode]>> = {
  NEW: ['accent', <IconCircle key="i" aria-hidden />],
  OPEN: ['accent', <IconCircleDot key="i" aria-hidden />],
  WAITING_ON_CLIENT: ['warn', <IconMessageQuestion key="i" aria-hidden />],
  WAITING_ON_THIRD_PARTY: ['neutral', <IconTruckDelivery key="i" aria-hidden />],
  SCHEDULED: ['neutral', <IconCalendarClock key="i" aria-hidden />],
  RESOLVED: ['ok', <IconCircleCheck key="i" aria-hidden />],
  CLOSED: ['neutral', <IconLock key="i" aria-hidden />],
  CANCELLED: ['neutral', <IconCircleX key="i" aria-hidden />],
  MERGED: ['neutral', <IconGitMerge key="i" aria-hidden />],
};

/** A ticket's status in plain words. */
export function StatusBadge({ status }: { readonly status: TicketStatus }) {
  const text = useUiText();
  const [tone, icon] = STATUS[status];
  return (
    <Badge tone={tone} icon={icon} look="plain">
      {text(`ui.status.${status}`)}
    </Badge>
  );
}
