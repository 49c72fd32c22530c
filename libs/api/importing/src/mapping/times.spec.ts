import { readTime } from './times.js';

const iso = (at: number) => new Date(at).toISOString();

it.each([
  ['2010-03-31T16:59:42+02:00', 'ISO', null, '2010-03-31T14:59:42.000Z'],
  ['2010-03-31 16:59:42Z', 'ISO', null, '2010-03-31T16:59:42.000Z'],
  ['2026-03-01T09:00', 'ISO', 'Asia/Seoul', '2026-03-01T00:00:00.000Z'],
  ['2026-03-01T09:00:00.123456+0900', 'ISO', null, '2026-03-01T00:00:00.123Z'],
  ['01/03/2026 09:05', 'DD/MM/YYYY HH:mm', 'Europe/Stockholm', '2026-03-01T08:05:00.000Z'],
  ['1700000000', 'EPOCH_SECONDS', null, '2023-11-14T22:13:20.000Z'],
  ['1700000000123', 'EPOCH_MS', null, '2023-11-14T22:13:20.123Z'],
  // The clocks went forward at 02:00: the first instant after the gap.
  ['2026-03-29 02:30', 'YYYY-MM-DD HH:mm', 'Europe/Stockholm', '2026-03-29T01:00:00.000Z'],
])('%s written as %s in %s is %s', (text, format, zone, expected) => {
  const read = readTime(text, format, zone);
  expect(read.kind === 'time' ? iso(read.at) : read).toBe(expected);
});

it.each([
  ['2026-02-30T09:00Z', 'ISO', null, 'not-a-time'],
  ['2026-03-01T25:00Z', 'ISO', null, 'not-a-time'],
  ['yesterday', 'ISO', null, 'not-a-time'],
  ['', 'ISO', null, 'not-a-time'],
  ['2026-03-01T09:00', 'ISO', null, 'no-zone'],
  ['1/2/26', 'DD/MM/YYYY', 'Asia/Seoul', 'not-a-time'],
])('%s written as %s in %s is %s', (text, format, zone, kind) => {
  expect(readTime(text, format, zone).kind).toBe(kind);
});
