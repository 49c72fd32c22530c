import { canonicalJson } from '../json/canonical.js';
import { diffTerms, TERMS_SUBJECTS } from './diff-terms.js';
import { parseTerms, type TermsProblem } from './parse-terms.js';
import { SAMPLE_AVAILABILITY, SAMPLE_MAINTENANCE, SAMPLE_SCHEDULE } from './sample-credits.fixture.js';
import { SAMPLE_TERMS } from './sample-terms.fixture.js';
import golden from './terms-1.golden.json';
import type { Terms } from './terms.js';

const WITH_CREDITS: Terms = {
  ...SAMPLE_TERMS,
  services: SAMPLE_TERMS.services.map((service) => ({ ...service, monthlyFeeMinor: 5_000_000 })),
  availability: [SAMPLE_AVAILABILITY],
  maintenance: SAMPLE_MAINTENANCE,
  credits: [SAMPLE_SCHEDULE],
};

const changed = (changes: object): unknown => JSON.parse(JSON.stringify({ ...WITH_CREDITS, ...changes }));
const availability = (changes: object) => changed({ availability: [{ ...SAMPLE_AVAILABILITY, ...changes }] });
const maintenance = (changes: object) => changed({ maintenance: { ...SAMPLE_MAINTENANCE, ...changes } });
const credits = (changes: object) => changed({ credits: [{ ...SAMPLE_SCHEDULE, ...changes }] });
const tiers = (...list: readonly (readonly [from: number, below: number, credit: number])[]) =>
  credits({ tiers: list.map(([fromPpm, belowPpm, creditPpm]) => ({ fromPpm, belowPpm, creditPpm })) });

const mistakes: readonly (readonly [sentence: string, document: unknown, problem: TermsProblem])[] = [
  [
    'a promise is measured in a calendar of the terms',
    availability({ calendarId: 'night' }),
    { path: 'availability[0].calendarId', kind: 'UNKNOWN_REFERENCE', detail: 'night' },
  ],
  [
    'a promise is about services of the terms',
    availability({ serviceItemIds: ['servers', 'phones'] }),
    { path: 'availability[0].serviceItemIds[1]', kind: 'UNKNOWN_REFERENCE', detail: 'phones' },
  ],
  [
    'weights that sum to zero weigh nothing',
    availability({ assetRule: 'WEIGHTED', weights: [{ assetId: 'a', weight: 0 }] }),
    { path: 'availability[0].weights', kind: 'WEIGHTS_SUM_TO_ZERO', detail: '0' },
  ],
  [
    'a weighted rule needs weights',
    availability({ assetRule: 'WEIGHTED' }),
    { path: 'availability[0].weights', kind: 'WEIGHTS_SUM_TO_ZERO', detail: '0' },
  ],
  [
    'nothing is weighed where any asset decides',
    availability({ weights: [{ assetId: 'a', weight: 1 }] }),
    { path: 'availability[0].weights', kind: 'WEIGHTS_NOT_EXPECTED', detail: 'ANY' },
  ],
  [
    'an asset is weighed once',
    availability({ assetRule: 'WEIGHTED', weights: [1, 2].map((weight) => ({ assetId: 'a', weight })) }),
    { path: 'availability[0].weights[1]', kind: 'DUPLICATE', detail: 'a' },
  ],
  [
    'nobody is up for more than all of the time',
    availability({ targetPpm: 1_000_001 }),
    { path: 'availability[0].targetPpm', kind: 'OUT_OF_RANGE', detail: '0..1000000' },
  ],
  [
    'a promise is named once',
    changed({ availability: [SAMPLE_AVAILABILITY, SAMPLE_AVAILABILITY] }),
    { path: 'availability[1]', kind: 'DUPLICATE', detail: 'web' },
  ],
  [
    'notice is counted in a calendar of the terms',
    maintenance({ noticeCalendarId: 'night' }),
    { path: 'maintenance.noticeCalendarId', kind: 'UNKNOWN_REFERENCE', detail: 'night' },
  ],
  [
    'business days of notice are those of a calendar',
    maintenance({ notice: { unit: 'BUSINESS_DAYS', days: 3 } }),
    { path: 'maintenance.noticeCalendarId', kind: 'CALENDAR_NEEDED', detail: 'BUSINESS_DAYS' },
  ],
  [
    'a cap is not below zero',
    maintenance({ capMinutesPerMonth: -1 }),
    { path: 'maintenance.capMinutesPerMonth', kind: 'OUT_OF_RANGE', detail: '0..44640' },
  ],
  [
    'a credit rests on a promise of the terms',
    credits({ basis: { kind: 'AVAILABILITY', availabilityId: 'api' } }),
    { path: 'credits[0].basis.availabilityId', kind: 'UNKNOWN_REFERENCE', detail: 'api' },
  ],
  ['a ladder has steps', tiers(), { path: 'credits[0].tiers', kind: 'WRONG_LENGTH', detail: '1..50' }],
  [
    'a step ends above its start',
    tiers([0, 900_000, 2], [900_000, 900_000, 1]),
    { path: 'credits[0].tiers[1]', kind: 'TIER_EMPTY', detail: '900000..900000' },
  ],
  [
    'a step that runs backwards is empty',
    tiers([0, 900_000, 2], [950_000, 900_000, 1]),
    { path: 'credits[0].tiers[1]', kind: 'TIER_EMPTY', detail: '950000..900000' },
  ],
  [
    'a ladder begins at zero',
    tiers([1, 900_000, 1]),
    { path: 'credits[0].tiers[0]', kind: 'TIER_GAP', detail: '0..1' },
  ],
  [
    'a ladder has no gap between its steps',
    tiers([950_001, 999_000, 1], [0, 950_000, 2]),
    { path: 'credits[0].tiers[0]', kind: 'TIER_GAP', detail: '950000..950001' },
  ],
  [
    'steps do not overlap',
    tiers([949_999, 999_000, 1], [0, 950_000, 2]),
    { path: 'credits[0].tiers[0]', kind: 'TIER_OVERLAP', detail: '949999..999000' },
  ],
  [
    'a worse figure never earns less',
    tiers([950_000, 999_000, 3], [0, 950_000, 2]),
    { path: 'credits[0].tiers[0].creditPpm', kind: 'CREDIT_FALLS', detail: '950000..999000' },
  ],
  [
    'more misses than periods could never be',
    credits({ termination: { misses: 4, periods: 3 } }),
    { path: 'credits[0].termination.misses', kind: 'MORE_MISSES_THAN_PERIODS', detail: '4/3' },
  ],
  [
    'a credit is never more than the fee',
    credits({ cap: { limitPpm: 1_000_001, of: 'ITEM', per: 'MONTH' } }),
    { path: 'credits[0].cap.limitPpm', kind: 'OUT_OF_RANGE', detail: '0..1000000' },
  ],
  [
    'a price reduction says its VAT',
    credits({ treatment: { kind: 'PRICE_REDUCTION' } }),
    { path: 'credits[0].treatment.vatPpm', kind: 'MISSING', detail: 'vatPpm' },
  ],
  [
    'a fee of an item is whole',
    changed({ services: [{ ...SAMPLE_TERMS.services[0], monthlyFeeMinor: 0.5 }] }),
    { path: 'services[0].monthlyFeeMinor', kind: 'WRONG_TYPE', detail: 'integer' },
  ],
];

describe('reading what terms say about availability and credits', () => {
  test('terms with availability, maintenance and credits come back as they were', () => {
    expect(parseTerms(changed({}))).toEqual({ kind: 'valid', terms: WITH_CREDITS });
  });

  test('terms from before these could be agreed are valid and keep their bytes', () => {
    const parsed = parseTerms(golden);
    if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
    expect(canonicalJson(parsed.terms)).toBe(canonicalJson(golden));
    expect(Object.keys(parsed.terms)).not.toContain('availability');
    expect(Object.keys(parsed.terms.services[0] ?? {})).not.toContain('monthlyFeeMinor');
  });

  test.each(mistakes)('%s', (_sentence, document, problem) => {
    expect(parseTerms(document)).toEqual({ kind: 'invalid', problems: [problem] });
  });

  test('a business-day notice with its calendar, several touching steps and as many misses as periods are fine', () => {
    const fine = [
      maintenance({ notice: { unit: 'BUSINESS_DAYS', days: 3 }, noticeCalendarId: 'office' }),
      maintenance({ notice: null, capMinutesPerMonth: null }),
      credits({ termination: { misses: 3, periods: 3 }, cap: null }),
      tiers([950_000, 999_000, 2], [0, 950_000, 2]),
    ];
    expect(fine.map((document) => parseTerms(document).kind)).toEqual(['valid', 'valid', 'valid', 'valid']);
  });
});

describe('amending availability and credits', () => {
  test('adding a promise, changing the notice and a step of the ladder are one change each', () => {
    const before: Terms = { ...SAMPLE_TERMS, maintenance: SAMPLE_MAINTENANCE, credits: [SAMPLE_SCHEDULE] };
    const after: Terms = {
      ...SAMPLE_TERMS,
      availability: [SAMPLE_AVAILABILITY],
      maintenance: { ...SAMPLE_MAINTENANCE, capMinutesPerMonth: null },
      credits: [{ ...SAMPLE_SCHEDULE, tiers: SAMPLE_SCHEDULE.tiers.slice(1) }],
    };
    expect(diffTerms(before, after).map(({ path, subject, kind }) => [path, subject, kind])).toEqual([
      ['availability[web]', 'availability', 'ADDED'],
      ['maintenance', 'maintenance', 'CHANGED'],
      ['credits[web-credit].tiers', 'credits.tiers', 'CHANGED'],
    ]);
  });

  test('every field of a promise and a credit schedule is looked at', () => {
    const subjects = (part: string, value: object) => Object.keys(value).map((field) => `${part}.${field}`);
    const all = [...subjects('availability', SAMPLE_AVAILABILITY), ...subjects('credits', SAMPLE_SCHEDULE)];
    expect(all.filter((subject) => !TERMS_SUBJECTS.includes(subject))).toEqual(['availability.id', 'credits.id']);
    expect(TERMS_SUBJECTS).toEqual(expect.arrayContaining(['maintenance', 'services.monthlyFeeMinor']));
  });
});
