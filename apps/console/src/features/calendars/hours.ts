import {
  parseTerms,
  WEEKDAYS,
  type CalendarDocument,
  type Terms,
  type WallInterval,
  type Weekday,
} from '@daylight/domain';

const DAY_MINUTES = 1_440;
const NAME = { ko: '-', en: '-' } as const;
const MATRIX = [
  ['P1', 'P2', 'P3'],
  ['P2', 'P3', 'P4'],
  ['P3', 'P4', 'P5'],
] as const;

/** The smallest terms that a calendar can stand in: calendars are read by the very rules of contracts. */
const termsAround = (document: unknown): unknown => ({
  ...({
    schema: 1,
    reportingZone: 'UTC',
    currency: 'KRW',
    monthlyFeeMinor: null,
    waiting: [],
    reopenWindowDays: 7,
    autoCloseDays: 7,
    responsibilities: [],
    kpiTargets: [],
  } satisfies Partial<Terms>),
  services: [{ serviceItemId: 's', name: NAME, level: 'OPERATE', inScope: NAME, outOfScope: NAME, policyId: 'p' }],
  policies: [{ id: 'p', name: NAME, targets: [] }],
  calendars: [document],
  priorityMatrix: MATRIX,
  responseMetBy: ['PUBLIC_REPLY'],
  renewal: { atEnd: 'HOLDOVER', renewMonths: 0, noticeDays: 0 },
});

/** A stored calendar as this build knows it; null when it has another shape. */
export function readCalendar(document: unknown): CalendarDocument | null {
  const parsed = parseTerms(termsAround(document));
  return parsed.kind === 'valid' ? (parsed.terms.calendars[0] ?? null) : null;
}

/** Weekdays nine to six, official days off: what most service hours start from. */
export function newCalendar(zone: string): CalendarDocument {
  const office = [{ from: '09:00', to: '18:00' }];
  const korean = zone === 'Asia/Seoul';
  return {
    id: 'new',
    name: { ko: '', en: '' },
    zone,
    kind: 'WEEKLY',
    weekly: { mon: office, tue: office, wed: office, thu: office, fri: office },
    exceptions: [],
    breaks: [],
    holidayPolicy: korean ? 'FOLLOW_OFFICIAL' : 'NONE',
    holidayRegion: korean ? 'KR' : null,
    fixedHolidays: [],
  };
}

/** Minutes since midnight of `09:30`; null when it isn't a time. `24:00` is the end of the day. */
export function minutesOf(time: string): number | null {
  const match = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(time.trim());
  const minutes = match === null ? null : Number(match[1]) * 60 + Number(match[2]);
  return minutes === null || minutes > DAY_MINUTES ? null : minutes;
}

/** `9`, `930`, `9:30` as people type them, written as the terms want it; anything else stays. */
export function tidyTime(typed: string): string {
  const digits = /^(\d{1,2}):?(\d{2})?$/.exec(typed.trim());
  if (digits === null) return typed.trim();
  const time = `${(digits[1] ?? '').padStart(2, '0')}:${digits[2] ?? '00'}`;
  return minutesOf(time) === null ? typed.trim() : time;
}

/** Ends on the next day: `22:00`-`06:00`. */
export function runsPastMidnight({ from, to }: WallInterval): boolean {
  const start = minutesOf(from);
  const end = minutesOf(to);
  return start !== null && end !== null && end < start && end !== 0;
}

export interface Bar {
  /** Percent of the day. */
  readonly start: number;
  readonly length: number;
}

/** What a day's open hours cover, those that last past midnight on the next day too; for a picture of the week. */
export function barsOf(weekly: CalendarDocument['weekly'], day: Weekday): readonly Bar[] {
  const before = WEEKDAYS[(WEEKDAYS.indexOf(day) + 6) % 7] ?? 'sun';
  const spans = (intervals: readonly WallInterval[], shift: number) =>
    intervals.flatMap((interval) => {
      const from = minutesOf(interval.from);
      const to = minutesOf(interval.to);
      if (from === null || to === null) return [];
      const end = to <= from ? to + DAY_MINUTES : to;
      return [{ start: Math.max(0, from + shift), end: Math.min(DAY_MINUTES, end + shift) }].filter(
        (span) => span.end > span.start,
      );
    });
  return [...spans(weekly[day] ?? [], 0), ...spans(weekly[before] ?? [], -DAY_MINUTES)].map(({ start, end }) => ({
    start: (start / DAY_MINUTES) * 100,
    length: ((end - start) / DAY_MINUTES) * 100,
  }));
}

/** Days in a row with the same hours, for saying a week in few words. */
export function weekRuns(
  weekly: CalendarDocument['weekly'],
): readonly { readonly from: Weekday; readonly to: Weekday; readonly intervals: readonly WallInterval[] }[] {
  const runs: { from: Weekday; to: Weekday; intervals: readonly WallInterval[] }[] = [];
  for (const day of WEEKDAYS) {
    const intervals = weekly[day] ?? [];
    const last = runs.at(-1);
    if (last !== undefined && JSON.stringify(last.intervals) === JSON.stringify(intervals)) last.to = day;
    else runs.push({ from: day, to: day, intervals });
  }
  return runs.filter(({ intervals }) => intervals.length > 0);
}
