import { lossOf, stripDays } from './strip-days.js';

const day = (date: string, downSeconds = 0, unmeasuredSeconds = 0) => ({
  __typename: 'StatusDay' as const,
  ...{ date, seconds: 86_400, plannedSeconds: 0, downSeconds, degradedSeconds: 0, unmeasuredSeconds },
  ...{ outageIds: [], maintenanceIds: [] },
});

describe('the days of a service', () => {
  it('end today and are ninety, also where the contract is younger', () => {
    const days = stripDays([day('2026-11-22'), day('2026-11-23')]);
    expect(days).toHaveLength(90);
    expect(days[0]).toMatchObject({ date: '2026-08-26', lengthMs: 0 });
    expect(days[87]).toMatchObject({ date: '2026-11-21', lengthMs: 0 });
    expect(days[89]).toMatchObject({ date: '2026-11-23', lengthMs: 86_400_000 });
  });

  it('are none where none is known', () => expect(stripDays([])).toEqual([]));

  it('come to how many were hit, and for how long', () => {
    expect(lossOf(stripDays([day('2026-11-21', 60), day('2026-11-22'), day('2026-11-23', 30)]))).toEqual({
      ...{ days: 2, ms: 90_000, blindDays: 0, blind: false },
    });
  });

  it('are unknown where none of them was measured, and say so where some was not', () => {
    expect(lossOf(stripDays([day('2026-11-23', 0, 86_400)]))).toMatchObject({ blindDays: 1, blind: true });
    expect(lossOf(stripDays([day('2026-11-22'), day('2026-11-23', 0, 60)]))).toMatchObject({
      ...{ blindDays: 1, blind: false },
    });
  });
});
