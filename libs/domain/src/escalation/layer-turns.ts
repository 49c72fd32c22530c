import { WEEKDAYS } from '../time/calendar.js';
import type { DayNumber } from '../time/date.js';
import { dayOf, parseWallTime, weekdayOf } from '../time/date.js';
import type { Instant, Interval, Ms } from '../time/instant.js';
import { DAY } from '../time/instant.js';
import type { Span } from '../time/spans.js';
import { clipSpans, unionOf } from '../time/spans.js';
import { firstInstantOfWall, localDayOf } from '../time/zone.js';
import type { OnCallHours, OnCallLayer, OnCallTurn, Rotation } from './on-call.js';
import { piecesWithin } from './pieces.js';

/** Days on either side that are looked at too: hours run past midnight, and a clock may jump across a whole day. */
const REACH = 2;

interface Turns {
  readonly zone: string;
  readonly handOver: Ms;
  readonly firstDay: DayNumber;
  readonly secondDay: DayNumber;
  readonly lengthDays: number;
  /** Where the layer ends; null: it goes on. */
  readonly endDay: DayNumber | null;
}

/**
 * The turns of one layer within a range, in order and disjoint. A layer that nobody could follow (no participants, a
 * length of no days, dates or times that can't be read) has nobody; `parseSchedule` says why.
 */
export function layerTurns(layer: OnCallLayer, zone: string, range: Interval): readonly OnCallTurn[] {
  const turns = turnsOf(layer, zone);
  if (turns === null || layer.participants.length === 0) return [];
  const found: OnCallTurn[] = [];
  for (let index = indexBefore(turns, range.from); ; index += 1) {
    const from = startOf(turns, index);
    if (from >= range.to || (turns.endDay !== null && from >= handOverOn(turns, turns.endDay))) break;
    const turn = clipped({ from, to: endOf(turns, index) }, range);
    const personId = layer.participants[index % layer.participants.length];
    if (turn !== null && personId !== undefined) found.push({ ...turn, personId });
  }
  return layer.hours === null ? found : piecesWithin(found, hoursWithin(layer.hours, zone, range), range);
}

function turnsOf({ rotation, startDate, endDate }: OnCallLayer, zone: string): Turns | null {
  const handOver = parseWallTime(rotation.handOver);
  const firstDay = dayOf(startDate);
  const endDay = endDate === null ? null : dayOf(endDate);
  const lengthDays = turnLength(rotation);
  const unreadable = handOver === null || firstDay === null || (endDate !== null && endDay === null);
  if (unreadable || !Number.isInteger(lengthDays) || lengthDays < 1) return null;
  return { zone, handOver, firstDay, secondDay: secondDay(rotation, firstDay), lengthDays, endDay };
}

function turnLength(rotation: Rotation): number {
  if (rotation.kind === 'EVERY_N_DAYS') return rotation.days;
  return rotation.kind === 'WEEKLY' ? 7 : 1;
}

/** A weekly rotation that starts in the middle of a week begins with a short turn. */
function secondDay(rotation: Rotation, firstDay: DayNumber): DayNumber {
  if (rotation.kind !== 'WEEKLY') return firstDay + turnLength(rotation);
  return firstDay + ((WEEKDAYS.indexOf(rotation.weekday) - weekdayOf(firstDay) + 6) % 7) + 1;
}

function startOf(turns: Turns, index: number): Instant {
  return handOverOn(turns, index === 0 ? turns.firstDay : turns.secondDay + (index - 1) * turns.lengthDays);
}

function endOf(turns: Turns, index: number): Instant {
  const next = startOf(turns, index + 1);
  return turns.endDay === null ? next : Math.min(next, handOverOn(turns, turns.endDay));
}

function handOverOn(turns: Turns, day: DayNumber): Instant {
  return firstInstantOfWall(turns.zone, day * DAY + turns.handOver);
}

/** A turn that starts at or before `at`, as late as can be told without reading the zone; 0 before the first. */
function indexBefore(turns: Turns, at: Instant): number {
  const day = localDayOf(turns.zone, at) - REACH;
  return Math.max(0, 1 + Math.floor((day - turns.secondDay) / turns.lengthDays));
}

function hoursWithin(hours: OnCallHours, zone: string, range: Interval): readonly Span[] {
  const spans: Span[] = [];
  const last = localDayOf(zone, range.to) + REACH;
  for (let day = localDayOf(zone, range.from) - REACH; day <= last; day += 1) {
    const weekday = WEEKDAYS[weekdayOf(day)];
    for (const interval of weekday === undefined ? [] : (hours[weekday] ?? [])) {
      const [from, to] = [parseWallTime(interval.from), parseWallTime(interval.to)];
      if (from === null || to === null) continue;
      const [start, end] = [day * DAY + from, day * DAY + (to <= from ? to + DAY : to)];
      spans.push({ from: firstInstantOfWall(zone, start), to: firstInstantOfWall(zone, end) });
    }
  }
  return clipSpans(unionOf(spans), range.from, range.to);
}

function clipped(span: Span, range: Interval): Interval | null {
  const [from, to] = [Math.max(span.from, range.from), Math.min(span.to, range.to)];
  return from < to ? { from, to } : null;
}
