import { parseTerms, type TermsProblem } from './parse-terms.js';
import { SAMPLE_TERMS } from './sample-terms.fixture.js';

const [service] = SAMPLE_TERMS.services;
const [policy] = SAMPLE_TERMS.policies;
const [calendar] = SAMPLE_TERMS.calendars;
const [rule] = SAMPLE_TERMS.waiting;
const [response, resolution] = policy?.targets ?? [];

/** The sample with some keys replaced, as it would arrive from outside. */
const changed = (changes: object): unknown => JSON.parse(JSON.stringify({ ...SAMPLE_TERMS, ...changes }));
const targets = (...list: readonly object[]) => changed({ policies: [{ ...policy, targets: list }] });
const kpi = (target: object) => changed({ kpiTargets: [{ ...SAMPLE_TERMS.kpiTargets[0], ...target }] });

const mistakes: readonly (readonly [sentence: string, document: unknown, problem: TermsProblem])[] = [
  ['a list is no terms', [], { path: '', kind: 'WRONG_TYPE', detail: 'object' }],
  [
    'a key that nobody agreed on is refused',
    changed({ penalty: 1 }),
    { path: 'penalty', kind: 'UNKNOWN_KEY', detail: 'penalty' },
  ],
  [
    'an unknown key deep inside is refused too',
    changed({ services: [{ ...service, colour: 'red' }] }),
    { path: 'services[0].colour', kind: 'UNKNOWN_KEY', detail: 'colour' },
  ],
  [
    'a missing part is named',
    changed({ renewal: { atEnd: 'END', noticeDays: 0 } }),
    { path: 'renewal.renewMonths', kind: 'MISSING', detail: 'renewMonths' },
  ],
  [
    'a name stands in both languages',
    changed({ services: [{ ...service, name: { ko: '서버', en: ' ' } }] }),
    { path: 'services[0].name.en', kind: 'EMPTY', detail: 'text' },
  ],
  [
    'a service names a policy of the terms',
    changed({ services: [{ ...service, policyId: 'gold' }] }),
    { path: 'services[0].policyId', kind: 'UNKNOWN_REFERENCE', detail: 'gold' },
  ],
  [
    'a service stands once',
    changed({ services: [service, service] }),
    { path: 'services[1]', kind: 'DUPLICATE', detail: 'servers' },
  ],
  [
    'a target names a calendar of the terms',
    targets({ ...response, calendarId: 'night' }),
    { path: 'policies[0].targets[0].calendarId', kind: 'UNKNOWN_REFERENCE', detail: 'night' },
  ],
  [
    'a target is longer than nothing',
    targets({ ...response, amount: { unit: 'MINUTES', minutes: 0 } }),
    { path: 'policies[0].targets[0].amount.minutes', kind: 'OUT_OF_RANGE', detail: '1..525600' },
  ],
  [
    'a target is counted in minutes or business days',
    targets({ ...response, amount: { unit: 'HOURS', hours: 1 } }),
    { path: 'policies[0].targets[0].amount.unit', kind: 'NOT_ONE_OF', detail: 'MINUTES|BUSINESS_DAYS' },
  ],
  [
    'half minutes are not promised',
    targets({ ...response, amount: { unit: 'MINUTES', minutes: 1.5 } }),
    { path: 'policies[0].targets[0].amount.minutes', kind: 'WRONG_TYPE', detail: 'integer' },
  ],
  [
    'the same thing is promised once',
    targets(response ?? {}, { ...response, id: 'other', types: ['CHANGE'] }),
    { path: 'policies[0].targets[1]', kind: 'TARGET_TWICE', detail: 'FIRST_RESPONSE/P1/CHANGE' },
  ],
  [
    'a target is named once',
    targets(response ?? {}, { ...resolution, id: 'p1-response' }),
    { path: 'policies[0].targets[1]', kind: 'DUPLICATE', detail: 'p1-response' },
  ],
  [
    'a target is named once across policies',
    changed({ policies: [policy, { ...policy, id: 'gold', targets: [response] }] }),
    { path: 'policies[1].targets[0].id', kind: 'DUPLICATE', detail: 'p1-response' },
  ],
  [
    'warnings rise',
    targets({ ...response, warnAtPercent: [75, 50] }),
    { path: 'policies[0].targets[0].warnAtPercent', kind: 'NOT_ASCENDING', detail: '75, 50' },
  ],
  [
    'no mark warns twice',
    targets({ ...response, warnAtPercent: [50, 50] }),
    { path: 'policies[0].targets[0].warnAtPercent[1]', kind: 'DUPLICATE', detail: '50' },
  ],
  [
    'no warning comes at the breach itself',
    targets({ ...response, warnAtPercent: [100] }),
    { path: 'policies[0].targets[0].warnAtPercent[0]', kind: 'OUT_OF_RANGE', detail: '1..99' },
  ],
  [
    'the matrix has three rows',
    changed({ priorityMatrix: SAMPLE_TERMS.priorityMatrix.slice(1) }),
    { path: 'priorityMatrix', kind: 'WRONG_LENGTH', detail: '3..3' },
  ],
  [
    'the matrix has three columns',
    changed({ priorityMatrix: [['P1'], ['P1', 'P1', 'P2'], ['P1', 'P2', 'P3']] }),
    { path: 'priorityMatrix[0]', kind: 'WRONG_LENGTH', detail: '3..3' },
  ],
  [
    'a reason to wait stands once',
    changed({ waiting: [rule, rule] }),
    { path: 'waiting[1]', kind: 'DUPLICATE', detail: 'CLIENT_ANSWER' },
  ],
  [
    'a reason is a stable key',
    changed({ waiting: [{ ...rule, reason: 'client answer' }] }),
    { path: 'waiting[0].reason', kind: 'BAD_FORMAT', detail: '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$' },
  ],
  [
    'a supplier stops no clock without a case number',
    changed({ waiting: [{ ...rule, status: 'WAITING_ON_THIRD_PARTY' }] }),
    { path: 'waiting[0].needsCaseNumber', kind: 'CASE_NUMBER_MUST_BE_NEEDED', detail: 'CLIENT_ANSWER' },
  ],
  [
    'waiting never stops a response clock',
    changed({ waiting: [{ ...rule, pauses: ['FIRST_RESPONSE'] }] }),
    { path: 'waiting[0].pauses[0]', kind: 'NOT_ONE_OF', detail: 'RESTORE|RESOLUTION|UPDATE_CADENCE' },
  ],
  [
    'the reporting zone exists',
    changed({ reportingZone: 'Asia/Atlantis' }),
    { path: 'reportingZone', kind: 'UNKNOWN_ZONE', detail: 'Asia/Atlantis' },
  ],
  ['the currency exists', changed({ currency: 'QQQ' }), { path: 'currency', kind: 'UNKNOWN_CURRENCY', detail: 'QQQ' }],
  [
    'money is whole minor units',
    changed({ monthlyFeeMinor: 0.5 }),
    { path: 'monthlyFeeMinor', kind: 'WRONG_TYPE', detail: 'integer' },
  ],
  [
    'hours are readable',
    changed({ calendars: [{ ...calendar, weekly: { mon: [{ from: '9', to: '18:00' }] } }] }),
    { path: 'calendars[0].weekly.mon[0].from', kind: 'BAD_TIME', detail: '9' },
  ],
  [
    'there is no eighth weekday',
    changed({ calendars: [{ ...calendar, weekly: { ...calendar?.weekly, day: [] } }] }),
    { path: 'calendars[0].weekly.day', kind: 'UNKNOWN_KEY', detail: 'day' },
  ],
  [
    'official days are those of a region',
    changed({ calendars: [{ ...calendar, holidayRegion: null }] }),
    { path: 'calendars[0].holidayRegion', kind: 'REGION_NEEDED', detail: 'FOLLOW_OFFICIAL' },
  ],
  [
    'a calendar that follows no official days has no region',
    changed({ calendars: [{ ...calendar, holidayPolicy: 'NONE' }] }),
    { path: 'calendars[0].holidayRegion', kind: 'REGION_NOT_EXPECTED', detail: calendar?.holidayRegion ?? '' },
  ],
  [
    'a KPI target is about a known figure',
    kpi({ kpi: 'HAPPINESS' }),
    { path: 'kpiTargets[0].kpi', kind: 'UNKNOWN_KPI', detail: 'HAPPINESS' },
  ],
  [
    'attainment is judged per clock',
    kpi({ clock: null }),
    { path: 'kpiTargets[0].clock', kind: 'CLOCK_NEEDED', detail: 'SLA_ATTAINMENT' },
  ],
  [
    'a reopen rate has no clock',
    kpi({ kpi: 'REOPEN_RATE' }),
    { path: 'kpiTargets[0].clock', kind: 'CLOCK_NOT_EXPECTED', detail: 'REOPEN_RATE' },
  ],
  [
    'nobody reaches more than all',
    kpi({ value: 10_001 }),
    { path: 'kpiTargets[0].value', kind: 'OUT_OF_RANGE', detail: '0..10000' },
  ],
  [
    'what renews, renews by some length',
    changed({ renewal: { atEnd: 'RENEW', renewMonths: 0, noticeDays: 1 } }),
    { path: 'renewal.renewMonths', kind: 'RENEWAL_WITHOUT_LENGTH', detail: '0' },
  ],
];

describe('reading terms', () => {
  test('the sample is valid and comes back as it was', () => {
    expect(parseTerms(changed({}))).toEqual({ kind: 'valid', terms: SAMPLE_TERMS });
  });

  test('a target may ask for all there is, and warn at rising marks', () => {
    expect(parseTerms(kpi({ value: 10_000 })).kind).toBe('valid');
    expect(parseTerms(targets({ ...response, warnAtPercent: [1, 2, 99] }, resolution ?? {})).kind).toBe('valid');
    expect(parseTerms(targets({ ...response, warnAtPercent: [] }, resolution ?? {})).kind).toBe('valid');
  });

  test('one clock may have a target per type, and a supplier’s reason stops clocks with its case number', () => {
    const perType = (id: string, type: string) => ({ ...response, id, types: [type] });
    expect(parseTerms(targets(perType('a', 'INCIDENT'), perType('b', 'CHANGE'))).kind).toBe('valid');
    const supplier = { ...rule, status: 'WAITING_ON_THIRD_PARTY' };
    expect(parseTerms(changed({ waiting: [{ ...supplier, needsCaseNumber: true }] })).kind).toBe('valid');
    expect(parseTerms(changed({ waiting: [{ ...supplier, pauses: [] }] })).kind).toBe('valid');
  });

  test('a contract that ends or holds over needs no length of renewal', () => {
    for (const atEnd of ['END', 'HOLDOVER'])
      expect(parseTerms(changed({ renewal: { atEnd, renewMonths: 0, noticeDays: 30 } })).kind).toBe('valid');
  });

  test.each(mistakes)('%s', (_sentence, document, problem) => {
    expect(parseTerms(document)).toEqual({ kind: 'invalid', problems: [problem] });
  });

  test('all mistakes are listed at once', () => {
    const parsed = parseTerms(changed({ autoCloseDays: 0, reopenWindowDays: -1, schema: 2 }));
    expect(parsed.kind === 'invalid' && parsed.problems.map(({ path }) => path)).toEqual([
      'schema',
      'reopenWindowDays',
      'autoCloseDays',
    ]);
  });

  test('names that every object carries are unknown keys too', () => {
    const parsed = parseTerms(JSON.parse(JSON.stringify(SAMPLE_TERMS).replace('{', '{"__proto__":{"a":1},')));
    expect(parsed).toMatchObject({ kind: 'invalid', problems: [{ path: '__proto__', kind: 'UNKNOWN_KEY' }] });
  });
});
