import type { SlaTarget, Terms } from '../contracts/terms.js';
import type { CalendarDocument } from '../time/calendar.js';
import { compileCalendar } from '../time/compile.js';
import type { Instant } from '../time/instant.js';
import { MINUTE } from '../time/instant.js';
import type { Mark } from './clock.js';
import { firstDue } from './deadline.js';
import type { EventOf, FoldContext, TicketState } from './state.js';
import { mapTracks } from './state.js';
import type { CalendarOf, Demand, Track } from './track.js';
import { addMark, endStops, isUnjudged, startTrack } from './track.js';

/** What no terms can call a calendar (`read-terms` wants a letter or digit first): time by the wall. */
export const WALL_CLOCK = '*wall';

const WARN_AT = [50, 75, 90] as const;

const wallClocks = new Map<string, CalendarDocument>();

function wallClockIn(zone: string): CalendarDocument {
  const name = { ko: '24시간', en: 'Around the clock' };
  const never = { weekly: {}, exceptions: [], breaks: [], fixedHolidays: [] } as const;
  const policy = { holidayPolicy: 'NONE', holidayRegion: null } as const;
  const document = wallClocks.get(zone) ?? { ...never, ...policy, id: WALL_CLOCK, name, zone, kind: 'ALWAYS' };
  wallClocks.set(zone, document);
  return document;
}

/** The calendars of terms and beside them the wall clock, in the zone of their reports. */
export function withWallClock(calendarOf: CalendarOf, { reportingZone }: Pick<Terms, 'reportingZone'>): CalendarOf {
  return (id, knownAt) =>
    id === WALL_CLOCK ? compileCalendar(wallClockIn(reportingZone), [], 0) : calendarOf(id, knownAt);
}

/** What the terms say of agreed dates, if anything: its name and when to warn. Its length is that of the date. */
function targetOf(state: TicketState, lengthMs: number): SlaTarget {
  const { policy, priority, type } = state;
  const stated = policy?.targets.find(
    (target) =>
      target.clock === 'AGREED_DATE' &&
      target.priority === priority &&
      (target.types.length === 0 || target.types.includes(type)),
  );
  const amount = { unit: 'MINUTES', minutes: Math.ceil(lengthMs / MINUTE) } as const;
  const words = { id: stated?.id ?? 'AGREED_DATE', warnAtPercent: stated?.warnAtPercent ?? WARN_AT };
  return {
    ...words,
    clock: 'AGREED_DATE',
    priority,
    types: [],
    amount,
    calendarId: WALL_CLOCK,
  };
}

function demandFor(state: TicketState, from: Instant, dueAt: Instant): Demand {
  const lengthMs = Math.max(0, dueAt - from);
  return { from, floor: from, target: targetOf(state, lengthMs), priority: state.priority, lengthMs };
}

/**
 * A date was agreed or moved (D-SLA-12): done by then, by the wall, whatever the ticket waits for. A reopening leaves what
 * was left when it was resolved (D-SLA-6). Moved by the provider without consent it is missed at that moment.
 */
export function setDate({ calendarOf }: FoldContext, state: TicketState, event: EventOf<'DATE_SET'>): TicketState {
  if (state.policy === null) return state;
  const { at, dueAt, cause, actor } = event;
  const track = state.tracks.find(({ kind }) => kind === 'AGREED_DATE');
  const before = track === undefined ? null : (firstDue(endStops(track, at), calendarOf, at)?.at ?? null);
  const mark: Mark = { kind: 'DATE_SET', at, dueAt, before, cause, bySide: actor.side, byUserId: actor.userId };
  const demand = demandFor(state, at, dueAt);
  if (track !== undefined)
    return mapTracks(state, (one) => (one === track ? addMark(moved(one, demand, event, before), mark) : one));
  if (state.resolved) return state;
  const { target, priority } = demand;
  const fresh = { ...startTrack({ kind: 'AGREED_DATE', cycle: 1, target, priority }, at), demands: [demand] };
  return { ...state, tracks: [...state.tracks, addMark(fresh, mark)] };
}

/** A verdict that was reached stands; of one that wasn't, the date that was agreed last counts. */
function moved(track: Track, demand: Demand, { at, cause }: EventOf<'DATE_SET'>, before: Instant | null): Track {
  if (!isUnjudged(track))
    return track.metAt !== null && track.breachedAt === null ? { ...track, demands: [demand] } : track;
  if (cause !== 'WITHOUT_CONSENT') return { ...track, demands: [demand] };
  return addMark({ ...track, breachedAt: at, judgedDue: before ?? at }, { kind: 'BREACHED', at });
}
