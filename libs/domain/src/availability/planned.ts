import type { MaintenanceTerms } from '../contracts/availability-terms.js';
import type { CompiledCalendar } from '../time/calendar.js';
import { MINUTE, type Instant } from '../time/instant.js';
import { periodsBetween } from '../time/periods.js';
import { clipSpans, unionOf, type Span } from '../time/spans.js';
import type { Announcement, MaintenanceWindow } from './facts.js';
import { coveredMs, intersectSpans } from './instants.js';

/** Why work isn't planned (D-MON-2). */
export type UnplannedReason =
  'NO_TERMS' | 'EMERGENCY' | 'CANCELLED' | 'NOT_ANNOUNCED' | 'NOTICE_TOO_SHORT' | 'CAP_USED_UP';

/** One window judged: what of it counts as planned, and the overrun that counts as downtime. */
export interface JudgedWindow {
  readonly window: MaintenanceWindow;
  /** Parts that count as planned, sorted and disjoint. */
  readonly planned: readonly Span[];
  /** Work that went on after the announced end. */
  readonly overrun: readonly Span[];
  /** When the notice began to run: delivery of the first announcement that covers the window as it is. */
  readonly noticeFrom: Instant | null;
  /** Why it isn't planned, or not wholly; null when it is. */
  readonly reason: UnplannedReason | null;
}

export interface MaintenanceRules {
  /** null: the terms know no planned work. */
  readonly terms: MaintenanceTerms | null;
  /** Compiled calendar of the notice where the terms name one. */
  readonly noticeCalendar: CompiledCalendar | null;
  /** The zone in which the months of the cap are cut: the contract's. */
  readonly zone: string;
}

/**
 * When the notice for the window as it stands began: at the delivery of an announcement that covered all of it. A move
 * restarts it (D-MON-2); shortening a window moves nothing, since all that is left of it was announced before.
 */
function noticeStart(announcements: readonly Announcement[]): Instant | null {
  const last = announcements[announcements.length - 1];
  if (last === undefined) return null;
  let first: Instant | null = null;
  for (const { deliveredAt, from, to } of announcements) {
    const covers = from <= last.from && to >= last.to;
    if (!covers) first = null;
    else if (deliveredAt !== null) first = first === null ? deliveredAt : Math.min(first, deliveredAt);
  }
  return first;
}

function noticeKept(from: Instant, start: Instant, { terms, noticeCalendar }: MaintenanceRules): boolean {
  const notice = terms?.notice ?? null;
  if (start > from) return false;
  if (notice === null) return true;
  if (notice.unit === 'MINUTES') {
    const passed = noticeCalendar === null ? from - start : noticeCalendar.elapsed(start, from);
    return passed >= notice.minutes * MINUTE;
  }
  const enough = noticeCalendar?.addBusinessDays(start, notice.days) ?? null;
  return enough !== null && enough <= from;
}

function refusal(window: MaintenanceWindow, rules: MaintenanceRules): UnplannedReason | null {
  const last = window.announcements[window.announcements.length - 1];
  if (window.kind === 'EMERGENCY') return 'EMERGENCY';
  if (window.cancelled) return 'CANCELLED';
  if (rules.terms === null) return 'NO_TERMS';
  const start = noticeStart(window.announcements);
  if (last === undefined || start === null) return 'NOT_ANNOUNCED';
  return noticeKept(last.from, start, rules) ? null : 'NOTICE_TOO_SHORT';
}

/** The first `limit` milliseconds of sorted, disjoint spans. */
function firstOf(spans: readonly Span[], limit: number): readonly Span[] {
  const kept: Span[] = [];
  let left = limit;
  for (const { from, to } of spans) {
    if (left <= 0) break;
    kept.push({ from, to: Math.min(to, from + left) });
    left -= to - from;
  }
  return kept;
}

/** What of the windows a month may hold: the earliest instants first, up to the cap (D-MON-2). */
function underCap(spans: readonly Span[], { terms, zone }: MaintenanceRules): readonly Span[] {
  const cap = terms?.capMinutesPerMonth ?? null;
  const all = unionOf(spans);
  const [first, last] = [all[0], all[all.length - 1]];
  if (cap === null || first === undefined || last === undefined) return all;
  const months = periodsBetween(zone, 'MONTH', first.from, last.to);
  return unionOf(months.flatMap(({ from, to }) => firstOf(clipSpans(all, from, to), cap * MINUTE)));
}

function windowSpan({ announcements }: MaintenanceWindow): readonly Span[] {
  const last = announcements[announcements.length - 1];
  return last === undefined || last.to <= last.from ? [] : [{ from: last.from, to: last.to }];
}

function overrunOf({ announcements, endedAt, kind, cancelled }: MaintenanceWindow): readonly Span[] {
  const last = announcements[announcements.length - 1];
  if (last === undefined || endedAt === null || kind === 'EMERGENCY' || cancelled) return [];
  return endedAt > last.to ? [{ from: last.to, to: endedAt }] : [];
}

/**
 * Judges each window (D-MON-2): planned only when announced with the contract's notice, counted from delivery; a move
 * restarts the notice; emergency work isn't planned; a month's cap is used up by the earliest planned instants, each
 * counted once however many windows hold it. Work after the announced end is an overrun, which is downtime.
 */
export function judgeMaintenance(
  windows: readonly MaintenanceWindow[],
  rules: MaintenanceRules,
): readonly JudgedWindow[] {
  const refusals = windows.map((window) => refusal(window, rules));
  const allowed = underCap(
    windows.flatMap((window, index) => (refusals[index] === null ? windowSpan(window) : [])),
    rules,
  );
  return windows.map((window, index) => {
    const refused = refusals[index] ?? null;
    const span = windowSpan(window);
    const planned = refused === null ? intersectSpans(span, allowed) : [];
    const capped = refused === null && coveredMs(planned) < coveredMs(span);
    const noticeFrom = noticeStart(window.announcements);
    return { window, planned, overrun: overrunOf(window), noticeFrom, reason: capped ? 'CAP_USED_UP' : refused };
  });
}
