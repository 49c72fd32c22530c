import { useLocal } from '@daylight/web-app';
import { formatInstant, formatMonth, localeOf, now, wallClock } from '@daylight/web-format';
import { Button, Row, useLanguage } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import type { MaintenanceWholeFragment } from './generated/availability.js';
import { monthGrid, turnMonth } from './month-grid.js';
import classes from './work-calendar.module.css';

interface WorkCalendarProps {
  readonly windows: readonly MaintenanceWholeFragment[];
  /** The contract's: its days are what is shown. */
  readonly zone: string;
}

/** Any Sunday: the names of the days of a week begin there. */
const SUNDAY = Date.UTC(2026, 10, 1);
const DAY = 86_400_000;

function weekdays(language: 'ko' | 'en'): readonly string[] {
  const format = new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_none, day) => format.format(SUNDAY + day * DAY));
}

/** Work by the days of a month. On a phone there is no room for it: there the list below is all. */
export function WorkCalendar({ windows, zone }: WorkCalendarProps) {
  const text = useText();
  const language = useLanguage();
  const today = wallClock(now(), zone).slice(0, 10);
  const [month, setMonth] = useState(today.slice(0, 7));
  return (
    <div className={classes['calendar']}>
      <Row justify="between">
        <strong aria-live="polite">{formatMonth(month, language)}</strong>
        <Row gap="xs">
          <Button size="small" onClick={() => setMonth(turnMonth(month, -1))}>
            {text('status.month.before')}
          </Button>
          <Button size="small" onClick={() => setMonth(turnMonth(month, 1))}>
            {text('status.month.after')}
          </Button>
        </Row>
      </Row>
      <table className={classes['month']}>
        <caption className="dl-hidden">{text('status.work.of', { month: formatMonth(month, language) })}</caption>
        <thead>
          <tr>
            {weekdays(language).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthGrid(month).map((week, index) => (
            <tr key={index}>
              {week.map((date, weekday) => (
                <td key={weekday} data-today={date === today} data-blank={date === null}>
                  {date === null ? null : (
                    <Day date={date} windows={windows.filter((window) => isOn(window, date, zone))} zone={zone} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A window stands on every day that it touches, of the contract's zone. */
function isOn({ startsAt, endsAt }: MaintenanceWholeFragment, date: string, zone: string): boolean {
  const [first, last] = [wallClock(Date.parse(startsAt), zone), wallClock(Date.parse(endsAt) - 1, zone)];
  return first.slice(0, 10) <= date && date <= last.slice(0, 10);
}

function Day({ date, windows, zone }: WorkCalendarProps & { readonly date: string }) {
  const local = useLocal();
  const language = useLanguage();
  return (
    <>
      <span className={classes['number']}>{Number(date.slice(8))}</span>
      {windows.map(({ id, title, startsAt, state }) => (
        <a key={id} href={`#work-${id}`} className={classes['entry']} data-state={state}>
          {formatInstant(startsAt, { language, zone, style: 'time' })} {local(title)}
        </a>
      ))}
    </>
  );
}
