import fc from 'fast-check';
import { AT_ONCE, isQuietHours, mailLeave, quietUntil, type MailTiming, type MailUrgency } from './mail-timing.js';

const SEOUL = 'Asia/Seoul';
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const NIGHT: MailTiming = { ...AT_ONCE, quiet: { from: '22:00', to: '07:00', days: EVERY_DAY } };
const DAILY: MailTiming = { ...AT_ONCE, digest: 'DAILY', digestHour: 8 };
const MONDAYS: MailTiming = { ...AT_ONCE, digest: 'WEEKLY', digestHour: 9, digestWeekday: 1 };
const at = (iso: string): number => Date.parse(iso);

describe('when a mail leaves', () => {
  test.each<[string, MailTiming, string, MailUrgency, string, string]>([
    [
      'at once for whoever has chosen nothing',
      AT_ONCE,
      SEOUL,
      'WHENEVER',
      '2026-11-23T03:00+09:00',
      '2026-11-23T03:00+09:00',
    ],
    [
      'at the end of the night that has begun',
      NIGHT,
      SEOUL,
      'WHENEVER',
      '2026-11-23T23:10+09:00',
      '2026-11-24T07:00+09:00',
    ],
    [
      'at the end of the night that began yesterday',
      NIGHT,
      SEOUL,
      'SOON',
      '2026-11-23T06:59+09:00',
      '2026-11-23T07:00+09:00',
    ],
    [
      'at once when the night is just over',
      NIGHT,
      SEOUL,
      'WHENEVER',
      '2026-11-23T07:00+09:00',
      '2026-11-23T07:00+09:00',
    ],
    [
      'at once when it is a call for help, by night as well',
      NIGHT,
      SEOUL,
      'ALWAYS',
      '2026-11-23T03:00+09:00',
      '2026-11-23T03:00+09:00',
    ],
    ['with the digest of the same day', DAILY, SEOUL, 'WHENEVER', '2026-11-23T07:59+09:00', '2026-11-23T08:00+09:00'],
    [
      'with the digest of the next day once that of today is out',
      DAILY,
      SEOUL,
      'WHENEVER',
      '2026-11-23T08:00+09:00',
      '2026-11-24T08:00+09:00',
    ],
    [
      'at once, whatever the digest, when it warns of a due time',
      DAILY,
      SEOUL,
      'SOON',
      '2026-11-23T08:01+09:00',
      '2026-11-23T08:01+09:00',
    ],
    ['with next Monday’s digest', MONDAYS, SEOUL, 'WHENEVER', '2026-11-23T09:00+09:00', '2026-11-30T09:00+09:00'],
    [
      'with this Monday’s digest before its hour',
      MONDAYS,
      SEOUL,
      'WHENEVER',
      '2026-11-23T08:59+09:00',
      '2026-11-23T09:00+09:00',
    ],
    [
      'after the night when the digest would fall into it',
      { ...NIGHT, digest: 'DAILY', digestHour: 6 },
      SEOUL,
      'WHENEVER',
      '2026-11-23T12:00+09:00',
      '2026-11-24T07:00+09:00',
    ],
    [
      'at 07:00 summer time of a night that spring makes shorter',
      NIGHT,
      'Europe/Berlin',
      'WHENEVER',
      '2026-03-28T23:00+01:00',
      '2026-03-29T07:00+02:00',
    ],
    [
      'at 07:00 winter time of a night that autumn makes longer',
      NIGHT,
      'Europe/Berlin',
      'WHENEVER',
      '2026-10-24T23:00+02:00',
      '2026-10-25T07:00+01:00',
    ],
    [
      'at the skip when the digest’s hour is skipped',
      { ...DAILY, digestHour: 2 },
      'Europe/Berlin',
      'WHENEVER',
      '2026-03-29T00:30+01:00',
      '2026-03-29T03:00+02:00',
    ],
    [
      'once, at the first of two readings of the digest’s hour',
      { ...DAILY, digestHour: 2 },
      'Europe/Berlin',
      'WHENEVER',
      '2026-10-25T02:00+02:00',
      '2026-10-26T02:00+01:00',
    ],
    [
      'half an hour later where a zone moves by half an hour',
      NIGHT,
      'Australia/Lord_Howe',
      'WHENEVER',
      '2026-10-03T23:00+10:30',
      '2026-10-04T07:00+11:00',
    ],
  ])('%s', (_name, timing, zone, urgency, now, leaves) => {
    expect(new Date(mailLeave(timing, zone, urgency, at(now)).at)).toEqual(new Date(at(leaves)));
  });

  test('quiet weekends begin on the days that were named and end on the day after', () => {
    const timing: MailTiming = { ...AT_ONCE, quiet: { from: '18:00', to: '17:59', days: [5, 6] } };
    const leaves = (now: string) => new Date(mailLeave(timing, SEOUL, 'WHENEVER', at(now)).at).toISOString();
    expect(leaves('2026-11-26T20:00+09:00')).toBe('2026-11-26T11:00:00.000Z');
    expect(leaves('2026-11-27T20:00+09:00')).toBe('2026-11-28T08:59:00.000Z');
    expect(leaves('2026-11-29T20:00+09:00')).toBe('2026-11-29T11:00:00.000Z');
  });

  const hour = fc.integer({ min: 0, max: 23 });
  const minute = fc.integer({ min: 0, max: 59 });
  const wall = fc.tuple(hour, minute).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  const quiet = fc
    .record({ from: wall, to: wall, days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }) })
    .filter(isQuietHours);
  const timing = fc.record({
    digest: fc.constantFrom('NONE' as const, 'DAILY' as const, 'WEEKLY' as const),
    digestHour: hour,
    digestWeekday: fc.integer({ min: 1, max: 7 }),
    quiet: fc.option(quiet, { nil: null }),
  });
  const zone = fc.constantFrom(
    SEOUL,
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'UTC',
  );
  const now = fc.integer({ min: at('2025-01-01T00:00Z'), max: at('2028-01-01T00:00Z') });

  test('never before it is written, never in quiet hours, never later than a week and two days', () => {
    fc.assert(
      fc.property(timing, zone, now, (wishes, where, written) => {
        const { at: leaves } = mailLeave(wishes, where, 'WHENEVER', written);
        expect(leaves).toBeGreaterThanOrEqual(written);
        expect(leaves - written).toBeLessThanOrEqual(9 * 86_400_000);
        if (wishes.quiet !== null) expect(quietUntil(wishes.quiet, where, leaves)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});

test.each([
  ['the same time twice', { from: '07:00', to: '07:00', days: [1] }],
  ['no day', { from: '22:00', to: '07:00', days: [] }],
  ['an eighth day', { from: '22:00', to: '07:00', days: [8] }],
  ['a day and a half', { from: '22:00', to: '07:00', days: [1.5] }],
  ['the end of the day', { from: '22:00', to: '24:00', days: [1] }],
  ['no time at all', { from: 'late', to: '07:00', days: [1] }],
])('quiet hours with %s are none', (_name, quiet) => {
  expect(isQuietHours(quiet)).toBe(false);
});
