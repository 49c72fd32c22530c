import { formatDuration, formatInstant } from '@daylight/web-format';
import { useId, useState } from 'react';
import { ChartFigure } from '../charts/chart-figure.js';
import { useLanguage, useZone } from '../text/locale.js';
import { useUiText } from '../text/ui-text.js';
import classes from './clock-timeline.module.css';
import { ClockTimelineDrawing } from './clock-timeline-drawing.js';
import { countedTotal, lengthOf, localText, totals, type TimelineMark, type TimelineSegment } from './timeline-data.js';
import { fillOf, TimelinePatterns } from './timeline-patterns.js';

export interface ClockTimelineProps {
  /** What the picture is of: "복구 시간". */
  readonly title: string;
  /** The one sentence that answers the question (from the API's explanation). */
  readonly finding: string;
  readonly segments: readonly TimelineSegment[];
  readonly marks: readonly TimelineMark[];
  readonly dueAt: string | null;
  /** The contract's zone: the axis is in it, because its calendar decides. */
  readonly zone: string;
}

/** Why a clock stands where it stands: every stretch of its life, what counted and what did not (D-SLA-9). */
export function ClockTimeline(props: ClockTimelineProps) {
  const { title, finding, segments } = props;
  const prefix = useId().replace(/[^a-zA-Z0-9]/g, '');
  const language = useLanguage();
  const describe = useDescribe(props);
  const text = useUiText();
  const [shown, setShown] = useState<number | null>(null);
  const current = shown === null ? undefined : segments[shown];
  return (
    <ChartFigure title={title} finding={finding} table={<SegmentTable {...props} />}>
      <ClockTimelineDrawing {...props} prefix={prefix} describe={describe} shown={shown} onShow={setShown} />
      <p className={classes['detail']} aria-hidden>
        {current === undefined ? text('ui.timeline.hint') : describe(current)}
      </p>
      <ul className={classes['legend']}>
        {totals(segments).map(({ kind, ms }) => (
          <li key={kind}>
            <svg width="18" height="12" aria-hidden>
              <TimelinePatterns prefix={`${prefix}-${kind}`} />
              <rect width="18" height="12" rx="2" fill={fillOf(`${prefix}-${kind}`, kind)} />
            </svg>
            {text(`ui.timeline.cause.${kind}`)} <span className="dl-number">{formatDuration(ms, language)}</span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

function useDescribe({ zone }: ClockTimelineProps): (segment: TimelineSegment) => string {
  const language = useLanguage();
  const text = useUiText();
  return (segment) => {
    const at = (instant: string): string => formatInstant(instant, { language, zone, style: 'dayTime' });
    return `${causeText(segment, language, text)} · ${at(segment.from)} – ${at(segment.to)} · ${formatDuration(lengthOf(segment), language)}`;
  };
}

function causeText({ cause }: TimelineSegment, language: 'ko' | 'en', text: ReturnType<typeof useUiText>): string {
  const kind = text(`ui.timeline.cause.${cause.kind}`);
  if (cause.kind === 'HOLIDAY') return `${kind}: ${localText(cause.name, language)}`;
  if (cause.kind !== 'WAITING') return kind;
  const who = typeof cause.byName === 'string' ? ` (${cause.byName})` : '';
  return `${kind}: ${localText(cause.name, language)}${who}`;
}

function SegmentTable({ segments, zone }: ClockTimelineProps) {
  const language = useLanguage();
  const reader = useZone();
  const text = useUiText();
  const at = (instant: string): string =>
    formatInstant(instant, { language, zone, style: 'dayTime', withZone: reader !== zone });
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{text('ui.timeline.from')}</th>
          <th scope="col">{text('ui.timeline.to')}</th>
          <th scope="col">{text('ui.timeline.what')}</th>
          <th scope="col">{text('ui.timeline.length')}</th>
          <th scope="col">{text('ui.timeline.counted')}</th>
        </tr>
      </thead>
      <tbody>
        {segments.map((segment) => (
          <tr key={segment.from}>
            <td>{at(segment.from)}</td>
            <td>{at(segment.to)}</td>
            <td>{causeText(segment, language, text)}</td>
            <td>{formatDuration(lengthOf(segment), language)}</td>
            <td>{segment.countedMs === 0 ? '–' : formatDuration(segment.countedMs, language)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {text('ui.timeline.total')}
          </th>
          <td>
            {formatDuration(
              segments.reduce((sum, segment) => sum + lengthOf(segment), 0),
              language,
            )}
          </td>
          <td>{formatDuration(countedTotal(segments), language)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
