import { IconAlertTriangle, IconInbox, IconLock, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState, type CSSProperties, type ReactNode } from 'react';
import { Button } from '../forms/button.js';
import { useUiText } from '../text/ui-text.js';
import classes from './states.module.css';

interface StateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
  /** `compact` inside a panel or table. */
  readonly compact?: boolean;
}

function State({
  title,
  children,
  action,
  icon,
  compact = false,
  tone,
}: StateProps & { readonly tone: 'quiet' | 'problem' }) {
  return (
    <div
      className={classes['state']}
      data-tone={tone}
      data-compact={compact}
      role={tone === 'problem' ? 'alert' : undefined}
    >
      <span className={classes['icon']} aria-hidden>
        {icon}
      </span>
      <p className={classes['title']}>{title}</p>
      {children === undefined ? null : <div className={classes['text']}>{children}</div>}
      {action === undefined ? null : <div className={classes['action']}>{action}</div>}
    </div>
  );
}

/** Nothing here, why, and what to do next. */
export const EmptyState = (props: StateProps) => <State icon={<IconInbox stroke={1.5} />} {...props} tone="quiet" />;

/** The reader lacks a right; says whom to ask. */
export const NoPermissionState = (props: StateProps) => (
  <State icon={<IconLock stroke={1.5} />} {...props} tone="quiet" />
);

export interface ErrorStateProps extends Partial<StateProps> {
  readonly onRetry?: () => void;
  /** Given by the server; support finds the log line by it. */
  readonly requestId?: string | null;
}

/** Something broke: says so, keeps what was typed elsewhere, offers to try again. */
export function ErrorState({ title, children, onRetry, requestId = null, compact = false }: ErrorStateProps) {
  const text = useUiText();
  return (
    <State
      tone="problem"
      compact={compact}
      icon={<IconAlertTriangle stroke={1.5} />}
      title={title ?? text('ui.error.title')}
      action={
        onRetry === undefined ? undefined : (
          <Button icon={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
            {text('ui.error.retry')}
          </Button>
        )
      }
    >
      {children ?? text('ui.error.body')}
      {requestId === null ? null : <code className={classes['request']}>{requestId}</code>}
    </State>
  );
}

export interface SkeletonProps {
  /** The size of what will come, so that nothing moves when it does. */
  readonly width?: CSSProperties['width'];
  readonly height: CSSProperties['height'];
  /** Repeats it as lines. */
  readonly lines?: number;
}

/** Holds the place at once but only shows after 150 ms: a fast answer never flickers. */
export function Skeleton({ width = '100%', height, lines = 1 }: SkeletonProps) {
  const [shown, setShown] = useState(false);
  const text = useUiText();
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes['skeletons']} role="status" aria-label={shown ? text('ui.loading') : undefined}>
      {Array.from({ length: lines }, (_none, index) => (
        <span key={index} className={classes['skeleton']} data-shown={shown} style={{ width, height }} />
      ))}
    </div>
  );
}
