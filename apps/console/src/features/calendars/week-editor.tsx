import { WEEKDAYS, type CalendarDocument, type Weekday } from '@daylight/domain';
import { Problems } from '@daylight/web-app';
import { Button, Row, Stack } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { messageAt, within, type FieldProblem } from '../forms/field-problems.js';
import classes from './calendar-fields.module.css';
import { barsOf } from './hours.js';
import { IntervalList } from './interval-list.js';

interface WeekEditorProps {
  readonly weekly: CalendarDocument['weekly'];
  readonly onChange: (weekly: CalendarDocument['weekly']) => void;
  /** Relative to the week: `mon[0].from`. */
  readonly problems: readonly FieldProblem[];
}

const WORKDAYS: readonly Weekday[] = ['tue', 'wed', 'thu', 'fri'];

/** The open hours of a week, day by day, beside a picture of it. */
export function WeekEditor({ weekly, onChange, problems }: WeekEditorProps) {
  const text = useText();
  const whole = messageAt(problems, '');
  const likeMonday = (): void =>
    onChange({ ...weekly, ...Object.fromEntries(WORKDAYS.map((day) => [day, weekly.mon ?? []])) });
  return (
    <Stack gap="s">
      <Row justify="between">
        <Button size="small" onClick={likeMonday}>
          {text('calendar.likeMonday')}
        </Button>
        <span className={classes['scale']} aria-hidden>
          {['00', '06', '12', '18', '24'].map((hour) => (
            <span key={hour}>{hour}</span>
          ))}
        </span>
      </Row>
      <Problems messages={whole === null ? [] : [whole]} />
      <ul className={classes['week']}>
        {WEEKDAYS.map((day) => (
          <li key={day} className={classes['day']}>
            <span className={classes['name']}>{text(`calendar.day.${day}`)}</span>
            <IntervalList
              label={text(`calendar.day.${day}`)}
              intervals={weekly[day] ?? []}
              problems={within(problems, day)}
              onChange={(intervals) => onChange({ ...weekly, [day]: intervals })}
            />
            <span className={classes['bar']} aria-hidden>
              {barsOf(weekly, day).map((bar, index) => (
                <span key={index} style={{ left: `${bar.start}%`, width: `${bar.length}%` }} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
