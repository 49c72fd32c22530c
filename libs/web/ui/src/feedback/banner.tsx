import type { ReactNode } from 'react';
import classes from './banner.module.css';

/** One line across the page: offline, a running incident, the demo. Announced when it appears. */
export const Banner = ({
  tone = 'info',
  children,
  action,
}: {
  readonly tone?: 'info' | 'warn' | 'danger';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) => (
  <div className={classes['banner']} data-tone={tone} role="status">
    <span>{children}</span>
    {action}
  </div>
);
