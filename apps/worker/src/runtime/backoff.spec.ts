import { DEFAULT_PAUSE_MS, pauseBefore } from './backoff.js';

describe('the pause before another attempt', () => {
  test('doubles from two seconds', () => {
    expect([1, 2, 3, 4].map((made) => pauseBefore(made, DEFAULT_PAUSE_MS, 0.5))).toEqual([2_000, 4_000, 8_000, 16_000]);
  });

  test('never exceeds the longest by more than a quarter', () => {
    expect(pauseBefore(40, [2_000, 60_000], 0.999_999)).toBeLessThanOrEqual(75_000);
  });

  test('is spread, so that jobs that failed together come back apart', () => {
    expect([0, 0.999].map((random) => pauseBefore(1, [2_000, 60_000], random))).toEqual([1_500, 2_499]);
  });
});
