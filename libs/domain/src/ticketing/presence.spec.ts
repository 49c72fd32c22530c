import { PRESENCE_BEAT_MS, PRESENCE_LEASE_MS, presenceEndsAt } from './presence.js';

test('who says nothing for half a minute is gone, and one lost word ends nothing', () => {
  expect(presenceEndsAt(1_000)).toBe(31_000);
  expect(PRESENCE_LEASE_MS / PRESENCE_BEAT_MS).toBeGreaterThan(2);
});
