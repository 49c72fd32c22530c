import { Button } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import classes from './new-rows.module.css';

interface NewRowsProps {
  readonly waiting: number;
  readonly onShow: () => void;
  /** What is said of them. */
  readonly words?: 'queue.new' | 'triage.new';
}

/** What came in while the list was read: said, not shoved in. */
export function NewRows({ waiting, onShow, words = 'queue.new' }: NewRowsProps) {
  const text = useText();
  return (
    <div className={classes['new']} role="status">
      {waiting === 0 ? null : (
        <Button size="small" look="quiet" keys="Period" onClick={onShow}>
          {text(words, { count: waiting })}
        </Button>
      )}
    </div>
  );
}
