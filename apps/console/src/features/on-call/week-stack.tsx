import { useLocal } from '@daylight/web-app';
import { formatDuration } from '@daylight/web-format';
import { ChartFigure, Table, useLanguage } from '@daylight/web-ui';
import { useMemo } from 'react';
import { useText } from '../../app/text.js';
import type { OnCallPlanQuery, ShiftLineFragment } from './generated/on-call.js';
import { Stretch } from './two-times.js';
import { dayWords, midnights, monthWords, placeIn, type Span } from './week.js';
import classes from './week-stack.module.css';

export type Plan = NonNullable<OnCallPlanQuery['onCallPlan']>;

interface Track {
  readonly id: string;
  readonly label: string;
  readonly look: 'final' | 'layer' | 'change';
  readonly shifts: readonly ShiftLineFragment[];
  readonly gaps: readonly Span[];
}

/** What a plan is made of, from what comes out down to its parts. */
function useTracks({ final, layers, gaps, overrides }: Plan): readonly Track[] {
  const text = useText();
  const local = useLocal();
  const swapped = final.filter(({ kind }) => kind === 'SWAP');
  return [
    { id: 'final', label: text('onCall.final'), look: 'final', shifts: final, gaps },
    ...layers.map(({ layerId, name, shifts }) => ({
      ...{ id: `layer-${layerId}`, label: local(name), look: 'layer' as const, shifts, gaps: [] },
    })),
    { id: 'changes', label: text('onCall.changes'), look: 'change', shifts: [...overrides, ...swapped], gaps: [] },
  ];
}

/** The weeks of a schedule, each as a stack: what comes out, the rotations, the changes. Gaps are red and say so. */
export function WeekStack({ plan, now }: { readonly plan: Plan; readonly now: number }) {
  const text = useText();
  const language = useLanguage();
  const zone = plan.schedule.timeZone;
  const tracks = useTracks(plan);
  const weeks = useMemo(() => {
    const count = Math.round((Date.parse(plan.to) - Date.parse(plan.from)) / (7 * 86_400_000));
    const days = midnights(plan.from, count * 7, zone);
    return Array.from({ length: count }, (_none, week) => days.slice(week * 7, week * 7 + 8));
  }, [plan.from, plan.to, zone]);
  const open = plan.gaps.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
  const finding =
    plan.gaps.length === 0
      ? text('onCall.noGaps')
      : text('onCall.gaps', { count: plan.gaps.length, time: formatDuration(open, language) });
  return (
    <ChartFigure title={text('onCall.plan', { zone })} finding={finding} table={<PlanTable plan={plan} />}>
      <div className={classes['weeks']}>
        {weeks.map((days) => (
          <Week key={days[0]} days={days} tracks={tracks} zone={zone} now={now} />
        ))}
      </div>
    </ChartFigure>
  );
}

interface WeekProps {
  /** Eight midnights (ms). */
  readonly days: readonly number[];
  readonly tracks: readonly Track[];
  readonly zone: string;
  readonly now: number;
}

function Week({ days, tracks, zone, now }: WeekProps) {
  const language = useLanguage();
  const [start = 0] = days;
  const end = days.at(-1) ?? start;
  const today = placeIn(start, end, { from: new Date(now).toISOString(), to: new Date(now + 60_000).toISOString() });
  return (
    <div className={classes['week']}>
      <div className={classes['month']} aria-hidden>
        {monthWords(start, zone, language)}
      </div>
      <div className={classes['days']} aria-hidden>
        {days.slice(0, -1).map((day) => (
          <Day key={day} day={day} zone={zone} isToday={day <= now && now < day + 86_400_000} />
        ))}
      </div>
      {tracks.map((track) => (
        <div key={track.id} className={classes['track']} data-look={track.look}>
          <span className={classes['label']}>{track.label}</span>
          <div className={classes['row']}>
            {track.shifts.map((shift) => (
              <Bar key={`${shift.from}/${shift.sourceId}/${shift.personId}`} start={start} end={end} shift={shift} />
            ))}
            {track.gaps.map((gap) => (
              <Gap key={gap.from} start={start} end={end} gap={gap} />
            ))}
            {today === null ? null : <span className={classes['now']} style={{ left: `${today.left}%` }} aria-hidden />}
          </div>
        </div>
      ))}
    </div>
  );
}

interface DayProps {
  /** Its midnight (ms). */
  readonly day: number;
  readonly zone: string;
  readonly isToday: boolean;
}

/** "11. 23. (월)"; where a week has the width of a phone, the weekday above the day, and the month once above the week. */
function Day({ day, zone, isToday }: DayProps) {
  const language = useLanguage();
  const { date, weekday, dayOfMonth } = dayWords(day, zone, language);
  return (
    <span data-today={isToday}>
      <span className={classes['whole']}>{date}</span>
      <span className={classes['short']}>
        {weekday}
        <br />
        {dayOfMonth}
      </span>
    </span>
  );
}

interface RowProps {
  readonly start: number;
  readonly end: number;
}

function Bar({ start, end, shift }: RowProps & { readonly shift: ShiftLineFragment }) {
  const text = useText();
  const place = placeIn(start, end, shift);
  if (place === null) return null;
  return (
    <span
      className={classes['bar']}
      data-kind={shift.kind}
      data-hue={hueOf(shift.personId)}
      style={{ left: `${place.left}%`, width: `${place.width}%` }}
      title={`${shift.personName} · ${text(`onCall.kind.${shift.kind}`)}`}
    >
      {shift.personName}
    </span>
  );
}

function Gap({ start, end, gap }: RowProps & { readonly gap: Span }) {
  const text = useText();
  const place = placeIn(start, end, gap);
  if (place === null) return null;
  return (
    <span className={classes['gap']} style={{ left: `${place.left}%`, width: `${place.width}%` }}>
      {text('onCall.gap')}
    </span>
  );
}

/** As many as the style sheet knows. */
const HUES = 6;

/** The same hue for the same person; names are written as well. */
function hueOf(personId: string): number {
  let sum = 0;
  for (const letter of personId) sum = (sum * 31 + letter.charCodeAt(0)) % HUES;
  return sum;
}

function PlanTable({ plan }: { readonly plan: Plan }) {
  const text = useText();
  const zone = plan.schedule.timeZone;
  const rows = [
    ...plan.final.map((shift) => ({ ...shift, who: shift.personName, why: text(`onCall.kind.${shift.kind}`) })),
    ...plan.gaps.map((gap) => ({ ...gap, who: text('onCall.gap'), why: '–' })),
  ].sort((a, b) => a.from.localeCompare(b.from));
  return (
    <Table
      caption={text('onCall.final')}
      head={[text('onCall.who'), text('onCall.when'), text('onCall.why')]}
      rows={rows.map(({ who, why, from, to }) => [who, <Stretch key={from} from={from} to={to} zone={zone} />, why])}
    />
  );
}
