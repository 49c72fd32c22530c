import { Ascending } from './ascending.js';
import type { Instant, Ms } from './instant.js';
import { HOUR } from './instant.js';
import type { Span } from './spans.js';
import { yearOf, yearStart } from './zone-offsets.js';

/** Calendars answer for `[RANGE_FROM, RANGE_TO)`: outside it no time is open. */
export const RANGE_FROM: Instant = 0;
export const RANGE_TO: Instant = Date.UTC(2100, 0, 1);

/** Open spans of `[from, to)` as instants: sorted, disjoint, touching ones joined. */
export type OpenSpansBetween = (from: Instant, to: Instant) => readonly Span[];

/** Bucket widths of the two searches: a span of office hours starts every half day, and holds four hours. */
const START_WIDTH = 9 * HOUR;
const SUM_WIDTH = 4 * HOUR;

/**
 * Open time as sorted spans with prefix sums, built year by year as questions come (D-CAL-3).
 * `openBefore` maps an instant to the open time since the start of what is covered, `leastWith` and `greatestWith` map back.
 */
export class Timeline {
  private starts = new Ascending(START_WIDTH);
  /** `sums.at(i)`: open time of the spans before i. */
  private sums = new Ascending(SUM_WIDTH);
  private ends: number[] = [];
  private sum: Ms = 0;
  private coveredFrom: Instant = RANGE_FROM;
  private coveredTo: Instant = RANGE_FROM;

  constructor(private readonly openSpans: OpenSpansBetween) {}

  /** Index of the last span that starts at or before `at`, -1 when none does. Covers `at` first. */
  indexAt(at: Instant): number {
    this.cover(at);
    return this.starts.lastAtMost(at);
  }

  /** Open time of `[covered start, at)`. Comparable only between calls without a covering call in between. */
  openBefore(at: Instant): Ms {
    const index = this.starts.lastAtMost(at);
    if (index < 0) return 0;
    const end = this.ends[index] ?? at;
    return this.sums.at(index) + (at < end ? at : end) - this.starts.at(index);
  }

  /** Least instant with `openBefore = sum`; `0 < sum <= total()`. */
  leastWith(sum: Ms): Instant {
    const index = this.sums.lastBelow(sum);
    return this.starts.at(index) + sum - this.sums.at(index);
  }

  /** Greatest instant within a span with `openBefore = sum`; `0 <= sum < total()`. */
  greatestWith(sum: Ms): Instant {
    const index = this.sums.lastAtMost(sum);
    return this.starts.at(index) + sum - this.sums.at(index);
  }

  total(): Ms {
    return this.sum;
  }

  start(index: number): Instant | null {
    return index >= 0 && index < this.starts.size() ? this.starts.at(index) : null;
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

  /** Doubles what is built by adding years at the beginning; false when the range is used up. */
  extendEarlier(): boolean {
    if (this.coveredFrom <= RANGE_FROM) return false;
    const first = yearOf(this.coveredFrom);
    this.extendDownTo(Math.max(2 * first - yearOf(this.coveredTo), yearOf(RANGE_FROM)));
    return true;
  }

  /** Puts all missing years in front at once: what is there has to be summed anew, which once is enough. */
  private extendDownTo(first: number): void {
    const later = this.ends.map((to, index) => ({ from: this.starts.at(index), to }));
    this.starts = new Ascending(START_WIDTH);
    this.sums = new Ascending(SUM_WIDTH);
    [this.ends, this.sum] = [[], 0];
    for (let year = first; yearStart(year) < this.coveredFrom; year += 1) {
      this.append(this.openSpans(yearStart(year), yearStart(year + 1)));
    }
    this.append(later);
    this.coveredFrom = yearStart(first);
  }

  private append(spans: readonly Span[]): void {
    for (const { from, to } of spans) {
      const last = this.ends.length - 1;
      if (this.ends[last] === from) this.ends[last] = to;
      else {
        this.starts.push(from);
        this.sums.push(this.sum);
        this.ends.push(to);
      }
      this.sum += to - from;
    }
  }
}
