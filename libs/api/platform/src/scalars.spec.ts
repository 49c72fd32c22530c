import { isoOf } from './scalars.js';

const LAST = 8.64e15;

test.each([
  ...[0, 1, 999, 59_999, 60_000, 3_599_999, 86_399_999, 86_400_000, -1, -86_400_001],
  ...[
    Date.UTC(2026, 1, 28, 23, 59, 59, 7),
    Date.UTC(2024, 1, 29),
    -62_167_219_200_001,
    253_402_300_800_000,
    LAST,
    -LAST,
  ],
  ...[1.5, -0.25],
])('an instant (%p ms) is written as everybody writes it', (at) => {
  expect(isoOf(at)).toBe(new Date(at).toISOString());
});

test('many days in turn keep their dates', () => {
  const days = Array.from({ length: 9_000 }, (_, n) => n * 86_400_000 + 12_345_678);
  expect(days.map(isoOf)).toEqual(days.map((at) => new Date(at).toISOString()));
});

test.each([Number.NaN, Infinity, LAST + 1])('%p is no instant', (at) => {
  expect(() => isoOf(at)).toThrow(RangeError);
});
