import type { WallInterval } from '@daylight/domain';
import { Badge, IconButton } from '@daylight/web-ui';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { messageAt, within, type FieldProblem } from '../forms/field-problems.js';
import { replaced, without } from '../forms/lists.js';
import classes from './calendar-fields.module.css';
import { runsPastMidnight, tidyTime } from './hours.js';

interface IntervalListProps {
  /** Whose hours: said with each field. */
  readonly label: string;
  readonly intervals: readonly WallInterval[];
  readonly onChange: (intervals: readonly WallInterval[]) => void;
  /** Relative to the list: `[0].from`. */
  readonly problems: readonly FieldProblem[];
}

/** Open hours of one day: none, one or several; an end before its start lasts into the next day. */
export function IntervalList({ label, intervals, onChange, problems }: IntervalListProps) {
  const text = useText();
  const last = intervals.at(-1);
  const add = (): void =>
    onChange([...intervals, last === undefined ? { from: '09:00', to: '18:00' } : { from: last.to, to: '24:00' }]);
  return (
    <div className={classes['hours']}>
      {intervals.length === 0 ? <span className={classes['closed']}>{text('calendar.closed')}</span> : null}
      {intervals.map((interval, index) => {
        const own = within(problems, `[${index}]`);
        const which = intervals.length === 1 ? label : `${label} ${index + 1}`;
        const time = (end: 'from' | 'to') => (
          <input
            className={classes['time']}
            aria-label={text(`calendar.time.${end}`, { which })}
            aria-invalid={own.length > 0}
            inputMode="numeric"
            maxLength={5}
            value={interval[end]}
            onChange={(event) =>
              onChange(replaced(intervals, index, { ...interval, [end]: event.currentTarget.value }))
            }
            onBlur={(event) =>
              onChange(replaced(intervals, index, { ...interval, [end]: tidyTime(event.currentTarget.value) }))
            }
          />
        );
        return (
          <span key={index} className={classes['interval']} data-bad={own.length > 0}>
            {time('from')}
            <span aria-hidden>–</span>
            {time('to')}
            {runsPastMidnight(interval) ? <Badge look="outline">{text('calendar.nextDay')}</Badge> : null}
            <IconButton
              label={text('calendar.removeHours', { which })}
              icon={<IconX size={14} />}
              onClick={() => onChange(without(intervals, index))}
            />
          </span>
        );
      })}
      <IconButton label={text('calendar.addHours', { which: label })} icon={<IconPlus size={16} />} onClick={add} />
      {intervals.map((_interval, index) => {
        const own = within(problems, `[${index}]`);
        const message = messageAt(own, '') ?? messageAt(own, 'from') ?? messageAt(own, 'to');
        return message === null ? null : (
          <p key={index} className={classes['error']} role="alert">
            {message}
          </p>
        );
      })}
    </div>
  );
}
