import { period, type CalendarDocument, type CreditSchedule, type Terms } from '@daylight/domain';
import { isPromiseProblem, promiseProblemText } from './promise-problems.js';
import { workedExample } from './worked-example.js';

const always: CalendarDocument = {
  ...{ id: 'always', name: { ko: '24시간', en: '24x7' }, zone: 'Asia/Seoul', kind: 'ALWAYS', weekly: {} },
  ...{ exceptions: [], breaks: [], holidayPolicy: 'NONE', holidayRegion: null, fixedHolidays: [] },
};
const terms: Terms = {
  ...{ schema: 1, reportingZone: 'Asia/Seoul', currency: 'KRW', monthlyFeeMinor: 12_000_000, services: [] },
  ...{ policies: [], calendars: [always], priorityMatrix: [], responseMetBy: [], waiting: [], reopenWindowDays: 7 },
  ...{ autoCloseDays: 7, responsibilities: [], kpiTargets: [] },
  renewal: { atEnd: 'RENEW', renewMonths: 12, noticeDays: 30 },
  availability: [
    {
      ...{ id: 'web', name: { ko: '웹', en: 'Web' }, serviceItemIds: [], calendarId: 'always', period: 'MONTH' },
      ...{ targetPpm: 999_500, assetRule: 'ANY', weights: [], degradedPercent: 0, unmeasured: 'EXCLUDED' },
      excludable: [],
    },
  ],
};
const schedule: CreditSchedule = {
  ...{ id: 'web', name: { ko: '웹', en: 'Web' }, basis: { kind: 'AVAILABILITY', availabilityId: 'web' } },
  tiers: [
    { fromPpm: 990_000, belowPpm: 999_500, creditPpm: 100_000 },
    { fromPpm: 0, belowPpm: 990_000, creditPpm: 250_000 },
  ],
  ...{ cap: null, rounding: 'TRUNCATE', treatment: { kind: 'COMPENSATION' }, termination: null },
};
const august = period('Asia/Seoul', '2026-08');

it('a sample outage in the middle of the smallest step is worked out to the credit it earns', () => {
  const sections = workedExample({ terms, schedule, period: august }, 'ko') ?? [];
  expect(sections.map(({ heading }) => heading)).toEqual(['가용률', '서비스 크레딧']);
  const lines = sections.flatMap((section) => section.lines);
  expect(lines).toContain('서비스 중단: 14,040초(3시간 54분)');
  expect(lines).toContain('크레딧: 12,000,000원 × 10% = 1,200,000원');
});

it('a sample of clocks that just earns a credit is worked out the same way', () => {
  const basis = { kind: 'ATTAINMENT', clock: 'FIRST_RESPONSE', priority: null } as const;
  const [section] = workedExample({ terms, schedule: { ...schedule, basis }, period: august }, 'en') ?? [];
  expect(section?.lines[0]).toBe('Attainment: 19 ÷ (19 + 1) = 95 %');
  expect(section?.lines).toContain('Credit: KRW 12,000,000 × 25 % = KRW 3,000,000');
});

it('without its availability promise, or without a step that pays, there is no example', () => {
  const nothing = { ...schedule, tiers: [{ fromPpm: 0, belowPpm: 1_000_000, creditPpm: 0 }] };
  expect(workedExample({ terms, schedule: nothing, period: august }, 'ko')).toBeNull();
  expect(workedExample({ terms: { ...terms, availability: [] }, schedule, period: august }, 'ko')).toBeNull();
});

it('a gap in a ladder is told in percentages', () => {
  const gap = { path: 'credits[0].tiers[1]', kind: 'TIER_GAP', detail: '0..950000' } as const;
  expect(isPromiseProblem(gap)).toBe(true);
  expect(promiseProblemText(gap, 'ko')).toBe('비어 있는 구간이 있습니다: 0%–95%');
  expect(promiseProblemText(gap, 'en')).toBe('The steps leave a gap: 0 %–95 %');
});
