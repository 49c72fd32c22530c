import { compareWithOracle, PLACES } from './oracle-drill.fixture.js';

test('calendars agree with what the wall shows, minute by minute, wherever clocks change', () => {
  const { cases, mismatches } = compareWithOracle({ cases: 3_000, seed: 1_987, log: () => undefined });
  expect(mismatches).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(3_000);
  expect(new Set(PLACES.map(([zone]) => zone)).size).toBeGreaterThanOrEqual(12);
});
