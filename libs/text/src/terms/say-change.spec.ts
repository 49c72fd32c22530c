import {
  DEFAULT_PRIORITY_MATRIX,
  diffTerms,
  parseTerms,
  TERMS_SUBJECTS,
  type CalendarDocument,
  type Terms,
} from '@daylight/domain';
import { SAID_SUBJECTS, sayTermsChange } from './say-change.js';
import { SUBJECT_NAMES } from './subject-names.js';

// Ids look like ids, so that one that slips into a sentence is seen.
const calendar: CalendarDocument = {
  ...{ id: 'cal-1', name: { ko: '업무 시간', en: 'Office hours' }, zone: 'Asia/Seoul', kind: 'WEEKLY' },
  weekly: { mon: [{ from: '09:00', to: '18:00' }] },
  exceptions: [{ date: '2026-05-01', name: { ko: '근로자의 날', en: 'Labour Day' }, intervals: [] }],
  breaks: [{ date: '2026-05-04', intervals: [{ from: '12:00', to: '13:00' }] }],
  ...{ holidayPolicy: 'FOLLOW_OFFICIAL', holidayRegion: 'KR', fixedHolidays: [] },
};
const listed: CalendarDocument = {
  ...calendar,
  ...{ id: 'cal-2', name: { ko: '야간', en: 'Nights' }, exceptions: [], breaks: [] },
  ...{ holidayPolicy: 'FIXED_LIST', holidayRegion: null },
  fixedHolidays: [{ date: '2026-10-10', name: { ko: '창립일', en: 'Founding day' } }],
};

const before: Terms = {
  ...{ schema: 1, reportingZone: 'Asia/Seoul', currency: 'KRW', monthlyFeeMinor: 12_000_000 },
  services: [
    {
      ...{ serviceItemId: 'svc-1', name: { ko: '서버', en: 'Servers' }, level: 'OPERATE', policyId: 'pol-1' },
      ...{ inScope: { ko: '운영 서버', en: 'Production' }, outOfScope: { ko: '', en: '' }, monthlyFeeMinor: 7_000_000 },
    },
    {
      ...{ serviceItemId: 'svc-2', name: { ko: '백업', en: 'Backup' }, level: 'MONITOR', policyId: 'pol-2' },
      ...{ inScope: { ko: '', en: '' }, outOfScope: { ko: '', en: '' } },
    },
  ],
  policies: [
    {
      ...{ id: 'pol-1', name: { ko: '표준', en: 'Standard' } },
      targets: [
        {
          ...{ id: 'tgt-1', clock: 'FIRST_RESPONSE', priority: 'P1', types: [], calendarId: 'cal-1' },
          ...{ amount: { unit: 'MINUTES', minutes: 30 }, warnAtPercent: [50, 75] },
        },
        {
          ...{ id: 'tgt-2', clock: 'RESOLUTION', priority: 'P3', types: [], calendarId: 'cal-1' },
          ...{ amount: { unit: 'BUSINESS_DAYS', days: 3 }, warnAtPercent: [] },
        },
      ],
    },
    { id: 'pol-2', name: { ko: '야간', en: 'Nights' }, targets: [] },
  ],
  calendars: [calendar, listed],
  priorityMatrix: DEFAULT_PRIORITY_MATRIX,
  responseMetBy: ['PUBLIC_REPLY'],
  waiting: [
    {
      ...{ reason: 'CLIENT_ANSWER', name: { ko: '고객 회신', en: 'The client’s answer' }, status: 'WAITING_ON_CLIENT' },
      ...{ pauses: ['RESOLUTION'], needsCaseNumber: false },
    },
    {
      ...{ reason: 'OWN_SUPPLIER', name: { ko: '제공사 업체', en: 'Own supplier' }, status: 'WAITING_ON_THIRD_PARTY' },
      ...{ pauses: [], needsCaseNumber: false },
    },
  ],
  ...{ reopenWindowDays: 7, autoCloseDays: 7 },
  responsibilities: [
    {
      ...{ activity: { ko: '백업', en: 'Backups' }, accountable: 'PROVIDER', responsible: ['PROVIDER'] },
      ...{ consulted: [], informed: ['CLIENT'] },
    },
    {
      ...{ activity: { ko: '복구 훈련', en: 'Restore tests' }, accountable: 'CLIENT', responsible: ['PROVIDER'] },
      ...{ consulted: [], informed: [] },
    },
  ],
  kpiTargets: [
    { kpi: 'SLA_ATTAINMENT', clock: 'RESTORE', side: 'PROVIDER', comparison: 'AT_LEAST', value: 9_950 },
    { kpi: 'CLIENT_REPLY_TIME_P50', clock: null, side: 'CLIENT', comparison: 'AT_MOST', value: 7_200 },
  ],
  renewal: { atEnd: 'RENEW', renewMonths: 12, noticeDays: 60 },
  availability: [
    {
      ...{ id: 'ava-1', name: { ko: '웹', en: 'Web' }, serviceItemIds: ['svc-1'], calendarId: 'cal-1' },
      ...{ period: 'MONTH', targetPpm: 999_500, assetRule: 'ANY', weights: [], degradedPercent: 0 },
      ...{ unmeasured: 'EXCLUDED', excludable: ['CLIENT'] },
    },
    {
      ...{ id: 'ava-2', name: { ko: '메일', en: 'Mail' }, serviceItemIds: ['svc-2'], calendarId: 'cal-1' },
      ...{ period: 'QUARTER', targetPpm: 990_000, assetRule: 'ALL', weights: [], degradedPercent: 0 },
      ...{ unmeasured: 'UP', excludable: [] },
    },
  ],
  maintenance: { notice: { unit: 'MINUTES', minutes: 2_880 }, noticeCalendarId: null, capMinutesPerMonth: 240 },
  credits: [
    {
      ...{ id: 'cre-1', name: { ko: '웹 크레딧', en: 'Web credit' }, rounding: 'TRUNCATE' },
      basis: { kind: 'AVAILABILITY', availabilityId: 'ava-1' },
      tiers: [{ fromPpm: 0, belowPpm: 999_500, creditPpm: 100_000 }],
      ...{ cap: null, treatment: { kind: 'COMPENSATION' }, termination: null },
    },
    {
      ...{ id: 'cre-2', name: { ko: '응답 크레딧', en: 'Response credit' }, rounding: 'TRUNCATE' },
      basis: { kind: 'ATTAINMENT', clock: 'FIRST_RESPONSE', priority: null },
      tiers: [{ fromPpm: 0, belowPpm: 900_000, creditPpm: 50_000 }],
      ...{ cap: null, treatment: { kind: 'COMPENSATION' }, termination: null },
    },
  ],
};

const swapped = { ko: '다른 이름', en: 'Another name' };
const [service] = before.services;
const [policy] = before.policies;
const [target] = policy?.targets ?? [];
const [waiting] = before.waiting;
const [duty] = before.responsibilities;
const [kpi] = before.kpiTargets;
const [availability] = before.availability ?? [];
const [credit] = before.credits ?? [];
if (!service || !policy || !target || !waiting || !duty || !kpi || !availability || !credit)
  throw new Error('no sample');

/** Every field of the first item of each list is another one; the second items are gone. */
const after: Terms = {
  ...{ schema: 1, reportingZone: 'Asia/Tokyo', currency: 'USD', monthlyFeeMinor: 999_950 },
  services: [
    {
      ...{ serviceItemId: 'svc-1', name: swapped, level: 'SECURE', policyId: 'pol-3', monthlyFeeMinor: 50_000 },
      ...{ inScope: swapped, outOfScope: swapped },
    },
    { ...service, serviceItemId: 'svc-3', name: { ko: '네트워크', en: 'Network' } },
  ],
  policies: [
    {
      ...{ id: 'pol-1', name: swapped },
      targets: [
        {
          ...{ id: 'tgt-1', clock: 'NEXT_RESPONSE', priority: 'P2', types: ['INCIDENT'], calendarId: 'cal-3' },
          ...{ amount: { unit: 'BUSINESS_DAYS', days: 1 }, warnAtPercent: [90] },
        },
      ],
    },
    { id: 'pol-3', name: { ko: '프리미엄', en: 'Premium' }, targets: [] },
  ],
  calendars: [
    {
      ...{ id: 'cal-1', name: swapped, zone: 'Asia/Tokyo', kind: 'ALWAYS', weekly: {} },
      exceptions: [
        { date: '2026-05-01', name: swapped, intervals: [{ from: '10:00', to: '12:00' }] },
        { date: '12-31', name: swapped, intervals: [] },
      ],
      breaks: [
        { date: '2026-05-04', intervals: [{ from: '12:30', to: '13:30' }] },
        { date: '2026-05-06', intervals: [{ from: '12:00', to: '13:00' }] },
      ],
      ...{ holidayPolicy: 'NONE', holidayRegion: null, fixedHolidays: [] },
    },
    {
      ...listed,
      fixedHolidays: [
        { date: '2026-10-10', name: swapped },
        { date: '2026-12-24', name: swapped },
      ],
    },
    { ...listed, id: 'cal-3', name: { ko: '주말', en: 'Weekends' } },
  ],
  priorityMatrix: [
    ['P1', 'P1', 'P1'],
    ['P2', 'P2', 'P2'],
    ['P3', 'P3', 'P3'],
  ],
  responseMetBy: ['LOGGED_CALL', 'ON_SITE'],
  waiting: [
    {
      ...{ reason: 'CLIENT_ANSWER', name: swapped, status: 'SCHEDULED', pauses: ['RESTORE', 'UPDATE_CADENCE'] },
      needsCaseNumber: true,
    },
  ],
  ...{ reopenWindowDays: 14, autoCloseDays: 1 },
  responsibilities: [
    { ...duty, accountable: 'CLOUD_VENDOR', responsible: ['THIRD_PARTY'], consulted: ['CLIENT'], informed: [] },
  ],
  kpiTargets: [{ ...kpi, comparison: 'AT_MOST', value: 9_000 }],
  renewal: { atEnd: 'HOLDOVER', renewMonths: 0, noticeDays: 30, remindDays: [60, 14] },
  deemedConsent: { calendarId: 'cal-3', proposalDays: 3, amendmentDays: 1 },
  jurisdictions: ['KR', 'EU'],
  availability: [
    {
      ...{ id: 'ava-1', name: swapped, serviceItemIds: ['svc-1', 'svc-3'], calendarId: 'cal-3', period: 'YEAR' },
      ...{ targetPpm: 999_900, assetRule: 'WEIGHTED', weights: [{ assetId: 'web-01', weight: 2 }] },
      ...{ degradedPercent: 50, unmeasured: 'DOWN', excludable: ['FORCE_MAJEURE', 'CLOUD_VENDOR'] },
    },
  ],
  maintenance: { notice: { unit: 'BUSINESS_DAYS', days: 3 }, noticeCalendarId: 'cal-3', capMinutesPerMonth: null },
  credits: [
    {
      ...{ id: 'cre-1', name: swapped, rounding: 'HALF_UP' },
      basis: { kind: 'ATTAINMENT', clock: 'RESTORE', priority: 'P1' },
      tiers: [
        { fromPpm: 950_000, belowPpm: 999_500, creditPpm: 100_000 },
        { fromPpm: 0, belowPpm: 950_000, creditPpm: 250_000 },
      ],
      cap: { limitPpm: 300_000, of: 'CONTRACT', per: 'YEAR' },
      ...{ treatment: { kind: 'PRICE_REDUCTION', vatPpm: 100_000 }, termination: { misses: 3, periods: 6 } },
    },
  ],
};

const there = diffTerms(before, after);
const back = diffTerms(after, before);
const texts = [
  ...there.map((change) => sayTermsChange(change, before, after)),
  ...back.map((change) => sayTermsChange(change, after, before)),
];
/** Codes, ids and JSON: nothing that a contract manager would write. */
const BARE = /[{}[\]"]|[A-Z]{2,}_|\b(?:svc|pol|tgt|cal|ava|cre)-\d|undefined|null|ppm/i;

it('every part of a terms document has a name and a saying in both languages', () => {
  expect(TERMS_SUBJECTS.filter((subject) => !SUBJECT_NAMES.has(subject) || !SAID_SUBJECTS.has(subject))).toEqual([]);
});

it('two documents that differ in everything differ in every part that terms can have', () => {
  const fixed = ['schema'];
  const missing = TERMS_SUBJECTS.filter((subject) => ![...there, ...back].some((each) => each.subject === subject));
  expect(missing).toEqual(fixed);
});

it.each(texts.map(({ ko, en }) => [ko, en]))('%s', (ko, en) => {
  expect(ko).not.toMatch(BARE);
  expect(en).not.toMatch(BARE);
  expect(en).not.toMatch(/[가-힣]/);
});

it.each([
  [
    'maintenance',
    '계획 작업 조건 변경: 사전 통보 48시간 전; 월 한도 4시간 → 사전 통보 3영업일 전(주말 기준); 월 한도 없음',
  ],
  ['monthlyFeeMinor', '월 요금 변경: 12,000,000원 → USD 9,999.50'],
  [
    'credits[cre-1].tiers',
    '다른 이름 – 크레딧 구간 변경: 0% 이상 99.95% 미만: 10% → 95% 이상 99.95% 미만: 10%; 0% 이상 95% 미만: 25%',
  ],
  ['credits[cre-1].basis', '다른 이름 – 크레딧 산정 기준 변경: 가용률(웹) → 준수율(P1 복구)'],
  ['credits[cre-1].cap', '다른 이름 – 크레딧 한도 변경: 없음 → 계약 전체 연 요금의 30%'],
  ['availability[ava-1].targetPpm', '다른 이름 – 가용률 목표 변경: 99.95% → 99.99%'],
  [
    'kpiTargets[SLA_ATTAINMENT/RESTORE/PROVIDER].value',
    'SLA 준수율 · 복구(서비스 제공사) – 지표 목표값 변경: 99.50% 이상 → 90.00% 이하',
  ],
])('the change of %s reads as a contract would say it', (path, ko) => {
  expect(
    there.filter((change) => change.path === path).map((change) => sayTermsChange(change, before, after).ko),
  ).toEqual([ko]);
});

it('both documents are ones that a contract accepts', () => {
  const problems = [before, after].map((terms) => {
    const parsed = parseTerms(terms);
    return parsed.kind === 'valid' ? [] : parsed.problems;
  });
  expect(problems).toEqual([[], []]);
});
