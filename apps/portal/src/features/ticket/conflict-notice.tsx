import { Button, Notice, PriorityBadge, Row, StatusBadge, Time } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { Conflict, Seen } from './change.js';
import classes from './conflict-notice.module.css';

interface ConflictNoticeProps {
  readonly conflict: Conflict;
  /** The act as a verb on a button. */
  readonly label: string;
  readonly onInsist: () => void;
  readonly onDismiss: () => void;
}

/** Somebody was faster: both versions, what happened between, and the choice to go on. Nothing was written. */
export function ConflictNotice({
  conflict: { yours, seen, current, since },
  label,
  onInsist,
  onDismiss,
}: ConflictNoticeProps) {
  const text = useText();
  return (
    <Notice tone="warn" live title={text('conflict.title')}>
      <div className={classes['versions']}>
        <Version name={text('conflict.yours', { version: yours })} ticket={seen} />
        <Version name={text('conflict.current', { version: current.version })} ticket={current} />
      </div>
      {since.length === 0 ? null : (
        <ul className={classes['since']}>
          {since.map(({ seq, at, sentence }) => (
            <li key={seq}>
              <Time at={at} style="dayTime" /> {sentence}
            </li>
          ))}
        </ul>
      )}
      <Row>
        <Button size="small" onClick={onInsist}>
          {text('conflict.insist', { act: label })}
        </Button>
        <Button size="small" look="quiet" onClick={onDismiss}>
          {text('conflict.dismiss')}
        </Button>
      </Row>
    </Notice>
  );
}

const Version = ({ name, ticket }: { readonly name: string; readonly ticket: Seen }) => (
  <div className={classes['version']}>
    <p className={classes['name']}>{name}</p>
    <Row>
      <PriorityBadge priority={ticket.priority} withName />
      <StatusBadge status={ticket.status} />
    </Row>
  </div>
);
