import { Button } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import classes from './selection-bar.module.css';
import type { Progress } from './use-line-work.js';

interface SelectionBarProps {
  readonly count: number;
  readonly progress: Progress | null;
  readonly onClaim: () => void;
  readonly onAssign: () => void;
  readonly onPriority: () => void;
  readonly onClear: () => void;
  readonly onCancel: () => void;
}

/** What can be done with the chosen tickets; while it is being done: how far, and a way to stop. */
export default function SelectionBar({
  count,
  progress,
  onClaim,
  onAssign,
  onPriority,
  onClear,
  onCancel,
}: SelectionBarProps) {
  const text = useText();
  if (progress !== null) {
    return (
      <div className={classes['bar']} role="status">
        <progress
          className={classes['progress']}
          value={progress.done}
          max={progress.total}
          aria-label={text('queue.progress', { done: progress.done, total: progress.total })}
        />
        <span className={classes['count']}>
          {text('queue.progress', { done: progress.done, total: progress.total })}
        </span>
        <Button size="small" onClick={onCancel}>
          {text('queue.stop')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes['bar']} role="toolbar" aria-label={text('queue.bulk')}>
      <strong className={classes['count']}>{text('queue.selected', { count })}</strong>
      <Button size="small" look="primary" keys="KeyA" onClick={onClaim}>
        {text('queue.claim')}
      </Button>
      <Button size="small" keys="KeyI" onClick={onAssign}>
        {text('queue.assign')}
      </Button>
      <Button size="small" keys="KeyP" onClick={onPriority}>
        {text('queue.priority')}
      </Button>
      <Button size="small" look="quiet" keys="Escape" onClick={onClear}>
        {text('queue.clearSelection')}
      </Button>
    </div>
  );
}
