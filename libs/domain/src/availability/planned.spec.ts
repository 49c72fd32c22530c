import { compileCalendar } from '../time/compile.js';
import { HOUR, MINUTE } from '../time/instant.js';
import { judgeMaintenance, type MaintenanceRules, type UnplannedReason } from './planned.js';
import { at, OFFICE_HOURS, told, work } from './sample-facts.fixture.js';

const zone = 'Asia/Seoul';
const office = compileCalendar(OFFICE_HOURS, [], 0);
const twoDays: MaintenanceRules = {
  terms: { notice: { unit: 'MINUTES', minutes: 2_880 }, noticeCalendarId: null, capMinutesPerMonth: 240 },
  ...{ noticeCalendar: null, zone },
};
const withNotice = (notice: NonNullable<MaintenanceRules['terms']>['notice'], calendar: typeof office | null) => ({
  terms: { notice, noticeCalendarId: calendar === null ? null : 'office', capMinutesPerMonth: null },
  ...{ noticeCalendar: calendar, zone },
});

type Announcements = Parameters<typeof work>[1];
const NIGHT = ['08-13 22:00', '08-14 00:00'] as const;

describe('planned maintenance (D-MON-2)', () => {
  const table: readonly (readonly [string, Announcements, UnplannedReason | null])[] = [
    ['announced just in time it is planned', [told('08-11 22:00', ...NIGHT)], null],
    ['announced a minute too late it is not', [told('08-11 22:01', ...NIGHT)], 'NOTICE_TOO_SHORT'],
    ['an announcement that never arrived is none', [told(null, ...NIGHT)], 'NOT_ANNOUNCED'],
    ['without an announcement nothing is planned', [], 'NOT_ANNOUNCED'],
    ['told again, the first delivery counts', [told('08-11 22:00', ...NIGHT), told('08-13 21:00', ...NIGHT)], null],
    [
      'told again after a lost one, the one that arrived counts',
      [told(null, ...NIGHT), told('08-11 22:00', ...NIGHT)],
      null,
    ],
    [
      'moving it restarts the notice',
      [told('08-01 09:00', '08-12 22:00', '08-13 00:00'), told('08-12 09:00', ...NIGHT)],
      'NOTICE_TOO_SHORT',
    ],
    [
      'moved in time it is planned again',
      [told('08-01 09:00', '08-12 22:00', '08-13 00:00'), told('08-11 22:00', ...NIGHT)],
      null,
    ],
    [
      'moved without word to the client it is not announced',
      [told('08-01 09:00', '08-12 22:00', '08-13 00:00'), told(null, ...NIGHT)],
      'NOT_ANNOUNCED',
    ],
    [
      'moved away and back again, the first word is worth nothing any more',
      [told('08-01 09:00', ...NIGHT), told('08-02 09:00', '08-20 22:00', '08-21 00:00'), told('08-13 09:00', ...NIGHT)],
      'NOTICE_TOO_SHORT',
    ],
    [
      'made longer it needs notice again',
      [told('08-01 09:00', '08-13 22:00', '08-13 23:00'), told('08-13 09:00', ...NIGHT)],
      'NOTICE_TOO_SHORT',
    ],
    [
      'begun earlier it needs notice again',
      [told('08-01 09:00', '08-13 23:00', '08-14 00:00'), told('08-13 09:00', ...NIGHT)],
      'NOTICE_TOO_SHORT',
    ],
    [
      'made shorter it keeps its notice: all of it was announced',
      [told('08-01 09:00', '08-13 20:00', '08-14 04:00'), told('08-13 09:00', ...NIGHT)],
      null,
    ],
  ];
  test.each(table)('%s', (_sentence, announcements, reason) => {
    const [judged] = judgeMaintenance([work('w', announcements)], twoDays);
    expect(judged?.reason).toBe(reason);
    expect(judged?.planned).toEqual(reason === null ? [{ from: at(NIGHT[0]), to: at(NIGHT[1]) }] : []);
  });

  test('the delivery from which notice was counted is told', () => {
    const [judged] = judgeMaintenance(
      [work('w', [told('08-11 22:00', ...NIGHT), told('08-12 22:00', ...NIGHT)])],
      twoDays,
    );
    expect(judged?.noticeFrom).toBe(at('08-11 22:00'));
    const [lost] = judgeMaintenance([work('w', [told('08-11 22:00', ...NIGHT), told(null, ...NIGHT)])], twoDays);
    expect(lost).toMatchObject({ noticeFrom: at('08-11 22:00'), reason: null });
  });

  test('emergency work is never planned, cancelled work neither, and without terms nothing is', () => {
    const announcements = [told('08-01 09:00', ...NIGHT)];
    const judge = (more: object, rules = twoDays) => judgeMaintenance([work('w', announcements, more)], rules)[0];
    expect(judge({ kind: 'EMERGENCY' })).toMatchObject({ reason: 'EMERGENCY', planned: [], overrun: [] });
    expect(judge({ cancelled: true })).toMatchObject({ reason: 'CANCELLED', planned: [] });
    expect(judge({}, { ...twoDays, terms: null })).toMatchObject({ reason: 'NO_TERMS', planned: [] });
    const ended = { endedAt: at('08-14 01:00') };
    expect(judge({ ...ended, kind: 'EMERGENCY' })?.overrun).toEqual([]);
    expect(judge({ ...ended, cancelled: true })?.overrun).toEqual([]);
  });

  test('notice in working hours is counted in working hours', () => {
    // Thu 13 Aug 22:00; 9 working hours back from there is Thu 09:00.
    const nine = withNotice({ unit: 'MINUTES', minutes: 540 }, office);
    const reason = (deliveredAt: string) =>
      judgeMaintenance([work('w', [told(deliveredAt, ...NIGHT)])], nine)[0]?.reason;
    expect(reason('08-13 09:00')).toBeNull();
    expect(reason('08-13 09:01')).toBe('NOTICE_TOO_SHORT');
  });

  test('notice in business days runs at the same wall-clock', () => {
    const twoBusinessDays = withNotice({ unit: 'BUSINESS_DAYS', days: 2 }, office);
    const reason = (deliveredAt: string) =>
      judgeMaintenance([work('w', [told(deliveredAt, '08-17 10:00', '08-17 11:00')])], twoBusinessDays)[0]?.reason;
    expect(reason('08-13 10:00')).toBeNull();
    expect(reason('08-13 10:01')).toBe('NOTICE_TOO_SHORT');
    expect(reason('08-15 10:00')).toBe('NOTICE_TOO_SHORT');
  });

  test('where no notice is asked, word must still arrive before the work', () => {
    const none = withNotice(null, null);
    const reason = (deliveredAt: string) =>
      judgeMaintenance([work('w', [told(deliveredAt, ...NIGHT)])], none)[0]?.reason;
    expect(reason('08-13 22:00')).toBeNull();
    expect(reason('08-13 22:01')).toBe('NOTICE_TOO_SHORT');
  });

  test('work after the announced end is overrun, work that ends early or in time is none', () => {
    const overrun = (endedAt: string | null) =>
      judgeMaintenance(
        [work('w', [told('08-01 09:00', ...NIGHT)], { endedAt: endedAt === null ? null : at(endedAt) })],
        twoDays,
      )[0]?.overrun;
    expect(overrun('08-14 00:30')).toEqual([{ from: at('08-14 00:00'), to: at('08-14 00:30') }]);
    expect(overrun('08-14 00:00')).toEqual([]);
    expect(overrun('08-13 23:00')).toEqual([]);
    expect(overrun(null)).toEqual([]);
  });

  test('work whose end was announced before its beginning holds no time of its own', () => {
    const [judged] = judgeMaintenance([work('w', [told('08-01 09:00', '08-14 00:00', '08-13 22:00')])], twoDays);
    expect(judged).toMatchObject({ planned: [], overrun: [], reason: null });
  });

  test('work that nobody ever announced has no overrun, whenever it ended', () => {
    const [judged] = judgeMaintenance([work('w', [], { endedAt: at('08-14 01:00') })], twoDays);
    expect(judged).toMatchObject({ planned: [], overrun: [], noticeFrom: null, reason: 'NOT_ANNOUNCED' });
  });

  test('a month holds its cap: the earliest instants first, the rest is not planned', () => {
    const [first, second, third] = judgeMaintenance(
      [
        work('late', [told('08-01 09:00', '08-20 22:00', '08-21 00:00')]),
        work('early', [told('08-01 09:00', '08-10 22:00', '08-11 01:00')]),
        work('next month', [told('08-01 09:00', '09-01 22:00', '09-02 02:00')]),
      ],
      twoDays,
    );
    expect(first).toMatchObject({
      ...{ planned: [{ from: at('08-20 22:00'), to: at('08-20 23:00') }], reason: 'CAP_USED_UP' },
    });
    expect(second).toMatchObject({ planned: [{ from: at('08-10 22:00'), to: at('08-11 01:00') }], reason: null });
    expect(third).toMatchObject({ planned: [{ from: at('09-01 22:00'), to: at('09-02 02:00') }], reason: null });
  });

  test('windows that overlap use the cap once', () => {
    const both = judgeMaintenance(
      [
        work('a', [told('08-01 09:00', '08-10 20:00', '08-10 23:00')]),
        work('b', [told('08-01 09:00', '08-10 21:00', '08-11 00:00')]),
      ],
      twoDays,
    );
    expect(both.map(({ reason }) => reason)).toEqual([null, null]);
  });

  test('the cap is cut at the local midnight of the month, and work refused for other reasons does not use it', () => {
    const [across, refused] = judgeMaintenance(
      [
        work('across', [told('08-01 09:00', '08-31 19:00', '09-01 05:00')]),
        work('refused', [told('08-09 22:00', '08-10 20:00', '08-11 04:00')]),
      ],
      twoDays,
    );
    expect(across?.planned).toEqual([
      { from: at('08-31 19:00'), to: at('08-31 23:00') },
      { from: at('09-01 00:00'), to: at('09-01 04:00') },
    ]);
    expect(across?.reason).toBe('CAP_USED_UP');
    expect(refused?.reason).toBe('NOTICE_TOO_SHORT');
  });

  test('a cap of nothing plans nothing, no cap plans all', () => {
    const day = work('w', [told('08-01 09:00', '08-10 00:00', '08-11 00:00')]);
    const capped = (minutes: number | null) => {
      const terms = { notice: null, noticeCalendarId: null, capMinutesPerMonth: minutes };
      return judgeMaintenance([day], { terms, noticeCalendar: null, zone })[0];
    };
    expect(capped(0)).toMatchObject({ planned: [], reason: 'CAP_USED_UP' });
    expect(capped(null)?.planned).toEqual([{ from: at('08-10 00:00'), to: at('08-10 00:00') + 24 * HOUR }]);
    expect(capped(1)?.planned).toEqual([{ from: at('08-10 00:00'), to: at('08-10 00:00') + MINUTE }]);
  });
});
