import { monthGrid, turnMonth } from './month-grid.js';

describe('the month of a calendar', () => {
  it('begins on a Sunday and keeps the days of other months out', () => {
    const weeks = monthGrid('2026-10');
    expect(weeks[0]).toEqual([null, null, null, null, '2026-10-01', '2026-10-02', '2026-10-03']);
    expect(weeks.at(-1)?.[6]).toBe('2026-10-31');
    expect(weeks).toHaveLength(5);
  });

  it('is four weeks where February begins on a Sunday', () => expect(monthGrid('2026-02')).toHaveLength(4));

  it('turns over the year', () => {
    expect([turnMonth('2026-12', 1), turnMonth('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  });
});
