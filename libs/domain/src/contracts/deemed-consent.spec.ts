import { compileCalendar } from '../time/compile.js';
import { amendmentDeemedAt, proposalDeemedAt } from './deemed-consent.js';
import { jurisdictionsOf, STATUTORY_JURISDICTIONS } from './jurisdictions.js';
import { parseTerms } from './parse-terms.js';
import { SAMPLE_TERMS } from './sample-terms.fixture.js';
import { STATUTORY_TEMPLATES } from '../sla/statutory-templates.js';
import type { Terms } from './terms.js';

const [office] = SAMPLE_TERMS.calendars;
if (office === undefined) throw new Error('the sample lost its calendar');
/** Mondays and Tuesdays, 09:00-18:00 in Seoul. */
const calendar = compileCalendar({ ...office, holidayPolicy: 'NONE', holidayRegion: null }, [], 0);
const calendarOf = () => calendar;
const seoul = (text: string) => Date.parse(`${text}:00+09:00`);

const withTerm = (proposalDays: number | null, amendmentDays: number | null): Terms => ({
  ...SAMPLE_TERMS,
  deemedConsent: { calendarId: 'office', proposalDays, amendmentDays },
});
const PROPOSED = seoul('2026-03-02T10:00');

describe('when silence counts as consent', () => {
  test.each([
    ['never without terms', null, null],
    ['never where the terms don’t say so', SAMPLE_TERMS, null],
    ['never where they only say it of amendments', withTerm(null, 2), null],
    ['after the business days of the calendar, at the same time of day', withTerm(2, null), '2026-03-09T10:00'],
  ] as const)('about a proposal on a ticket: %s', (_sentence, terms, expected) => {
    expect(proposalDeemedAt(terms, PROPOSED, calendarOf)).toBe(expected === null ? null : seoul(expected));
  });

  test.each([
    ['never for a first version: no terms are in force yet', null, '2026-06-01T00:00', null],
    ['never where the terms in force don’t say so', SAMPLE_TERMS, '2026-06-01T00:00', null],
    ['never where they only say it of tickets', withTerm(2, null), '2026-06-01T00:00', null],
    ['after the business days', withTerm(null, 2), '2026-06-01T00:00', '2026-03-09T10:00'],
    ['not if it begins before: silence signs no list of verdicts', withTerm(null, 2), '2026-03-09T09:59', null],
  ] as const)('about an amendment: %s', (_sentence, terms, from, expected) => {
    const at = amendmentDeemedAt(terms, { at: PROPOSED, from: seoul(from) }, calendarOf);
    expect(at).toBe(expected === null ? null : seoul(expected));
  });

  test.each([
    [
      'a calendar that isn’t there',
      { calendarId: 'client', proposalDays: 3, amendmentDays: null },
      'deemedConsent.calendarId',
    ],
    ['nothing that is deemed', { calendarId: 'office', proposalDays: null, amendmentDays: null }, 'deemedConsent'],
    ['no day at all', { calendarId: 'office', proposalDays: 0, amendmentDays: null }, 'deemedConsent.proposalDays'],
  ])('terms with %s are refused at that place', (_sentence, deemedConsent, path) => {
    const parsed = parseTerms({ ...SAMPLE_TERMS, deemedConsent });
    expect(parsed.kind === 'invalid' ? parsed.problems.map((problem) => problem.path) : []).toEqual([path]);
  });
});

describe('whose law may ask for notices', () => {
  const following = (...regions: readonly (string | null)[]) => ({
    calendars: regions.map((holidayRegion) => ({ ...office, holidayRegion })),
  });

  test.each([
    ['what the contract names', { ...following('KR'), jurisdictions: ['EU'] }, true, ['EU']],
    ['none, where the contract says none', { ...following('KR'), jurisdictions: [] }, true, []],
    ['an old document: the regions whose holidays it follows', following('KR', 'DE', null), false, ['KR', 'EU']],
    ['one that follows none: the house’s own', following(null), false, ['KR']],
    ['out of contract: the house’s own', null, false, ['KR']],
  ])('%s', (_sentence, terms, agreed, codes) => {
    expect(jurisdictionsOf(terms)).toEqual({ agreed, codes });
  });

  test('every law that is known can be named in a contract, and no other', () => {
    const known = new Set(STATUTORY_TEMPLATES.map(({ jurisdiction }) => jurisdiction));
    expect(new Set<string>(STATUTORY_JURISDICTIONS)).toEqual(known);
    expect(parseTerms({ ...SAMPLE_TERMS, jurisdictions: ['US'] }).kind).toBe('invalid');
    expect(parseTerms({ ...SAMPLE_TERMS, jurisdictions: ['KR', 'EU'] }).kind).toBe('valid');
  });
});
