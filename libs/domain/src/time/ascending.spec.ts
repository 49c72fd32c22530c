import fc from 'fast-check';
import { Ascending } from './ascending.js';

function filled(values: readonly number[], width = 10): Ascending {
  const ascending = new Ascending(width);
  for (const value of values) ascending.push(value);
  return ascending;
}

describe('the last of some ascending numbers', () => {
  const numbers = filled([5, 7, 12, 13, 14, 60]);
  const rows: readonly (readonly [limit: number, atMost: number, below: number])[] = [
    [4.9, -1, -1],
    [5, 0, -1],
    [6, 0, 0],
    [7, 1, 0],
    [13.5, 3, 3],
    [14, 4, 3],
    [59, 4, 4],
    [60, 5, 4],
    [61, 5, 5],
    [1e15, 5, 5],
    [-1e15, -1, -1],
  ];
  test.each(rows)('up to %d stands at %d, below it at %d', (limit, atMost, below) => {
    expect([numbers.lastAtMost(limit), numbers.lastBelow(limit)]).toEqual([atMost, below]);
  });

  test('is none when there are no numbers, or no limit', () => {
    expect([filled([]).lastAtMost(3), filled([]).lastBelow(3), numbers.lastAtMost(NaN)]).toEqual([-1, -1, -1]);
  });

  test('is the same as by looking at each, however they are spread and whatever the width', () => {
    const values = fc.uniqueArray(fc.integer({ min: -5_000, max: 50_000 }), { minLength: 1, maxLength: 1_500 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9_000 }), fc.array(fc.integer()), (unsorted, width, others) => {
        const sorted = [...unsorted].sort((a, b) => a - b);
        const ascending = filled(sorted, width);
        for (const limit of [...sorted, ...others]) {
          expect(ascending.lastAtMost(limit)).toBe(sorted.filter((value) => value <= limit).length - 1);
          expect(ascending.lastBelow(limit)).toBe(sorted.filter((value) => value < limit).length - 1);
        }
      }),
      { numRuns: 20, seed: 3 },
    );
  });
});

test('a place without a number holds none', () => {
  const numbers = filled([1, 2]);
  expect([numbers.at(-1), numbers.at(0), numbers.at(1), numbers.at(2), numbers.size()]).toEqual([NaN, 1, 2, NaN, 2]);
});
