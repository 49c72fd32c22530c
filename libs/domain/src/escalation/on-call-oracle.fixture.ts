import fc from 'fast-check';
import { WEEKDAYS } from '../time/calendar.js';
import { DAY, MINUTE } from '../time/instant.js';
import type { Instant } from '../time/instant.js';
import type { places } from '../time/oracle.fixture.js';
import { readingsAround } from '../time/oracle.fixture.js';
import type { OnCallLayer, OnCallSchedule } from './on-call.js';
import { named } from './schedule.fixture.js';

/**
 * A second opinion on schedules that shares nothing with their code: it reads the wall with Intl once a minute, never lets
 * that reading go back, and walks through the turns one by one.
 */
export interface Minute {
  readonly at: Instant;
  /** The highest reading so far, in minutes since 1970-01-01T00:00 on the wall. */
  readonly wall: number;
}

export function minutesAround(place: (typeof places)[number]): readonly Minute[] {
  let wall = -Infinity;
  return readingsAround(place).map(({ at, date, minute }) => {
    wall = Math.max(wall, Date.parse(`${date}T00:00:00Z`) / MINUTE + minute);
    return { at, wall };
  });
}

export function onCallByHand({ layers, swaps, overrides }: OnCallSchedule, { at, wall }: Minute): string | null {
  let person: string | null = null;
  for (const layer of layers) person = onLayerByHand(layer, wall) ?? person;
  for (const { first, second } of swaps) {
    if (person === first.personId && at >= first.from && at < first.to) person = second.personId;
    else if (person === second.personId && at >= second.from && at < second.to) person = first.personId;
  }
  for (const { personId, from, to } of overrides) if (at >= from && at < to) person = personId;
  return person;
}

function onLayerByHand(
  { rotation, participants, startDate, endDate, hours }: OnCallLayer,
  wall: number,
): string | null {
  const handOver = minuteOf(rotation.handOver);
  const date = (text: string) => Date.parse(`${text}T00:00:00Z`) / MINUTE;
  let turnFrom = date(startDate);
  if (wall < turnFrom + handOver) return null;
  if (endDate !== null && wall >= date(endDate) + handOver) return null;
  let index = 0;
  for (;;) {
    let next = turnFrom + 1440;
    if (rotation.kind === 'EVERY_N_DAYS') next = turnFrom + rotation.days * 1440;
    if (rotation.kind === 'WEEKLY') while (weekdayOf(next) !== rotation.weekday) next += 1440;
    if (next + handOver > wall) break;
    turnFrom = next;
    index += 1;
  }
  if (hours !== null && !withinHours(hours, wall)) return null;
  return participants[index % participants.length] ?? null;
}

function withinHours(hours: NonNullable<OnCallLayer['hours']>, wall: number): boolean {
  const midnight = Math.floor(wall / 1440) * 1440;
  return [midnight, midnight - 1440].some((day) =>
    (hours[weekdayOf(day)] ?? []).some(({ from, to }) => {
      const [start, end] = [minuteOf(from), minuteOf(to)];
      return wall >= day + start && wall < day + (end <= start ? end + 1440 : end);
    }),
  );
}

function weekdayOf(wall: number): (typeof WEEKDAYS)[number] {
  // 1970-01-01 was a Thursday.
  return WEEKDAYS[(Math.floor(wall / 1440) + 3) % 7] ?? 'mon';
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

const pad = (value: number) => String(value).padStart(2, '0');
const time = (highest: number) =>
  fc.integer({ min: 0, max: highest }).map((minute) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`);
/** Hand-overs are drawn from the small hours half of the time: that is when clocks change. */
const handOver = fc.oneof(time(200), time(1439));
const person = fc.constantFrom('kim', 'lee', 'park', 'choi');
const weekday = fc.constantFrom(...WEEKDAYS);
const intervals = fc.array(fc.record({ from: fc.oneof(time(200), time(1439)), to: time(1440) }), { maxLength: 2 });
const hours = fc.record({
  ...{ mon: intervals, tue: intervals, wed: intervals, thu: intervals },
  ...{ fri: intervals, sat: intervals, sun: intervals },
});

/** Any schedule that stirs within the days around a place's date. */
export function anySchedule(place: (typeof places)[number]): fc.Arbitrary<OnCallSchedule> {
  const [zone, around] = place;
  const first = readingsAround(place)[0]?.at ?? 0;
  const date = (min: number, max: number) =>
    fc.integer({ min, max }).map((days) => new Date(Date.parse(around) + days * DAY).toISOString().slice(0, 10));
  const instant = fc.integer({ min: 0, max: 5 * 1440 }).map((minute) => first + minute * MINUTE);
  const rotation = fc.oneof(
    fc.record({ kind: fc.constant('DAILY' as const), handOver }),
    fc.record({ kind: fc.constant('WEEKLY' as const), weekday, handOver }),
    fc.record({ kind: fc.constant('EVERY_N_DAYS' as const), days: fc.integer({ min: 1, max: 4 }), handOver }),
  );
  const layer: fc.Arbitrary<OnCallLayer> = fc.record({
    id: fc.uuid(),
    name: fc.constant(named('layer')),
    rotation,
    participants: fc.array(person, { minLength: 1, maxLength: 3 }),
    startDate: date(-20, 1),
    endDate: fc.option(date(-1, 4), { nil: null, freq: 3 }),
    hours: fc.option(hours, { nil: null }),
  });
  const turn = fc.record({ personId: person, from: instant, to: instant });
  return fc.record({
    id: fc.constant('any'),
    name: fc.constant(named('any')),
    zone: fc.constant(zone),
    layers: fc.array(layer, { maxLength: 3 }),
    swaps: fc.array(fc.record({ id: fc.uuid(), first: turn, second: turn }), { maxLength: 2 }),
    overrides: fc.array(fc.record({ id: fc.uuid(), personId: person, from: instant, to: instant }), { maxLength: 2 }),
  });
}
