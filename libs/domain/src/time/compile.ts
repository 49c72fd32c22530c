import { addBusinessDays, businessDays, endOfBusinessDay } from './business-days.js';
import type { CalendarDocument, CompiledCalendar, HolidayRevision } from './calendar.js';
import type { Instant, Interval, Ms } from './instant.js';
import { openSpansOf, stretchesOf } from './real-time.js';
import { RANGE_FROM, RANGE_TO, Timeline } from './timeline.js';
import type { WallPlan } from './wall-plan.js';
import { holidaysInForce, wallPlan } from './wall-plan.js';

const EMPTY: readonly HolidayRevision[] = [];
const memory = new WeakMap<CalendarDocument, WeakMap<readonly HolidayRevision[], Map<number, CompiledCalendar>>>();

/**
 * A calendar ready to answer, with the holidays as known at `asOf` (D-CAL-4).
 * The same document and list of revisions (by identity) compile once per state of knowledge: keep both and pass them again.
 * `ALWAYS` is 24x7 and nothing cuts it. Times and dates that can't be read open and close nothing; `validateCalendar` names them.
 * Throws a RangeError for an unknown zone.
 */
export function compileCalendar(
  document: CalendarDocument,
  holidays: readonly HolidayRevision[],
  asOf: Instant,
): CompiledCalendar {
  const follows = document.kind === 'WEEKLY' && document.holidayPolicy === 'FOLLOW_OFFICIAL';
  const revisions = follows ? holidays : EMPTY;
  const known = countKnown(revisions, asOf);
  const byRevisions = memory.get(document) ?? new WeakMap<readonly HolidayRevision[], Map<number, CompiledCalendar>>();
  memory.set(document, byRevisions);
  const byKnown = byRevisions.get(revisions) ?? new Map<number, CompiledCalendar>();
  byRevisions.set(revisions, byKnown);
  const compiled = byKnown.get(known) ?? calendarOn(document, planOf(document, revisions, asOf));
  byKnown.set(known, compiled);
  return compiled;
}

const instantsKnown = new WeakMap<readonly HolidayRevision[], readonly Instant[]>();

/** How many of the revisions are known: it names the state of knowledge within one list. */
function countKnown(revisions: readonly HolidayRevision[], asOf: Instant): number {
  const instants = instantsKnown.get(revisions) ?? revisions.map(({ knownAt }) => knownAt).sort((a, b) => a - b);
  instantsKnown.set(revisions, instants);
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((instants[middle] ?? 0) <= asOf) low = middle + 1;
    else high = middle;
  }
  return low;
}

function planOf(document: CalendarDocument, revisions: readonly HolidayRevision[], asOf: Instant): WallPlan | null {
  return document.kind === 'ALWAYS' ? null : wallPlan(document, holidaysInForce(document, revisions, asOf));
}

function calendarOn(document: CalendarDocument, plan: WallPlan | null): CompiledCalendar {
  const { zone } = document;
  const timeline = new Timeline(openSpansOf(zone, plan));
  const isBusinessDay = businessDays(zone, plan);
  return {
    zone,
    document,
    isOpen: (at) => inRange(at) && at < (timeline.end(timeline.indexAt(at)) ?? at),
    elapsed: (a, b) => elapsed(timeline, a, b),
    add: (a, d) => (d > 0 ? addOpen(timeline, a, d) : d === 0 ? nextOpen(timeline, a) : null),
    subtract: (a, d) => (d > 0 ? subtractOpen(timeline, a, d) : d === 0 ? instantOrNull(a) : null),
    nextOpen: (at) => nextOpen(timeline, at),
    nextClose: (at) => nextClose(timeline, at),
    windows: (from, to) => windows(timeline, from, to),
    stretches: (from, to) => stretchesOf(zone, plan, windows(timeline, from, to), { from, to }),
    addBusinessDays: (at, n) => addBusinessDays(zone, isBusinessDay, at, n),
    endOfBusinessDay: (at) => (inRange(at) ? endOfBusinessDay(zone, plan, at) : null),
  };
}

function inRange(at: Instant): boolean {
  return at >= RANGE_FROM && at < RANGE_TO;
}

function instantOrNull(at: Instant): Instant | null {
  return Number.isFinite(at) ? at : null;
}

function elapsed(timeline: Timeline, a: Instant, b: Instant): Ms {
  const from = Math.max(a, RANGE_FROM);
  const to = Math.min(b, RANGE_TO);
  if (!(from < to)) return 0;
  timeline.cover(to - 1);
  timeline.cover(from);
  return timeline.openBefore(to) - timeline.openBefore(from);
}

function addOpen(timeline: Timeline, a: Instant, d: Ms): Instant | null {
  const from = Math.max(a, RANGE_FROM);
  // No calendar opens for longer than time passes: what can't be needs no years to be built.
  if (!(from + d <= RANGE_TO)) return null;
  timeline.cover(from < RANGE_TO ? from : RANGE_TO - 1);
  const sum = timeline.openBefore(from) + d;
  while (sum > timeline.total()) if (!timeline.extendLater()) return null;
  return timeline.leastWith(sum);
}

function subtractOpen(timeline: Timeline, a: Instant, d: Ms): Instant | null {
  const to = Math.min(a, RANGE_TO);
  if (!(to - d >= RANGE_FROM)) return null;
  timeline.cover(to - 1);
  while (timeline.openBefore(to) < d) if (!timeline.extendEarlier()) return null;
  return timeline.greatestWith(timeline.openBefore(to) - d);
}

function nextOpen(timeline: Timeline, at: Instant): Instant | null {
  if (!(at < RANGE_TO)) return null;
  const from = Math.max(at, RANGE_FROM);
  const index = timeline.indexAt(from);
  if (from < (timeline.end(index) ?? from)) return from;
  while (timeline.start(index + 1) === null) if (!timeline.extendLater()) return null;
  return timeline.start(index + 1);
}

function nextClose(timeline: Timeline, at: Instant): Instant | null {
  if (!inRange(at)) return instantOrNull(at);
  const index = timeline.indexAt(at);
  if ((timeline.end(index) ?? at) <= at) return at;
  // A span that reaches the edge of what is built may go on beyond it.
  while (timeline.end(index) === timeline.builtUntil() && timeline.extendLater());
  const end = timeline.end(index);
  return end === RANGE_TO ? null : end;
}

function windows(timeline: Timeline, from: Instant, to: Instant): readonly Interval[] {
  const [first, last] = [Math.max(from, RANGE_FROM), Math.min(to, RANGE_TO)];
  const found: Interval[] = [];
  if (!(first < last)) return found;
  timeline.cover(last - 1);
  timeline.cover(first);
  for (let index = Math.max(timeline.indexAt(first), 0); ; index += 1) {
    const [start, end] = [timeline.start(index), timeline.end(index)];
    if (start === null || end === null || start >= last) return found;
    if (end > first) found.push({ from: Math.max(start, first), to: Math.min(end, last) });
  }
}
