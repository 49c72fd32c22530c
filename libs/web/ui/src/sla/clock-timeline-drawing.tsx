import { stagger, timelineBoxes, timelineFrame, timelineTicks, timelineX } from '@daylight/web-charts';
import { formatInstant, type InstantStyle } from '@daylight/web-format';
import type { KeyboardEvent } from 'react';
import { useWidth } from '../charts/use-width.js';
import { useLanguage } from '../text/locale.js';
import { useUiText } from '../text/ui-text.js';
import type { ClockTimelineProps } from './clock-timeline.js';
import classes from './clock-timeline.module.css';
import type { TimelineMark, TimelineSegment } from './timeline-data.js';
import { fillOf, TimelinePatterns } from './timeline-patterns.js';

interface DrawingProps extends ClockTimelineProps {
  readonly prefix: string;
  readonly describe: (segment: TimelineSegment) => string;
  readonly shown: number | null;
  readonly onShow: (index: number | null) => void;
}

const BAR_TOP = 46;
const BAR_HEIGHT = 28;
const AXIS = BAR_TOP + BAR_HEIGHT + 8;
const HEIGHT = AXIS + 24;
const DAY = 86_400_000;

const SYMBOL: Readonly<Record<TimelineMark['kind'], string>> = {
  STARTED: '▸',
  MET: '✓',
  BREACHED: '✕',
  REOPENED: '↺',
  CANCELLED: '–',
  TARGET_CHANGED: '⇄',
  DATE_SET: '⚑',
  WAITING_CONCEDED: '±',
  REBOUND: '⇌',
  UNMERGED: '⑂',
};

/** The zone's offset at an instant (ms), by reading its wall clock. */
function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) -
    Math.floor(at / 60_000) * 60_000
  );
}

export function ClockTimelineDrawing({
  title,
  segments,
  marks,
  dueAt,
  zone,
  prefix,
  describe,
  shown,
  onShow,
}: DrawingProps) {
  const [ref, width] = useWidth(720);
  const language = useLanguage();
  const text = useUiText();
  const instants = [
    ...segments.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]),
    ...marks.map(({ at }) => Date.parse(at)),
    ...(dueAt === null ? [] : [Date.parse(dueAt)]),
  ];
  if (instants.length === 0) return null;
  const frame = timelineFrame(instants, width);
  const boxes = timelineBoxes(
    frame,
    segments.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) })),
  );
  const style: InstantStyle = frame.end - frame.start > 1.5 * DAY ? 'dayTime' : 'time';
  const ticks = timelineTicks(
    frame,
    Math.max(2, Math.floor(width / (style === 'time' ? 90 : 160))),
    offsetAt(frame.start, zone),
  );
  const markXs = marks.map(({ at }) => timelineX(frame, Date.parse(at)));
  const rows = stagger(markXs, 72);
  const dueX = dueAt === null ? null : timelineX(frame, Date.parse(dueAt));
  const move = (event: KeyboardEvent<SVGRectElement>, index: number): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next =
      step === 0
        ? null
        : event.currentTarget.parentElement?.querySelector<SVGRectElement>(`[data-index="${index + step}"]`);
    next?.focus();
  };
  return (
    <div ref={ref}>
      <svg className={classes['drawing']} width={width} height={HEIGHT} role="group" aria-label={title}>
        <TimelinePatterns prefix={prefix} />
        {boxes.map((box, index) => {
          const segment = segments[index];
          if (segment === undefined) return null;
          return (
            <rect
              key={segment.from}
              data-index={index}
              className={classes['segment']}
              x={box.x}
              y={BAR_TOP}
              width={Math.max(box.width, 1)}
              height={BAR_HEIGHT}
              fill={fillOf(prefix, segment.cause.kind)}
              role="img"
              aria-label={describe(segment)}
              tabIndex={index === (shown ?? 0) ? 0 : -1}
              onKeyDown={(event) => move(event, index)}
              onFocus={() => onShow(index)}
              onPointerEnter={() => onShow(index)}
            />
          );
        })}
        {dueX === null ? null : (
          <g className={classes['due']}>
            <path d={`M${dueX} ${BAR_TOP - 8}V${AXIS}`} />
            {marks.some(({ kind }) => kind === 'BREACHED') ? null : (
              <text
                x={dueX}
                y={BAR_TOP + BAR_HEIGHT / 2 + 4}
                dx={dueX > width - 60 ? -6 : 6}
                textAnchor={dueX > width - 60 ? 'end' : 'start'}
              >
                {text('ui.timeline.due')}
              </text>
            )}
          </g>
        )}
        {marks.map((mark, index) => (
          <Mark
            key={`${mark.kind}${mark.at}`}
            mark={mark}
            x={markXs[index] ?? 0}
            row={rows[index] ?? 0}
            width={width}
            label={text(
              `ui.timeline.mark.${mark.kind}`,
              mark.kind === 'TARGET_CHANGED' ? { from: mark.from, to: mark.to } : {},
            )}
          />
        ))}
        <g className={classes['axis']} aria-hidden>
          {ticks.map((at) => (
            <g key={at} transform={`translate(${timelineX(frame, at)},${AXIS})`}>
              <path d="M0 -6v5" />
              <text y="13" textAnchor="middle">
                {formatInstant(at, { language, zone, style })}
              </text>
            </g>
          ))}
        </g>
      </svg>
    </div>
  );
}

function Mark({
  mark,
  x,
  row,
  width,
  label,
}: {
  readonly mark: TimelineMark;
  readonly x: number;
  readonly row: 0 | 1;
  readonly width: number;
  readonly label: string;
}) {
  const y = row === 0 ? 34 : 14;
  const anchor = x < 40 ? 'start' : x > width - 60 ? 'end' : 'middle';
  return (
    <g className={classes['mark']} data-kind={mark.kind}>
      <path d={`M${x} ${y + 4}V${BAR_TOP + BAR_HEIGHT}`} />
      <text
        x={anchor === 'start' ? Math.max(x - 4, 0) : anchor === 'end' ? Math.min(x + 4, width) : x}
        y={y}
        textAnchor={anchor}
      >
        {SYMBOL[mark.kind]} {label}
      </text>
    </g>
  );
}
