import { instantOf, wallClock } from './local-instant.js';

describe('a time that somebody states', () => {
  it.each([
    ['2026-11-22T14:05', 'Asia/Seoul', '2026-11-22T05:05:00.000Z'],
    ['2026-07-01T09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
    ['2026-12-01T09:00', 'Europe/Berlin', '2026-12-01T08:00:00.000Z'],
    ['2026-03-29T03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ])('%s in %s is %s', (wall, zone, instant) => {
    expect(instantOf(wall, zone)).toBe(instant);
    expect(wallClock(Date.parse(instant), zone)).toBe(wall);
  });

  it('is not known until it is complete', () => expect(instantOf('2026-11-22T', 'Asia/Seoul')).toBeNull());
});
