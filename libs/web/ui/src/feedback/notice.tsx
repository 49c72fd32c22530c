import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

export interface NoticeProps {
  readonly tone?: 'info' | 'ok' | 'warn' | 'danger';
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Announced when it appears (a refused form). */
  readonly live?: boolean;
}

/** A sentence that belongs to a place on the page: why a form was refused, that a figure is contested. */
export function Notice({ tone = 'info', title, children, action, live = false }: NoticeProps) {
  const Icon = tone === 'ok' ? IconCircleCheck : tone === 'info' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className={classes['notice']} data-tone={tone} role={live ? 'alert' : undefined}>
      <Icon size={18} aria-hidden />
      <div className={classes['body']}>
        {title === undefined ? null : <p className={classes['title']}>{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
