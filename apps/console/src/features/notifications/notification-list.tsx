import { AppLink, isAboutAgreements } from '@daylight/web-app';
import { Time } from '@daylight/web-ui';
import {
  IconAlarm,
  IconAlertTriangle,
  IconCalendar,
  IconCircleCheck,
  IconFileText,
  IconMessage,
  IconMessageQuestion,
  IconPresentation,
  IconTicket,
  IconUserCheck,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import type { NotificationsPageQuery } from './generated/notifications.js';
import classes from './notification-list.module.css';

export type Notified = NotificationsPageQuery['notifications']['edges'][number]['node'];

const ICONS: Readonly<Record<Notified['kind'], ReactNode>> = {
  TICKET_OPENED: <IconTicket key="i" />,
  TICKET_REPLIED: <IconMessage key="i" />,
  TICKET_ASSIGNED: <IconUserCheck key="i" />,
  TICKET_RESOLVED: <IconCircleCheck key="i" />,
  CLOCK_WARNED: <IconAlarm key="i" />,
  CLOCK_BREACHED: <IconAlertTriangle key="i" />,
  TICKET_PROPOSED: <IconMessageQuestion key="i" />,
  TICKET_ANSWERED: <IconMessage key="i" />,
  TICKET_DATE_SET: <IconCalendar key="i" />,
  TICKET_WAITING_CONTESTED: <IconMessageQuestion key="i" />,
  TICKET_CONTEST_SETTLED: <IconMessage key="i" />,
  TICKET_REBOUND: <IconFileText key="i" />,
  TICKET_UNMERGED: <IconTicket key="i" />,
  TICKET_NOTICE_WARNED: <IconAlarm key="i" />,
  TICKET_NOTICE_BREACHED: <IconAlertTriangle key="i" />,
  TICKET_NOTICE_GIVEN: <IconCircleCheck key="i" />,
  CLOCK_DUE_MOVED: <IconCalendar key="i" />,
  OUTAGE_UPDATED: <IconAlertTriangle key="i" />,
  MAINTENANCE_TOLD: <IconCalendar key="i" />,
  EXCLUSION_PROPOSED: <IconCalendar key="i" />,
  CREDIT_PROPOSED: <IconCalendar key="i" />,
  CREDIT_ANSWERED: <IconCalendar key="i" />,
  CONTRACT_TERM_AHEAD: <IconCalendar key="i" />,
  CONTRACT_TERM_REACHED: <IconFileText key="i" />,
  CONTRACT_PROPOSED: <IconFileText key="i" />,
  CONTRACT_AGREED: <IconFileText key="i" />,
  APPROVALS_LENT: <IconUserCheck key="i" />,
  REVIEW_PUBLISHED: <IconPresentation key="i" />,
  REVIEW_SIGNED: <IconPresentation key="i" />,
  REVIEW_AMENDED: <IconPresentation key="i" />,
  ESCALATION_UNANSWERED: <IconAlertTriangle key="i" />,
  COVERAGE_GAPS: <IconAlertTriangle key="i" />,
};

function anchorOf(kind: Notified['kind'], messageId: string | null): string {
  if (messageId !== null) return `#c-${messageId}`;
  return isAboutAgreements(kind) ? '#agreements' : '';
}

/** Where a notification leads: to exactly what it is about. */
export function placeOf({
  kind,
  ticketId,
  ticketNumber,
  messageId,
  contractVersionId,
  reviewId,
  tenantId,
}: Notified): string {
  if (ticketId !== null) return `/tickets/${ticketNumber ?? ticketId}${anchorOf(kind, messageId)}`;
  if (reviewId !== null) return `/reviews/${reviewId}`;
  if (contractVersionId !== null) return `/contracts/${contractVersionId}`;
  return tenantId === null ? '/queue' : `/clients/${tenantId}`;
}

interface NotificationListProps {
  readonly rows: readonly Notified[];
  readonly onRead: (id: string) => void;
}

/** What somebody was told, newest first; opening one marks it as read. */
export function NotificationList({ rows, onRead }: NotificationListProps) {
  const text = useText();
  return (
    <ul className={classes['list']}>
      {rows.map((row) => (
        <li key={row.id}>
          <AppLink
            href={placeOf(row)}
            className={classes['item']}
            data-unread={row.readAt === null}
            data-kind={row.kind}
            onClick={() => row.readAt === null && onRead(row.id)}
          >
            <span className={classes['icon']} aria-hidden>
              {ICONS[row.kind]}
            </span>
            <span className={classes['text']}>
              <span className={classes['title']}>
                {row.readAt === null ? <span className="dl-hidden">{text('notifications.unread')}: </span> : null}
                {row.title}
              </span>
              <span className={classes['about']}>
                {[row.tenantName, row.ticketNumber, row.ticketSubject].filter((part) => part !== null).join(' · ')}
              </span>
            </span>
            <span className={classes['at']}>
              <Time at={row.createdAt} style="dayTime" />
            </span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
