// Due dates per second on one core: compiled calendar of a zone with holidays, lunch break and a summer's time change.
import { compileCalendar, HOUR, MINUTE } from '@daylight/domain';
import dayjs from 'dayjs';
import dayjsBusinessTime from 'dayjs-business-time';
import moment from 'moment-business-time';
import { randomFrom } from './words.mjs';

const CALLS = 2_000_000;
const YARDSTICK_CALLS = 300;
const OFFICE = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];

const DAYS = ['01-01', '01-06', '04-03', '05-01', '06-06', '06-19', '10-31', '12-24', '12-25', '12-26', '12-31'];
const YEARS = Array.from({ length: 16 }, (_, n) => 2018 + n);
const HOLIDAYS = YEARS.flatMap((year) => DAYS.map((day) => `${year}-${day}`));

function calendar() {
  const names = { ko: '휴일', en: 'Holiday' };
  const holidays = HOLIDAYS.map((date) => ({ date, name: names, knownAt: 0, source: 'bench', revoked: false }));
  const weekly = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, OFFICE]));
  const document = {
    ...{ id: 'office', name: names, zone: 'Europe/Stockholm', kind: 'WEEKLY', weekly, exceptions: [], breaks: [] },
    ...{ holidayPolicy: 'FOLLOW_OFFICIAL', holidayRegion: 'SE', fixedHolidays: [] },
  };
  return compileCalendar(document, holidays, Date.parse('2026-01-01T00:00:00Z'));
}

/** CPU seconds of this process: other work on the machine matters less to them than to the wall. */
function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Calls per CPU second of `add(n)`, the median of `repeats` after a turn that warms up. */
function rateOf(add, calls, repeats) {
  const turn = () => {
    let sum = 0;
    const from = cpuSeconds();
    for (let n = 0; n < calls; n += 1) sum += add(n);
    const seconds = cpuSeconds() - from;
    if (!Number.isFinite(sum)) throw new Error('a due date was never');
    return calls / seconds;
  };
  turn();
  const rates = Array.from({ length: repeats }, turn).sort((a, b) => a - b);
  return rates[rates.length >> 1];
}

/** What npm has for the same job, as yardsticks: both know the zone of their process only, and no clock changes in any other. */
function yardsticks() {
  const hours = OFFICE.map(({ from, to }) => ({ start: `${from}:00`, end: `${to}:00` }));
  dayjs.extend(dayjsBusinessTime);
  const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
  dayjs.setBusinessTime({ saturday: null, sunday: null, ...Object.fromEntries(week.map((day) => [day, hours])) });
  dayjs.setHolidays(HOLIDAYS);
  const closed = Object.fromEntries([0, 6].map((day) => [day, null]));
  const open = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, OFFICE.flatMap(({ from, to }) => [from, to])]));
  moment.updateLocale('en', { workinghours: { ...closed, ...open }, holidays: HOLIDAYS });
  return {
    'dayjs-business-time': (start, ms) =>
      dayjs(start)
        .addBusinessMinutes(Math.floor(ms / MINUTE))
        .valueOf(),
    'moment-business-time': (start, ms) =>
      moment(start)
        .addWorkingTime(Math.floor(ms / MINUTE), 'minutes')
        .valueOf(),
  };
}

/** `{ addsPerSecond, ns, yardsticks: { library: addsPerSecond } }`, by CPU time of one core. */
export function measureCalendar(repeats) {
  const compiled = calendar();
  const random = randomFrom(3);
  const base = Date.parse('2024-01-01T00:00:00Z');
  const starts = Float64Array.from({ length: 4_096 }, () => base + Math.floor(random() * 3 * 365 * 24 * HOUR));
  const spans = Float64Array.from({ length: 4_096 }, () => Math.floor(random() * 80 * HOUR));
  const addsPerSecond = rateOf((n) => compiled.add(starts[n & 4_095], spans[n & 4_095]), CALLS, repeats);
  const others = Object.entries(yardsticks()).map(([name, add]) => [
    name,
    rateOf((n) => add(starts[n & 4_095], spans[n & 4_095]), YARDSTICK_CALLS, 1),
  ]);
  return { addsPerSecond, ns: 1e9 / addsPerSecond, yardsticks: Object.fromEntries(others) };
}
