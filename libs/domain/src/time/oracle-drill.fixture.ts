import type { CalendarDocument, CompiledCalendar, HolidayRevision, WallInterval } from './calendar.js';
import { WEEKDAYS } from './calendar.js';
import { compileCalendar } from './compile.js';
import type { Instant } from './instant.js';
import { DAY, MINUTE } from './instant.js';
import { isOpenByHand } from './oracle.fixture.js';
import type { Reading } from './oracle.fixture.js';

// Random questions, each answered twice: by a compiled calendar, and from a table of what the wall shows every minute.

/** Zones and the dates around which their clocks do something worth asking about. */
export const PLACES: readonly (readonly [zone: string, around: string])[] = [
  ...([
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-10-04'],
  ] as const),
  ...([
    ['Africa/Casablanca', '2026-02-15'],
    ['Africa/Casablanca', '2026-03-22'],
  ] as const),
  ...([
    ['Africa/El_Aaiun', '2025-02-23'],
    ['Asia/Tehran', '2022-03-22'],
    ['Asia/Tehran', '2021-09-22'],
  ] as const),
  ...([
    ['Pacific/Apia', '2011-12-30'],
    ['Pacific/Kiritimati', '1994-12-31'],
    ['Asia/Seoul', '1987-05-10'],
  ] as const),
  ...([
    ['Asia/Seoul', '1988-10-09'],
    ['Antarctica/Troll', '2026-03-29'],
    ['Antarctica/Troll', '2026-10-25'],
  ] as const),
  ...([
    ['America/St_Johns', '2006-10-29'],
    ['America/St_Johns', '2010-03-14'],
    ['Asia/Kathmandu', '1986-01-01'],
  ] as const),
  ...([
    ['America/Sao_Paulo', '2018-11-04'],
    ['America/Sao_Paulo', '2019-02-17'],
    ['Europe/Dublin', '2026-10-25'],
  ] as const),
  ...([
    ['Pacific/Chatham', '2026-04-05'],
    ['Pacific/Chatham', '2026-09-27'],
    ['America/New_York', '2026-03-08'],
  ] as const),
  ...([
    ['America/Havana', '2026-11-01'],
    ['Asia/Pyongyang', '2018-05-04'],
    ['America/Caracas', '2016-05-01'],
  ] as const),
];

const REACH = 9;
const MINUTES_A_DAY = 1_440;

interface Table {
  readonly first: Instant;
  readonly readings: readonly Reading[];
}

/** What the wall of a place shows every minute of nearly three weeks, as Intl says. */
function tableOf([zone, around]: (typeof PLACES)[number]): Table {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const first = Date.parse(`${around}T00:00:00Z`) - REACH * DAY;
  const readings = Array.from({ length: (2 * REACH + 1) * MINUTES_A_DAY }, (_, index) => {
    const at = first + index * MINUTE;
    const [date = '', time = ''] = format.format(at).split(' ');
    return {
      at,
      date,
      previousDate: dateBefore(date),
      minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)),
    };
  });
  return { first, readings };
}

const before = new Map<string, string>();

function dateBefore(date: string): string {
  const known = before.get(date) ?? new Date(Date.parse(date) - DAY).toISOString().slice(0, 10);
  before.set(date, known);
  return known;
}

/** Numbers in [0, 1) that are the same on every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const nameless = { ko: '', en: '' };

/** Hours of any sort: split, overlapping, past midnight, closed for days; holidays, exceptions and breaks around the change. */
function anyHours(random: () => number, zone: string, dates: readonly string[]) {
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const time = (most: number) => {
    const minute = upTo(most);
    return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  };
  const hours = (): readonly WallInterval[] =>
    Array.from({ length: upTo(3) }, () => ({ from: time(MINUTES_A_DAY - 1), to: time(MINUTES_A_DAY) }));
  const date = () => dates[upTo(dates.length - 1)] ?? '';
  const document: CalendarDocument = {
    ...{ id: 'any', name: nameless, zone, kind: 'WEEKLY', holidayPolicy: 'FOLLOW_OFFICIAL', holidayRegion: 'KR' },
    weekly: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, hours()])),
    exceptions: Array.from({ length: upTo(3) }, () => {
      const day = date();
      return { date: random() < 0.5 ? day : day.slice(5), name: nameless, intervals: hours() };
    }),
    breaks: Array.from({ length: upTo(2) }, () => ({ date: date(), intervals: hours() })),
    fixedHolidays: [],
  };
  const holidays: readonly HolidayRevision[] = Array.from({ length: upTo(3) }, () => ({
    ...{ date: date(), name: nameless, knownAt: 0, source: 'oracle', revoked: false },
  }));
  return { document, holidays };
}

/** A calendar beside the table of its open minutes. */
interface Pair {
  readonly calendar: CompiledCalendar;
  readonly table: Table;
  readonly open: readonly boolean[];
  /** Open minutes before each reading, one entry more than readings. */
  readonly openBefore: readonly number[];
  /** Dates on which hours start, in order, those that the zone skipped left out. */
  readonly businessDates: readonly string[];
}

function pairOf(table: Table, zone: string, random: () => number): Pair {
  const dates = [...new Set(table.readings.map(({ date }) => date))];
  const { document, holidays } = anyHours(random, zone, dates);
  const open = table.readings.map((reading) => isOpenByHand(document, holidays, reading));
  const openBefore = [0];
  for (const isOpen of open) openBefore.push((openBefore[openBefore.length - 1] ?? 0) + (isOpen ? 1 : 0));
  const businessDates = dates.filter((date) => startsHours(document, holidays, date));
  return { calendar: compileCalendar(document, holidays, 0), table, open, openBefore, businessDates };
}

/** Whether a wall that skips nothing would read open hours that start on this date, on it or past its midnight. */
function startsHours(document: CalendarDocument, holidays: readonly HolidayRevision[], date: string): boolean {
  const none = '0000-00-00';
  const uncut = { ...document, breaks: [] };
  const always = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, [{ from: '00:00', to: '24:00' }]]));
  const cutOnly = { ...document, weekly: always, exceptions: [] };
  for (let minute = 0; minute < MINUTES_A_DAY; minute += 1) {
    const own = [
      [
        { date, previousDate: none },
        { date, previousDate: dateBefore(date) },
      ],
      [
        { date: none, previousDate: date },
        { date: dateAfter(date), previousDate: date },
      ],
    ] as const;
    const opens = own.some(
      ([hours, breaks]) =>
        isOpenByHand(uncut, holidays, { at: 0, minute, ...hours }) &&
        isOpenByHand(cutOnly, [], { at: 0, minute, ...breaks }),
    );
    if (opens) return true;
  }
  return false;
}

function dateAfter(date: string): string {
  return new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
}

type Question = (
  pair: Pair,
  from: number,
  to: number,
) => readonly [asked: string, got: unknown, expected: unknown] | null;

const at = ({ table }: Pair, index: number): Instant => table.first + index * MINUTE;
/** First place from `from` on with the value, or null when the table ends before it is seen. */
const nextIs = ({ open }: Pair, value: boolean, from: number): number | null => {
  const found = open.indexOf(value, from);
  return found < 0 ? null : found;
};

const QUESTIONS: Readonly<Record<string, Question>> = {
  isOpen: (pair, from) => ['isOpen', pair.calendar.isOpen(at(pair, from)), pair.open[from]],
  elapsed: (pair, from, to) => {
    const minutes = (pair.openBefore[to] ?? 0) - (pair.openBefore[from] ?? 0);
    return ['elapsed', pair.calendar.elapsed(at(pair, from), at(pair, to)), minutes * MINUTE];
  },
  add: (pair, from, to) => {
    const minutes = (pair.openBefore[to] ?? 0) - (pair.openBefore[from] ?? 0);
    if (minutes === 0) return null;
    const end = pair.openBefore.indexOf((pair.openBefore[from] ?? 0) + minutes, from);
    return ['add', pair.calendar.add(at(pair, from), minutes * MINUTE), at(pair, end)];
  },
  subtract: (pair, from, to) => {
    const minutes = (pair.openBefore[to] ?? 0) - (pair.openBefore[from] ?? 0);
    if (minutes === 0) return null;
    const start = pair.openBefore.lastIndexOf((pair.openBefore[to] ?? 0) - minutes, to);
    return ['subtract', pair.calendar.subtract(at(pair, to), minutes * MINUTE), at(pair, start)];
  },
  nextOpen: (pair, from) => {
    const opening = nextIs(pair, true, from);
    return opening === null ? null : ['nextOpen', pair.calendar.nextOpen(at(pair, from)), at(pair, opening)];
  },
  nextClose: (pair, from) => {
    const closing = nextIs(pair, false, from);
    return closing === null ? null : ['nextClose', pair.calendar.nextClose(at(pair, from)), at(pair, closing)];
  },
  windows: (pair, from, to) => {
    const expected: { from: Instant; to: Instant }[] = [];
    for (let index = from; index < to; index += 1) {
      const last = expected[expected.length - 1];
      if (pair.open[index] !== true) continue;
      if (last?.to === at(pair, index)) last.to = at(pair, index + 1);
      else expected.push({ from: at(pair, index), to: at(pair, index + 1) });
    }
    const got = pair.calendar.windows(at(pair, from), at(pair, to));
    return ['windows', JSON.stringify(got), JSON.stringify(expected)];
  },
  addBusinessDays: (pair, from, to) => {
    const reading = pair.table.readings[from];
    const date = pair.table.readings[to]?.date;
    const target = pair.businessDates.find((each) => date !== undefined && each >= date);
    if (reading === undefined || target === undefined || target <= reading.date) return null;
    const n = pair.businessDates.filter((each) => each > reading.date && each <= target).length;
    // The first minute at which the wall reads that time of that date or, when it is skipped, whatever follows the skip.
    const reached = pair.table.readings.find(
      (each) => each.date > target || (each.date === target && each.minute >= reading.minute),
    );
    if (reached === undefined) return null;
    return ['addBusinessDays', pair.calendar.addBusinessDays(at(pair, from), n), reached.at];
  },
};

const CASES_A_CALENDAR = 200;

/** At least `cases` questions, in turn about every place; a mismatch tells zone, question, both answers. */
export function compareWithOracle(options: {
  readonly cases: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}): { readonly cases: number; readonly mismatches: readonly string[] } {
  const random = randomFrom(options.seed);
  const mismatches: string[] = [];
  let cases = 0;
  const each = Math.ceil(options.cases / PLACES.length);
  for (const [place, [zone, around]] of PLACES.entries()) {
    const table = tableOf([zone, around]);
    const wrongBefore = mismatches.length;
    while (cases < Math.min(each * (place + 1), options.cases)) {
      const pair = pairOf(table, zone, random);
      cases += askAbout(pair, random, mismatches, `${zone} around ${around}`);
    }
    options.log(`${zone} around ${around}: ${mismatches.length - wrongBefore} mismatches`);
  }
  return { cases, mismatches };
}

function askAbout(pair: Pair, random: () => number, mismatches: string[], where: string): number {
  const questions = Object.values(QUESTIONS);
  const { length } = pair.table.readings;
  let asked = 0;
  for (let turn = 0; turn < CASES_A_CALENDAR; turn += 1) {
    const [a, b] = [Math.floor(random() * length), Math.floor(random() * length)];
    const answer = questions[turn % questions.length]?.(pair, Math.min(a, b), Math.max(a, b)) ?? null;
    if (answer === null) continue;
    asked += 1;
    const [question, got, expected] = answer;
    if (got === expected) continue;
    const from = new Date(at(pair, Math.min(a, b))).toISOString();
    mismatches.push(`${where}: ${question} from ${from} is ${String(got)}, by hand ${String(expected)}`);
  }
  return asked;
}
