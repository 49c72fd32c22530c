import { stepInStrip, type DayKind, type StripDay } from '@daylight/web-charts';
import { formatDuration, formatLocalDate } from '@daylight/web-format';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Table } from '../data/table.js';
import { useLanguage } from '../text/locale.js';
import { useUiText } from '../text/ui-text.js';
import { ChartFigure } from './chart-figure.js';
import { DayStripDrawing } from './day-strip-drawing.js';
import { DayStripLegend } from './day-strip-legend.js';
import classes from './day-strip.module.css';

export interface DayStripProps {
  /** What the days are of: a service. */
  readonly title: string;
  readonly finding: ReactNode;
  /** Oldest first, without holes. */
  readonly days: readonly StripDay[];
  /** What else there is to say about the day that was walked to: the incidents of it. */
  readonly about?: (day: StripDay) => ReactNode;
  /** Where several strips stand below each other, one explains what bars mean. Default true. */
  readonly explained?: boolean;
}

/** Days as bars: the worst of each by colour, mark and height. Arrows walk it, and say each day in words. */
export function DayStrip({ title, finding, days, about, explained = true }: DayStripProps) {
  const text = useUiText();
  const prefix = useId().replace(/[^a-zA-Z0-9]/g, '');
  const describe = useDescribe();
  const [chosen, setChosen] = useState<number | null>(null);
  const day = chosen === null ? undefined : days[chosen];
  function onKeyDown(event: KeyboardEvent): void {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const next = stepInStrip(days, chosen ?? days.length, event.code);
    if (next === null) return;
    event.preventDefault();
    setChosen(next);
  }
  return (
    <ChartFigure title={title} finding={finding} table={<DayTable title={title} days={days} />}>
      <DayStripDrawing
        title={title}
        prefix={prefix}
        days={days}
        describe={describe}
        chosen={chosen}
        onChoose={setChosen}
        onKeyDown={onKeyDown}
      />
      <div className={classes['detail']}>
        {day !== undefined ? describe(day) : explained ? text('ui.strip.hint') : null}
        {day === undefined || about === undefined ? null : <div>{about(day)}</div>}
      </div>
      {explained ? <DayStripLegend prefix={`${prefix}-legend`} /> : null}
    </ChartFigure>
  );
}

/** A day in words: "2026. 11. 3. (화) · 중단 42분 · 계획 작업 1시간". */
function useDescribe(): (day: StripDay) => string {
  const text = useUiText();
  const language = useLanguage();
  return (day) => {
    const parts = partsOf(day).map(([kind, ms]) =>
      text('ui.strip.part', { what: text(`ui.strip.kind.${kind}`), time: formatDuration(ms, language) }),
    );
    const quiet = text(day.lengthMs > 0 ? 'ui.strip.kind.up' : 'ui.strip.kind.none');
    const lost = day.downMs + day.degradedMs + day.unmeasuredMs > 0;
    return [formatLocalDate(day.date, language), ...(lost ? [] : [quiet]), ...parts].join(' · ');
  };
}

type Part = Extract<DayKind, 'down' | 'degraded' | 'unmeasured'> | 'planned';

const partsOf = ({ downMs, degradedMs, unmeasuredMs, plannedMs }: StripDay): readonly (readonly [Part, number])[] =>
  (
    [
      ['down', downMs],
      ['degraded', degradedMs],
      ['unmeasured', unmeasuredMs],
      ['planned', plannedMs],
    ] as const
  ).filter(([, ms]) => ms > 0);

/** The days on which something happened; the others are counted, since one is as the other. */
function DayTable({ title, days }: Pick<DayStripProps, 'title' | 'days'>) {
  const text = useUiText();
  const language = useLanguage();
  const shown = days.filter((day) => partsOf(day).length > 0);
  const length = (ms: number): string => (ms === 0 ? '–' : formatDuration(ms, language));
  return (
    <>
      {shown.length === 0 ? null : (
        <Table
          caption={title}
          head={[
            text('ui.strip.day'),
            text('ui.strip.kind.down'),
            text('ui.strip.kind.degraded'),
            text('ui.strip.kind.unmeasured'),
            text('ui.strip.kind.planned'),
          ]}
          rows={[...shown]
            .reverse()
            .map(({ date, downMs, degradedMs, unmeasuredMs, plannedMs }) => [
              formatLocalDate(date, language),
              ...[downMs, degradedMs, unmeasuredMs, plannedMs].map(length),
            ])}
          figures={[1, 2, 3, 4]}
        />
      )}
      <p className={classes['rest']}>
        {text('ui.strip.rest', {
          up: days.filter((day) => partsOf(day).length === 0 && day.lengthMs > 0).length,
          none: days.filter((day) => partsOf(day).length === 0 && day.lengthMs === 0).length,
        })}
      </p>
    </>
  );
}
