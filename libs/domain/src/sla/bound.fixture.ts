import type { Terms } from '../contracts/terms.js';
import type { TicketEvent } from '../ticketing/events.js';
import type { Instant } from '../time/instant.js';
import { compileCalendar } from '../time/compile.js';
import type { Clock } from './clock.js';
import { allHours, liberationDay, officeHours, target, targets, termsWith } from './contract.fixture.js';
import { evaluateClocks } from './evaluate.js';
import type { ClockInputs } from './fold.js';
import type { CalendarOfTerms } from './laws.js';

// Three documents for specs of tickets that are bound more than once. The first is that of the other specs.

/** Answers in 30 minutes, resolves in 8 h of office time (P2); a call counts where it is said. */
export const first = termsWith({ responseMetBy: ['PUBLIC_REPLY', 'LOGGED_CALL'] });

/** Twice the time to answer and to resolve, calls don't count, and nobody waits for the client's vendor. */
export const slower: Terms = {
  ...termsWith({
    targets: targets.map((each) =>
      each.amount.unit === 'MINUTES'
        ? { ...each, amount: { unit: 'MINUTES', minutes: each.amount.minutes * 2 } }
        : each,
    ),
  }),
  waiting: first.waiting.filter(({ reason }) => reason !== 'CLIENT_VENDOR'),
};

const openOffice = { ...allHours, id: 'office' };

/** A quarter of the time to answer, half to resolve, around the clock: what it calls `office` is open all the time. */
export const faster: Terms = {
  ...termsWith({ targets: [target('FIRST_RESPONSE', 'P2', 8), target('RESOLUTION', 'P2', 240)] }),
  calendars: [openOffice, allHours],
};

export const documents: ReadonlyMap<string, Terms> = new Map([
  ['d', first],
  ['slower', slower],
  ['faster', faster],
]);

const days = [liberationDay];

export const calendarOf: CalendarOfTerms = (id, knownAt, termsDigest = 'd') => {
  if (id === 'always') return compileCalendar(allHours, days, knownAt);
  return compileCalendar(termsDigest === 'faster' ? openOffice : officeHours, days, knownAt);
};

export const inputsAt = (events: readonly TicketEvent[], asOf: Instant): ClockInputs => ({
  ...{ events, asOf, calendarOf, terms: first, boundTerms: documents },
});

export const boundClocksAt = (events: readonly TicketEvent[], asOf: Instant): readonly Clock[] =>
  evaluateClocks(inputsAt(events, asOf));
