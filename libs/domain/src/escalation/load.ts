import type { DayNumber } from '../time/date.js';
import { dateOf, parseWallTime, utcDay, weekdayOf } from '../time/date.js';
import type { Instant, LocalDate, Ms, WallTime } from '../time/instant.js';
import { DAY, HOUR } from '../time/instant.js';
import { firstInstantOfWall, localDayOf, startOfLocalDay } from '../time/zone.js';
import type { OnCallSchedule } from './on-call.js';
import { shifts } from './shifts.js';

/** What counts as night and holiday, and how much a person may carry in one ISO week; null: no limit is watched. */
export interface LoadRules {
  readonly nightFrom: WallTime;
  readonly nightTo: WallTime;
  readonly holidays: readonly LocalDate[];
  readonly maxHoursPerWeek: number | null;
  readonly maxNightsPerWeek: number | null;
}

/** Night as Korea's Labour Standards Act, article 56(3), draws it: 22:00 to 06:00. No limits. Check with counsel. */
export const DEFAULT_LOAD_RULES: LoadRules = {
  nightFrom: '22:00',
  nightTo: '06:00',
  holidays: [],
  maxHoursPerWeek: null,
  maxNightsPerWeek: null,
};

export type LoadFlag = 'HOURS_OVER_LIMIT' | 'NIGHTS_OVER_LIMIT' | 'ON_HOLIDAY';

/** What one person carries in one ISO week of the schedule's zone. */
export interface PersonWeek {
  readonly personId: string;
  /** `2026-W48` */
  readonly week: string;
  readonly onCallMs: Ms;
  /** Dates on whose evening a night with any duty begins. */
  readonly nights: readonly LocalDate[];
  /** Holidays with any duty. */
  readonly holidays: readonly LocalDate[];
  readonly flags: readonly LoadFlag[];
}

interface Carried {
  onCallMs: Ms;
  readonly nights: Set<LocalDate>;
  readonly holidays: Set<LocalDate>;
}

/**
 * Hours, nights and holidays on call per person and ISO week within `[from, to)`, by week and person. Local days decide: a
 * stretch over midnight counts to both dates, a night to the date on whose evening it begins.
 */
export function onCallLoad(
  schedule: OnCallSchedule,
  from: Instant,
  to: Instant,
  rules: LoadRules,
): readonly PersonWeek[] {
  const carried = new Map<string, Map<string, Carried>>();
  const holidays = new Set(rules.holidays);
  for (const shift of shifts(schedule, from, to)) {
    const last = localDayOf(schedule.zone, shift.to - 1);
    for (let day = localDayOf(schedule.zone, shift.from) - 1; day <= last; day += 1) {
      const length = overlap(shift, startOfLocalDay(schedule.zone, day), startOfLocalDay(schedule.zone, day + 1));
      const nightLength = overlap(shift, ...nightOf(schedule.zone, day, rules));
      if (length === 0 && nightLength === 0) continue;
      const week = carriedIn(carried, isoWeekOf(day), shift.personId);
      const date = dateOf(day);
      week.onCallMs += length;
      if (nightLength > 0) week.nights.add(date);
      if (length > 0 && holidays.has(date)) week.holidays.add(date);
    }
  }
  return weeksOf(carried, rules);
}

/** `2026-W48`: the ISO 8601 week of a date, named after the year of its Thursday. */
export function isoWeekOf(day: DayNumber): string {
  const thursday = day - weekdayOf(day) + 3;
  const year = new Date(thursday * DAY).getUTCFullYear();
  const week = Math.floor((thursday - utcDay(year, 1, 1)) / 7) + 1;
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

function nightOf(zone: string, day: DayNumber, rules: LoadRules): readonly [Instant, Instant] {
  const [from, to] = [parseWallTime(rules.nightFrom) ?? 0, parseWallTime(rules.nightTo) ?? 0];
  const end = to <= from ? to + DAY : to;
  return [firstInstantOfWall(zone, day * DAY + from), firstInstantOfWall(zone, day * DAY + end)];
}

function overlap(shift: { readonly from: Instant; readonly to: Instant }, from: Instant, to: Instant): Ms {
  return Math.max(0, Math.min(shift.to, to) - Math.max(shift.from, from));
}

function carriedIn(carried: Map<string, Map<string, Carried>>, week: string, personId: string): Carried {
  const people = carried.get(week) ?? new Map<string, Carried>();
  carried.set(week, people);
  const found = people.get(personId) ?? { onCallMs: 0, nights: new Set(), holidays: new Set() };
  people.set(personId, found);
  return found;
}

function weeksOf(carried: ReadonlyMap<string, ReadonlyMap<string, Carried>>, rules: LoadRules): readonly PersonWeek[] {
  return [...carried].sort(byKey).flatMap(([week, people]) =>
    [...people].sort(byKey).map(([personId, { onCallMs, nights, holidays }]) => ({
      personId,
      week,
      onCallMs,
      nights: [...nights].sort(),
      holidays: [...holidays].sort(),
      flags: flagsOf({ onCallMs, nights, holidays }, rules),
    })),
  );
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function flagsOf({ onCallMs, nights, holidays }: Carried, rules: LoadRules): readonly LoadFlag[] {
  const flags: LoadFlag[] = [];
  if (rules.maxHoursPerWeek !== null && onCallMs > rules.maxHoursPerWeek * HOUR) flags.push('HOURS_OVER_LIMIT');
  if (rules.maxNightsPerWeek !== null && nights.size > rules.maxNightsPerWeek) flags.push('NIGHTS_OVER_LIMIT');
  if (holidays.size > 0) flags.push('ON_HOLIDAY');
  return flags;
}
