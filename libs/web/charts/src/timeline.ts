/** A stretch of time on the picture; instants in ms. */
export interface TimelineSpan {
  readonly from: number;
  readonly to: number;
}

export interface TimelineFrame {
  readonly start: number;
  readonly end: number;
  /** Width in drawing units. */
  readonly width: number;
}

export interface TimelineBox {
  readonly x: number;
  readonly width: number;
}

/** The window that shows every span and mark with 3 % air at both ends, so that a mark at the end isn't cut. */
export function timelineFrame(instants: readonly number[], width: number): TimelineFrame {
  const start = Math.min(...instants);
  const end = Math.max(...instants);
  const air = Math.max((end - start) * 0.03, 30_000);
  return { start: start - air, end: end + air, width };
}

/** Where an instant stands, in drawing units. */
export const timelineX = (frame: TimelineFrame, at: number): number =>
  round(((at - frame.start) / (frame.end - frame.start)) * frame.width);

/** Boxes for ordered, gapless spans: neighbours share an edge exactly, so the widths sum to the whole. */
export function timelineBoxes(frame: TimelineFrame, spans: readonly TimelineSpan[]): readonly TimelineBox[] {
  return spans.map(({ from, to }) => {
    const x = timelineX(frame, from);
    return { x, width: round(timelineX(frame, to) - x) };
  });
}

const STEPS = [
  60_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000, 7_200_000, 10_800_000, 21_600_000, 43_200_000, 86_400_000,
  172_800_000, 604_800_000, 1_209_600_000, 2_592_000_000,
];

/**
 * Round instants for an axis with at most `most` labels, aligned to the wall clock of `offsetMs` (zone offset at the
 * frame's start; an hour's shift inside the frame moves labels by that hour, never the data).
 */
export function timelineTicks(frame: TimelineFrame, most: number, offsetMs = 0): readonly number[] {
  const span = frame.end - frame.start;
  const step = STEPS.find((candidate) => span / candidate <= most) ?? span / Math.max(most, 1);
  const ticks: number[] = [];
  for (let at = Math.ceil((frame.start + offsetMs) / step) * step - offsetMs; at <= frame.end; at += step)
    ticks.push(at);
  return ticks;
}

/** Labels that would touch move to a second row: returns the row (0 or 1) of each x, in order. */
export function stagger(xs: readonly number[], minGap: number): readonly (0 | 1)[] {
  const last = [-Infinity, -Infinity];
  return xs.map((x) => {
    const row = x - (last[0] ?? 0) >= minGap ? 0 : 1;
    last[row] = x;
    return row;
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;
