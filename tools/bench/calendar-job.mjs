// Due dates per second on one core: compiled calendar of a zone with holidays, lunch break and a summer's time change.
import { compileCalendar, HOUR } from '@daylight/domain';
import { randomFrom } from './words.mjs';

const CALLS = 2_000_000;
const OFFICE = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];

function calendar() {
  const names = { ko: '휴일', en: 'Holiday' };
  const days = ['01-01', '01-06', '04-03', '05-01', '06-06', '06-19', '10-31', '12-24', '12-25', '12-26', '12-31'];
  const years = Array.from({ length: 16 }, (_, n) => 2018 + n);
  const holidays = years.flatMap((year) =>
    days.map((day) => ({ date: `${year}-${day}`, name: names, knownAt: 0, source: 'bench', revoked: false })),
  );
  const weekly = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, OFFICE]));
  const document = {
    ...{ id: 'office', name: names, zone: 'Europe/Stockholm', kind: 'WEEKLY', weekly, exceptions: [], breaks: [] },
    ...{ holidayPolicy: 'FOLLOW_OFFICIAL', holidayRegion: 'SE', fixedHolidays: [] },
  };
  return compileCalendar(document, holidays, Date.parse('2026-01-01T00:00:00Z'));
}

/** `{ addsPerSecond, ns }`, the median of `repeats`. */
export function measureCalendar(repeats) {
  const compiled = calendar();
  const random = randomFrom(3);
  const base = Date.parse('2024-01-01T00:00:00Z');
  const starts = Float64Array.from({ length: 4_096 }, () => base + Math.floor(random() * 3 * 365 * 24 * HOUR));
  const spans = Float64Array.from({ length: 4_096 }, () => Math.floor(random() * 80 * HOUR));
  const run = () => {
    let sum = 0;
    const from = performance.now();
    for (let n = 0; n < CALLS; n += 1) sum += compiled.add(starts[n & 4_095], spans[n & 4_095]);
    const seconds = (performance.now() - from) / 1_000;
    if (!Number.isFinite(sum)) throw new Error('a due date was never');
    return CALLS / seconds;
  };
  run();
  const rates = Array.from({ length: repeats }, run).sort((a, b) => a - b);
  const addsPerSecond = rates[rates.length >> 1];
  return { addsPerSecond, ns: 1e9 / addsPerSecond };
}
