import { Button } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import classes from './new-rows.module.css';

interface NewRowsProps {
  readonly waiting: number;
  readonly onShow: () => void;
}

/** What came in while the list was read: said, not shoved in. */
export function NewRows({ waiting, onShow }: NewRowsProps) {
  const text = useText();
  return (
    <div className={classes['new']} role="status">
      {waiting === 0 ? null : (
        <Button size="small" look="quiet" keys="Period" onClick={onShow}>
          {text('queue.new', { count: waiting })}
        </Button>
      )}
    </div>
  );
}
