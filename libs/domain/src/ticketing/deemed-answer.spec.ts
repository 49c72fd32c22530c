import { SAMPLE_TERMS } from '../contracts/sample-terms.fixture.js';
import { compileCalendar } from '../time/compile.js';
import { deemedAt, nextDeemed } from './deemed-answer.js';
import type { Proposal } from './state.js';

const [office] = SAMPLE_TERMS.calendars;
if (office === undefined) throw new Error('the sample lost its calendar');
/** Mondays and Tuesdays in Seoul. */
const calendar = compileCalendar({ ...office, holidayPolicy: 'NONE', holidayRegion: null }, [], 0);
const calendarOf = () => calendar;
const deemedConsent = { calendarId: 'office', proposalDays: 1, amendmentDays: null };
const law = { terms: { ...SAMPLE_TERMS, deemedConsent }, calendarOf };
/** A Monday, 10:00 in Seoul. */
const at = Date.parse('2026-03-02T10:00:00+09:00');
const TUESDAY = Date.parse('2026-03-03T10:00:00+09:00');
const ours: Proposal = {
  ...{ proposalId: 'p1', side: 'PROVIDER', at, userId: null, reasonTextId: null },
  offer: { kind: 'CLIENT_ACCOUNTABLE', activity: { ko: '방화벽', en: 'Firewall' } },
};

test.each([
  ['what the client is accountable for, a business day later', ours, law, TUESDAY],
  ['not without the term', ours, { ...law, terms: SAMPLE_TERMS }, null],
  ['not out of contract', ours, { ...law, terms: null }, null],
  ['not what the client itself proposed', { ...ours, side: 'CLIENT' }, law, null],
  ['not a date', { ...ours, offer: { kind: 'DATE', dueAt: at } }, law, null],
] as const)('silence agrees to %s', (_sentence, proposal, under, expected) => {
  expect(deemedAt(proposal, under)).toBe(expected);
});

test('the earliest comes first, and a ticket that is done with waits for nobody', () => {
  const proposals = [{ ...ours, proposalId: 'p2', at: at + 60_000 }, ours];
  expect(nextDeemed({ status: 'OPEN', proposals }, law)).toEqual({ proposalId: 'p1', at: TUESDAY });
  expect(nextDeemed({ status: 'RESOLVED', proposals }, law)).toBeNull();
  expect(nextDeemed({ status: 'OPEN', proposals: [] }, law)).toBeNull();
});
