import { isAboutAgreements } from '@daylight/web-app';
import { Link, Time } from '@daylight/web-ui';
import type { NotificationLineFragment } from './generated/notifications.js';
import classes from './notification-list.module.css';

/** Where a notification leads: to what it is about. */
export function placeOf({
  kind,
  ticketId,
  messageId,
  contractVersionId,
  reviewId,
}: Pick<NotificationLineFragment, 'kind' | 'ticketId' | 'messageId' | 'contractVersionId' | 'reviewId'>):
  string | null {
  if (ticketId !== null) {
    const anchor = messageId !== null ? `#c-${messageId}` : isAboutAgreements(kind) ? '#agreements' : '';
    return `/tickets/${ticketId}${anchor}`;
  }
  if (contractVersionId !== null) return `/contracts/versions/${contractVersionId}`;
  if (reviewId !== null) return `/reviews/${reviewId}`;
  return kind === 'APPROVALS_LENT' ? '/settings' : null;
}

/** What the reader was told, newest first. */
export function NotificationList({ notifications }: { readonly notifications: readonly NotificationLineFragment[] }) {
  return (
    <ul className={classes['list']}>
      {notifications.map((notification) => {
        const href = placeOf(notification);
        return (
          <li key={notification.id} className={classes['item']}>
            <span>{href === null ? notification.title : <Link href={href}>{notification.title}</Link>}</span>
            <span className={classes['at']}>
              <Time at={notification.createdAt} style="dayTime" />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
