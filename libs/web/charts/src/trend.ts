import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';

export interface TrendPoint {
  readonly label: string;
  /** Null: nothing measured. The line breaks there; it never falls to zero. */
  readonly value: number | null;
  /** Lower and upper edge of the band round the value, e.g. p50 and p90. */
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface TrendFrame {
  readonly width: number;
  readonly height: number;
  readonly target: number | null;
  /** Fix the lower end (0 for counts and durations); by default the scale takes the least value. */
  readonly min?: number;
  readonly max?: number;
}

export interface TrendGeometry {
  readonly line: string;
  readonly band: string;
  readonly dots: readonly { readonly x: number; readonly y: number; readonly index: number }[];
  readonly targetY: number | null;
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  readonly xs: readonly number[];
}

function domainOf(points: readonly TrendPoint[], frame: TrendFrame): [number, number] {
  const figures = points.flatMap((point) => [point.value, point.low ?? null, point.high ?? null]);
  const known = [...figures, frame.target].filter((figure) => figure !== null);
  const min = frame.min ?? Math.min(...known, Infinity);
  const max = frame.max ?? Math.max(...known, -Infinity);
  if (!Number.isFinite(min) || !Number.isFinite(max)) return [0, 1];
  return min === max ? [min - 1, max + 1] : [min, max];
}

/** Paths and places for a trend of evenly spaced periods. y grows downwards, as in SVG. */
export function trend(points: readonly TrendPoint[], frame: TrendFrame): TrendGeometry {
  const y = scaleLinear().domain(domainOf(points, frame)).nice(4).range([frame.height, 0]);
  const step = points.length > 1 ? frame.width / (points.length - 1) : 0;
  const x = (index: number): number => round(points.length > 1 ? index * step : frame.width / 2);
  const drawLine = line<TrendPoint>()
    .defined((p) => p.value !== null)
    .x((_p, i) => x(i))
    .y((p) => round(y(p.value ?? 0)));
  const drawBand = area<TrendPoint>()
    .defined((p) => typeof p.low === 'number' && typeof p.high === 'number')
    .x((_p, i) => x(i))
    .y0((p) => round(y(p.low ?? 0)))
    .y1((p) => round(y(p.high ?? 0)));
  return {
    line: drawLine([...points]) ?? '',
    band: drawBand([...points]) ?? '',
    dots: points.flatMap((p, index) => (p.value === null ? [] : [{ x: x(index), y: round(y(p.value)), index }])),
    targetY: frame.target === null ? null : round(y(frame.target)),
    ticks: y.ticks(4).map((value) => ({ value, y: round(y(value)) })),
    xs: points.map((_p, index) => x(index)),
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;
