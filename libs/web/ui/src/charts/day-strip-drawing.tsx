import { dayStrip, type StripCell, type StripDay, type StripGeometry } from '@daylight/web-charts';
import { formatMonth } from '@daylight/web-format';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useLanguage } from '../text/locale.js';
import { DayBar, StripPatterns } from './day-bar.js';
import classes from './day-strip.module.css';
import { useWidth } from './use-width.js';

interface DrawingProps {
  readonly title: string;
  readonly prefix: string;
  readonly days: readonly StripDay[];
  readonly describe: (day: StripDay) => string;
  readonly chosen: number | null;
  readonly onChoose: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const ROW = 44;
const LABEL = 18;
const MIN_SLOT = 7;
const LABEL_GAP = 44;

/** The day under the pointer; the gaps between bars belong to the bar before. */
function dayAt(event: MouseEvent<SVGSVGElement>, { cells, perRow }: StripGeometry): number | null {
  const box = event.currentTarget.getBoundingClientRect();
  const row = Math.floor((event.clientY - box.top) / (ROW + LABEL));
  const column = Math.floor(((event.clientX - box.left) / Math.max(box.width, 1)) * perRow);
  return cells[row * perRow + column]?.index ?? null;
}

/** The bars. One stop for Tab; which day is meant moves within, so that ninety days aren't ninety stops. */
export function DayStripDrawing({ title, prefix, days, describe, chosen, onChoose, onKeyDown }: DrawingProps) {
  const [ref, width] = useWidth(900);
  const language = useLanguage();
  const geometry = dayStrip(days, { width, minSlot: MIN_SLOT, labelGap: LABEL_GAP });
  const choose = (event: MouseEvent<SVGSVGElement>): void => {
    const index = dayAt(event, geometry);
    if (index !== null && index !== chosen) onChoose(index);
  };
  return (
    <div ref={ref}>
      <svg
        className={classes['drawing']}
        width={width}
        height={geometry.rows * (ROW + LABEL)}
        role="listbox"
        tabIndex={0}
        aria-label={title}
        aria-orientation="horizontal"
        {...(chosen === null ? {} : { 'aria-activedescendant': `${prefix}-${chosen}` })}
        onKeyDown={onKeyDown}
        onClick={choose}
        onMouseMove={choose}
      >
        <StripPatterns prefix={prefix} />
        {geometry.cells.map((cell) => (
          <Option key={cell.index} cell={cell} prefix={prefix} chosen={cell.index === chosen} day={days[cell.index]}>
            {describe}
          </Option>
        ))}
        {geometry.months.map(({ date, row, x }) => (
          <text key={date} className={classes['month']} x={x} y={row * (ROW + LABEL) + ROW + 12} aria-hidden>
            {formatMonth(date.slice(0, 7), language, 'short')}
          </text>
        ))}
      </svg>
    </div>
  );
}

interface OptionProps {
  readonly cell: StripCell;
  readonly day: StripDay | undefined;
  readonly prefix: string;
  readonly chosen: boolean;
  readonly children: (day: StripDay) => string;
}

const Option = ({ cell, day, prefix, chosen, children: describe }: OptionProps) => (
  <g
    id={`${prefix}-${cell.index}`}
    role="option"
    aria-selected={chosen}
    aria-label={day === undefined ? undefined : describe(day)}
    transform={`translate(${cell.x},${cell.row * (ROW + LABEL)})`}
  >
    <DayBar cell={cell} prefix={prefix} chosen={chosen} />
  </g>
);
