import type { CalendarDocument } from '@daylight/domain';
import { parseCalendar } from './parse-calendar.js';

const OFFICE: CalendarDocument = {
  id: 'office',
  name: { ko: '평일 주간', en: 'Business hours' },
  zone: 'Asia/Seoul',
  kind: 'WEEKLY',
  weekly: { mon: [{ from: '09:00', to: '18:00' }] },
  exceptions: [],
  breaks: [],
  holidayPolicy: 'FOLLOW_OFFICIAL',
  holidayRegion: 'KR',
  fixedHolidays: [],
};

it('hours that make sense are taken as they are', () => {
  expect(parseCalendar(OFFICE, 'ko')).toEqual({ kind: 'valid', document: OFFICE });
});

it.each([
  ['an unknown zone', { ...OFFICE, zone: 'Mars/Base' }, 'document.zone', 'UNKNOWN_ZONE'],
  [
    'hours that start when they end',
    { ...OFFICE, weekly: { mon: [{ from: '09:00', to: '09:00' }] } },
    'document.weekly.mon[0]',
    'EMPTY_INTERVAL',
  ],
  [
    'hours that overlap',
    {
      ...OFFICE,
      weekly: {
        mon: [
          { from: '09:00', to: '18:00' },
          { from: '17:00', to: '20:00' },
        ],
      },
    },
    'document.weekly.mon[1]',
    'OVERLAPPING_INTERVALS',
  ],
  [
    'a time nobody has',
    { ...OFFICE, weekly: { mon: [{ from: '25:00', to: '18:00' }] } },
    'document.weekly.mon[0].from',
    'BAD_TIME',
  ],
  ['never open', { ...OFFICE, weekly: {} }, 'document.weekly', 'NEVER_OPEN'],
  [
    'a megabyte for a name',
    { ...OFFICE, name: { ko: 'x'.repeat(1_000_000), en: 'x' } },
    'document.name.ko',
    'TOO_LONG',
  ],
  ['a NUL in a name', { ...OFFICE, name: { ko: 'a\u0000b', en: 'x' } }, 'document.name.ko', 'BAD_CHARACTER'],
  ['holidays of nowhere', { ...OFFICE, holidayRegion: null }, 'document.holidayRegion', 'REGION_NEEDED'],
  ['no document at all', null, 'document', 'WRONG_TYPE'],
])('%s is refused with its place, in the reader’s language', (_, document, path, kind) => {
  for (const language of ['ko', 'en'] as const) {
    const parsed = parseCalendar(document, language);
    const problems = parsed.kind === 'invalid' ? parsed.problems : [];
    expect(problems).toContainEqual({ path, kind, message: expect.any(String) });
    const message = problems.find((problem) => problem.path === path)?.message ?? '';
    expect(/[가-힣]/.test(message)).toBe(language === 'ko');
    expect(message.length).toBeLessThan(400);
  }
});
