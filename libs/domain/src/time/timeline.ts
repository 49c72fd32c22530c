import type { Instant, Ms } from './instant.js';
import type { Span } from './spans.js';
import { yearOf, yearStart } from './zone-offsets.js';

/** Calendars answer for `[RANGE_FROM, RANGE_TO)`: outside it no time is open. */
export const RANGE_FROM: Instant = 0;
export const RANGE_TO: Instant = Date.UTC(2100, 0, 1);

/** Open spans of `[from, to)` as instants: sorted, disjoint, touching ones joined. */
export type OpenSpansBetween = (from: Instant, to: Instant) => readonly Span[];

/**
 * Open time as sorted spans with prefix sums, built year by year as questions come (D-CAL-3).
 * Positions are found by binary search: `openBefore` maps an instant to the open time since the start of what is covered.
 */
export class Timeline {
  private starts: number[] = [];
  private ends: number[] = [];
  /** `sums[i]`: open time of the spans before i. */
  private sums: number[] = [0];
  private coveredFrom: Instant;
  private coveredTo: Instant;

  constructor(private readonly openSpans: OpenSpansBetween) {
    this.coveredFrom = RANGE_FROM;
    this.coveredTo = RANGE_FROM;
  }

  /** Index of the last span that starts at or before `at`, -1 when none does. Covers `at` first. */
  indexAt(at: Instant): number {
    this.cover(at);
    return lastAtMost(this.starts, at, this.starts.length);
  }

  /** Open time of `[covered start, at)`. Comparable only between calls without a covering call in between. */
  openBefore(at: Instant): Ms {
    const index = lastAtMost(this.starts, at, this.starts.length);
    return index < 0 ? 0 : (this.sums[index] ?? 0) + Math.min(at, this.ends[index] ?? at) - (this.starts[index] ?? at);
  }

  /** Least instant with `openBefore = sum` (sum > 0), or null when what is covered holds less than `sum`. */
  leastWith(sum: Ms): Instant | null {
    if (sum > this.total()) return null;
    const index = lastBelow(this.sums, sum, this.starts.length);
    return (this.starts[index] ?? 0) + sum - (this.sums[index] ?? 0);
  }

  /** Greatest instant within a span with `openBefore = sum`; sum is at least 0 and below the total. */
  greatestWith(sum: Ms): Instant {
    const index = lastAtMost(this.sums, sum, this.starts.length);
    return (this.starts[index] ?? 0) + sum - (this.sums[index] ?? 0);
  }

  total(): Ms {
    return this.sums[this.starts.length] ?? 0;
  }

  start(index: number): Instant | null {
    return this.starts[index] ?? null;
  }

  end(index: number): Instant | null {
    return this.ends[index] ?? null;
  }

  /** The instant up to which spans are built. */
  builtUntil(): Instant {
    return this.coveredTo;
  }

  /** Makes sure that `at` and its surroundings are built; `at` is within the range. */
  cover(at: Instant): void {
    if (at >= this.coveredFrom && at < this.coveredTo) return;
    if (this.coveredFrom === this.coveredTo) {
      this.coveredFrom = yearStart(yearOf(at));
      this.coveredTo = this.coveredFrom;
    }
    while (at >= this.coveredTo && this.coveredTo < RANGE_TO) this.extendLater();
    if (at < this.coveredFrom) this.extendDownTo(yearOf(Math.max(at, RANGE_FROM)));
  }

  /** Adds a year at the end; false when the range is used up. */
  extendLater(): boolean {
    if (this.coveredTo >= RANGE_TO) return false;
    const to = yearStart(yearOf(this.coveredTo) + 1);
    this.append(this.openSpans(this.coveredTo, to));
    this.coveredTo = to;
    return true;
  }

  /** Adds a year at the beginning; false when the range is used up. */
  extendEarlier(): boolean {
    if (this.coveredFrom <= RANGE_FROM) return false;
    this.extendDownTo(yearOf(this.coveredFrom) - 1);
    return true;
  }

  /** Puts all missing years in front at once: what is there has to be summed anew, which once is enough. */
  private extendDownTo(first: number): void {
    const later = this.starts.map((start, index) => ({ from: start, to: this.ends[index] ?? start }));
    [this.starts, this.ends, this.sums] = [[], [], [0]];
    for (let year = first; yearStart(year) < this.coveredFrom; year += 1) {
      this.append(this.openSpans(yearStart(year), yearStart(year + 1)));
    }
    this.append(later);
    this.coveredFrom = yearStart(first);
  }

  private append(spans: readonly Span[]): void {
    for (const span of spans) {
      const last = this.starts.length - 1;
      if (last >= 0 && this.ends[last] === span.from) this.ends[last] = span.to;
      else {
        this.starts.push(span.from);
        this.ends.push(span.to);
      }
      const index = this.starts.length - 1;
      this.sums[index + 1] = (this.sums[index] ?? 0) + (this.ends[index] ?? 0) - (this.starts[index] ?? 0);
    }
  }
}

/** Greatest index below `length` whose value is at most `value`, else -1; the values ascend. */
export function lastAtMost(values: readonly number[], value: number, length: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Greatest index below `length` whose value is below `value`, else -1. */
function lastBelow(values: readonly number[], value: number, length: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
