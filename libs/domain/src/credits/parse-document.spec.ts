import fc from 'fast-check';
import { HOUR } from '../time/instant.js';
import { SAMPLE_AVAILABILITY, SAMPLE_SCHEDULE } from '../contracts/sample-credits.fixture.js';
import { SAMPLE_DOCUMENT, SAMPLE_OUTAGE } from './document.fixture.js';
import { parseCreditDocument, type CreditDocumentProblem } from './parse-document.js';
import { share } from './sample-credit.fixture.js';
import { computeStatement, type Statement } from './statement.js';

const changed = (changes: object): unknown => JSON.parse(JSON.stringify({ ...SAMPLE_DOCUMENT, ...changes }));
const terms = (changes: object) => changed({ terms: { ...SAMPLE_DOCUMENT.terms, ...changes } });

function statementOf(document: unknown): Statement {
  const parsed = parseCreditDocument(document);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  const computed = computeStatement(parsed.input);
  if (computed.kind === 'invalid') throw new Error('a valid document could not be computed');
  return computed.statement;
}

describe('a credit document', () => {
  test('the least of it: terms, period and fees', () => {
    const statement = statementOf(changed({}));
    expect(statement.availability).toMatchObject({
      ratio: share(1, 1),
      verdict: 'REACHED',
      parts: [{ agreedMs: 189 * HOUR }],
    });
    expect(statement).toMatchObject({ totalMinor: 0, attainment: null, termination: { misses: 0 } });
  });

  test('an outage is read with its offset and earns by the schedule of its promise', () => {
    const statement = statementOf(changed({ outages: [SAMPLE_OUTAGE] }));
    expect(statement.availability.ratio).toEqual(share(62, 63));
    // A quarter of twelve million, with a tenth of VAT.
    expect(statement.totalMinor).toBe(3_300_000);
  });

  test('holidays close a calendar that follows them', () => {
    const calendars = [
      { ...SAMPLE_DOCUMENT.terms.calendars[0], holidayPolicy: 'FOLLOW_OFFICIAL', holidayRegion: 'KR' },
    ];
    const holidays = [{ date: '2026-08-17', name: { ko: '대체공휴일', en: 'Substitute holiday' } }];
    const given = changed({ terms: { ...SAMPLE_DOCUMENT.terms, calendars }, holidays });
    expect(statementOf(given).availability.parts[0]?.agreedMs).toBe(180 * HOUR);
  });

  test('a running period is measured until the instant that is given', () => {
    const statement = statementOf(changed({ asOf: '2026-08-04T00:00:00+09:00' }));
    expect(statement.availability.parts[0]?.agreedMs).toBe(9 * HOUR);
  });

  test('clocks are read with the schedule for attainment', () => {
    const clocks = [{ id: 'a', ticketId: 't', met: false }];
    expect(statementOf(changed({ clocks })).attainment).toMatchObject({
      ...{ payable: { met: 0, missed: 1 }, credit: { amountMinor: 2_400_000 } },
    });
    expect(
      statementOf(changed({ clocks, terms: { ...SAMPLE_DOCUMENT.terms, credits: [SAMPLE_SCHEDULE] } })).attainment,
    ).toBeNull();
  });

  test('the promise is the first one, or the one that is named', () => {
    const availability = [SAMPLE_AVAILABILITY, { ...SAMPLE_AVAILABILITY, id: 'api', targetPpm: 900_000 }];
    const both = { ...SAMPLE_DOCUMENT.terms, availability };
    expect(statementOf(changed({ terms: both })).availability.termsId).toBe('web');
    expect(statementOf(changed({ terms: both, availabilityId: 'api' }))).toMatchObject({
      ...{ availability: { termsId: 'api', targetPpm: 900_000 }, credit: null },
    });
  });

  test('cap, rate, history and maintenance arrive where they belong', () => {
    const parsed = parseCreditDocument(
      changed({
        ...{ language: 'ko', capBase: { feeMinor: null, usedMinor: 5 }, dispute: { kind: 'CLAIM', id: 'c' } },
        exchange: { to: 'USD', rate: '0.0007', source: 'bank', date: '2026-08-31' },
        history: [{ periodKey: '2026-07', verdict: 'MISSED' }],
      }),
    );
    if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.input).toMatchObject({
      ...{ capBase: { feeMinor: null, usedMinor: 5 }, exchange: { to: 'USD' }, history: [{ periodKey: '2026-07' }] },
      availability: { maintenance: { terms: { capMinutesPerMonth: 240 }, noticeCalendar: null, zone: 'Asia/Seoul' } },
    });
    expect(parsed.kind).toBe('valid');
    expect(parsed.document).toMatchObject({ language: 'ko', dispute: { kind: 'CLAIM', id: 'c' } });
    expect(parsed.terms.id).toBe('web');
  });

  test('what stands nowhere is nothing: no history, no outages, no maintenance, no schedule', () => {
    const { maintenance: _maintenance, credits: _credits, ...bare } = SAMPLE_DOCUMENT.terms;
    const parsed = parseCreditDocument(changed({ terms: bare }));
    if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.input).toMatchObject({
      history: [],
      schedule: null,
      attainment: null,
      capBase: null,
      exchange: null,
    });
    expect(parsed.input.availability).toMatchObject({
      ...{ maintenance: { terms: null, noticeCalendar: null, zone: 'Asia/Seoul' } },
      facts: { assetIds: [], outages: [], gaps: [], maintenance: [], exclusions: [] },
    });
  });

  test('notice in business days counts in the calendar that the terms name', () => {
    const maintenance = {
      ...{ notice: { unit: 'BUSINESS_DAYS', days: 1 }, noticeCalendarId: 'office', capMinutesPerMonth: null },
    };
    const work = (deliveredAt: string) => [
      {
        ...{ id: 'w', assetIds: [], kind: 'PLANNED', cancelled: false, endedAt: null },
        announcements: [{ deliveredAt, from: '2026-08-10T10:00:00+09:00', to: '2026-08-10T12:00:00+09:00' }],
      },
    ];
    const told = (deliveredAt: string) =>
      statementOf(
        changed({ terms: { ...SAMPLE_DOCUMENT.terms, maintenance }, maintenance: work(deliveredAt) }),
      ).availability.exclusions.map((item) => item.kind === 'PLANNED' && item.reason);
    // Friday at nine is a business day before Monday at ten, Friday at six in the evening is not.
    expect(told('2026-08-07T09:00:00+09:00')).toEqual([null]);
    expect(told('2026-08-07T18:00:00+09:00')).toEqual(['NOTICE_TOO_SHORT']);
  });

  const mistakes: readonly (readonly [string, unknown, CreditDocumentProblem])[] = [
    ['a list is no document', [], { path: '', kind: 'WRONG_TYPE', detail: 'object' }],
    ['fees are needed', changed({ fees: undefined }), { path: 'fees', kind: 'MISSING', detail: 'fees' }],
    ['a key that nobody knows', changed({ fee: 1 }), { path: 'fee', kind: 'UNKNOWN_KEY', detail: 'fee' }],
    [
      'an instant has an offset',
      changed({ outages: [{ ...SAMPLE_OUTAGE, from: '2026-08-03T10:00:00' }] }),
      { path: 'outages[0].from', kind: 'BAD_FORMAT', detail: '2026-08-03T10:00:00+09:00' },
    ],
    [
      'an instant is no number',
      changed({ outages: [{ ...SAMPLE_OUTAGE, from: 1 }] }),
      { path: 'outages[0].from', kind: 'BAD_FORMAT', detail: '2026-08-03T10:00:00+09:00' },
    ],
    ['a period is one', changed({ period: '2026-13' }), { path: 'period', kind: 'BAD_FORMAT', detail: '2026-13' }],
    [
      'a promise is named that stands there',
      changed({ availabilityId: 'api' }),
      { path: 'availabilityId', kind: 'UNKNOWN_REFERENCE', detail: 'api' },
    ],
    [
      'a holiday is a date',
      changed({ holidays: [{ date: '2026-02-29', name: { ko: '없음', en: 'None' } }] }),
      { path: 'holidays[0].date', kind: 'BAD_DATE', detail: '2026-02-29' },
    ],
    [
      'a zone exists',
      terms({ reportingZone: 'Asia/Atlantis' }),
      { path: 'terms.reportingZone', kind: 'UNKNOWN_ZONE', detail: 'Asia/Atlantis' },
    ],
    [
      'hours are readable',
      terms({ calendars: [{ ...SAMPLE_DOCUMENT.terms.calendars[0], weekly: { mon: [{ from: '9', to: '18:00' }] } }] }),
      { path: 'terms.calendars[0].weekly.mon[0].from', kind: 'BAD_TIME', detail: '9' },
    ],
    [
      'a calendar’s zone exists',
      terms({ calendars: [{ ...SAMPLE_DOCUMENT.terms.calendars[0], zone: 'Nowhere' }] }),
      { path: 'terms.calendars[0].zone', kind: 'UNKNOWN_ZONE', detail: 'Nowhere' },
    ],
    [
      'a promise’s calendar stands there',
      terms({ availability: [{ ...SAMPLE_AVAILABILITY, calendarId: 'night' }] }),
      { path: 'terms.availability[0].calendarId', kind: 'UNKNOWN_REFERENCE', detail: 'night' },
    ],
    [
      'a ladder has no gap',
      terms({ credits: [{ ...SAMPLE_SCHEDULE, tiers: [{ fromPpm: 5, belowPpm: 9, creditPpm: 1 }] }] }),
      { path: 'terms.credits[0].tiers[0]', kind: 'TIER_GAP', detail: '0..5' },
    ],
    [
      'a currency exists',
      terms({ currency: 'QQQ' }),
      { path: 'terms.currency', kind: 'UNKNOWN_CURRENCY', detail: 'QQQ' },
    ],
    [
      'a fee is not below zero',
      changed({ fees: [{ ...SAMPLE_DOCUMENT.fees[0], monthlyFeeMinor: -1 }] }),
      { path: 'fees[0].monthlyFeeMinor', kind: 'NEGATIVE', detail: '-1' },
    ],
    [
      'an outage ends after it begins',
      changed({ outages: [{ ...SAMPLE_OUTAGE, to: '2026-08-03T00:00:00Z' }] }),
      { path: 'outages[0].to', kind: 'REVERSED', detail: '1785718800000..1785715200000' },
    ],
    [
      'a rate has its source',
      changed({ exchange: { to: 'USD', rate: '0.0007', source: '', date: '2026-08-31' } }),
      { path: 'exchange.source', kind: 'RATE_WITHOUT_SOURCE', detail: '' },
    ],
  ];
  test.each(mistakes)('%s', (_sentence, document, problem) => {
    expect(parseCreditDocument(document)).toEqual({ kind: 'invalid', problems: [problem] });
  });

  test('whatever stands in a document, the answer is a statement or its problems', () => {
    const whole: Record<string, unknown> = {
      ...SAMPLE_DOCUMENT,
      ...{ outages: [SAMPLE_OUTAGE], gaps: [], exclusions: [], history: [], clocks: [], holidays: [] },
      maintenance: [
        {
          ...{ id: 'w', assetIds: [], kind: 'PLANNED', cancelled: false, endedAt: null },
          announcements: [{ deliveredAt: null, from: '2026-08-03T10:00:00+09:00', to: '2026-08-03T12:00:00+09:00' }],
        },
      ],
    };
    const strange = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '9999', '0000-Q1', -1, 1e308, '', 'Asia/Seoul'),
    );
    const places = pathsOf(whole);
    fc.assert(
      fc.property(fc.constantFrom(...places), strange, (place, value) => {
        const parsed = parseCreditDocument(replaced(whole, place, value));
        if (parsed.kind === 'invalid') expect(parsed.problems.length).toBeGreaterThan(0);
        else expect(computeStatement(parsed.input).kind).toBe('computed');
      }),
      { numRuns: 300 },
    );
  });
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === first ? replaced(item, rest, by) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]) => [key, key === first ? replaced(inner, rest, by) : inner]),
  );
}
