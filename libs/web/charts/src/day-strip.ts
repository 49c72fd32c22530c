/** What a day was like; lengths in ms. */
export interface StripDay {
  /** `YYYY-MM-DD` in the contract's zone (D-AVL-2). */
  readonly date: string;
  /** Of the day, as far as it was under contract; 23 or 25 hours where clocks change; 0: it was not. */
  readonly lengthMs: number;
  readonly downMs: number;
  readonly degradedMs: number;
  readonly unmeasuredMs: number;
  readonly plannedMs: number;
}

/** The worst that can be said of a day; `none`: no contract was in force. Planned work is no state, it stands beside it. */
export type DayKind = 'none' | 'up' | 'unmeasured' | 'degraded' | 'down';

/** Down outweighs degraded, degraded outweighs unmeasured. */
export function dayKind({ lengthMs, downMs, degradedMs, unmeasuredMs }: StripDay): DayKind {
  if (downMs > 0) return 'down';
  if (degradedMs > 0) return 'degraded';
  if (unmeasuredMs > 0) return 'unmeasured';
  return lengthMs > 0 ? 'up' : 'none';
}

export interface StripCell {
  readonly index: number;
  readonly row: number;
  readonly x: number;
  readonly width: number;
  readonly kind: DayKind;
  /** How much of the bar's height the loss takes, 0..1. */
  readonly loss: number;
  readonly planned: boolean;
}

export interface StripGeometry {
  readonly cells: readonly StripCell[];
  readonly rows: number;
  readonly perRow: number;
  /** Where a month begins, for its label; the first day of each row has one as well. */
  readonly months: readonly { readonly date: string; readonly row: number; readonly x: number }[];
}

export interface StripFrame {
  /** Width in drawing units. */
  readonly width: number;
  /** A day is never narrower than this; the strip breaks into rows instead. */
  readonly minSlot: number;
  /** Two labels stand at least this far apart. */
  readonly labelGap: number;
}

const GAP = 0.2;
/** Two minutes of a day must be seen as well, so the height grows by the root and never starts below this. */
const LEAST = 0.3;

function lossOf({ lengthMs, downMs, degradedMs, unmeasuredMs }: StripDay): number {
  const lost = downMs + degradedMs > 0 ? downMs + degradedMs : unmeasuredMs;
  if (lost <= 0) return 0;
  return round(Math.max(LEAST, Math.sqrt(Math.min(1, lost / Math.max(lengthMs, lost)))));
}

function monthsOf(days: readonly StripDay[], perRow: number, slot: number, labelGap: number): StripGeometry['months'] {
  const months: { readonly date: string; readonly row: number; readonly x: number }[] = [];
  days.forEach(({ date }, index) => {
    const [row, column] = [Math.floor(index / perRow), index % perRow];
    if (column > 0 && !date.endsWith('-01')) return;
    const x = round(column * slot);
    const before = months.at(-1);
    // A row that begins late in a month would write over the next one's name: that name is the better one.
    if (before !== undefined && before.row === row && x - before.x < labelGap) months.pop();
    months.push({ date, row, x });
  });
  return months;
}

/** Bars of days, oldest first, as many rows as the width asks for, all rows of equal length. */
export function dayStrip(days: readonly StripDay[], { width, minSlot, labelGap }: StripFrame): StripGeometry {
  const fitting = Math.max(1, Math.floor(width / minSlot));
  const rows = Math.max(1, Math.ceil(days.length / fitting));
  const perRow = Math.max(1, Math.ceil(days.length / rows));
  const slot = width / perRow;
  const cells = days.map((day, index) => ({
    ...{ index, row: Math.floor(index / perRow), x: round((index % perRow) * slot) },
    ...{ width: round(slot * (1 - GAP)), kind: dayKind(day), loss: lossOf(day), planned: day.plannedMs > 0 },
  }));
  return { cells, rows, perRow, months: monthsOf(days, perRow, slot, labelGap) };
}

const WEEK = 7;

/**
 * The day that a key leads to from `index`, by `KeyboardEvent.code`: left and right by a day, up and down to the last
 * and next day on which something happened, page keys by a week, Home and End. null: the key is none of ours.
 */
export function stepInStrip(days: readonly StripDay[], index: number, code: string): number | null {
  const last = days.length - 1;
  const to = (wanted: number): number => Math.min(Math.max(wanted, 0), last);
  const eventful = (day: StripDay): boolean => !['none', 'up'].includes(dayKind(day)) || day.plannedMs > 0;
  switch (code) {
    case 'ArrowLeft':
      return to(index - 1);
    case 'ArrowRight':
      return to(index + 1);
    case 'ArrowUp': {
      const before = days.slice(0, Math.max(index, 0)).findLastIndex(eventful);
      return before === -1 ? to(index) : before;
    }
    case 'ArrowDown': {
      const after = days.findIndex((day, at) => at > index && eventful(day));
      return after === -1 ? to(index) : after;
    }
    case 'PageUp':
      return to(index - WEEK);
    case 'PageDown':
      return to(index + WEEK);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;
