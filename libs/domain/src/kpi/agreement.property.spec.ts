import fc from 'fast-check';
import { SAMPLE_TERMS } from '../contracts/sample-terms.fixture.js';
import { PRIORITIES, type SlaTarget, type Terms } from '../contracts/terms.js';
import type { CalendarDocument } from '../time/calendar.js';
import { compileCalendar } from '../time/compile.js';
import { DAY, type Instant } from '../time/instant.js';
import { evaluateClocks } from '../sla/evaluate.js';
import type { TicketEvent } from '../ticketing/events.js';
import { openCommand, play, steps } from '../ticketing/history.fixture.js';
import { snapshotOf, verifySnapshot } from '../reviews/snapshot.js';
import { factsOf } from './facts-of.js';
import type { Facts } from './facts.js';
import { computeKpis } from './report.js';

const ALWAYS: CalendarDocument = {
  ...{
    id: 'always',
    name: { ko: '상시', en: 'Always' },
    zone: 'Asia/Seoul',
    kind: 'ALWAYS',
    weekly: {},
    exceptions: [],
    breaks: [],
  },
  ...{ holidayPolicy: 'NONE', holidayRegion: null, fixedHolidays: [] },
};
const KINDS = ['FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESTORE', 'RESOLUTION', 'UPDATE_CADENCE'] as const;
const targets: readonly SlaTarget[] = KINDS.flatMap((clock, index) =>
  PRIORITIES.map((priority): SlaTarget => ({
    ...{ id: `${clock}-${priority}`, clock, priority, types: [], calendarId: 'always', warnAtPercent: [50] },
    amount: { unit: 'MINUTES', minutes: 60 * 12 * (index + 1) },
  })),
);
// The histories are bound to policy `gold` and two service items.
const [service] = SAMPLE_TERMS.services;
const TERMS: Terms = {
  ...SAMPLE_TERMS,
  services:
    service === undefined
      ? []
      : ['servers', 'network'].map((serviceItemId) => ({ ...service, serviceItemId, policyId: 'gold' })),
  policies: [{ id: 'gold', name: { ko: '골드', en: 'Gold' }, targets }],
  calendars: [ALWAYS],
};

const PERIOD = { key: '2026-Q1', zone: 'Asia/Seoul', from: 0, to: 40 * DAY };
const LATER = 120 * DAY;
const RUNS = { numRuns: 40 };

function factsAsOf(histories: readonly (readonly TicketEvent[])[], asOf: Instant): Facts {
  const rows = histories.flatMap((events, index) => {
    const seen = events.filter((event) => event.at <= asOf);
    const clocks = evaluateClocks({
      events: seen,
      terms: TERMS,
      calendarOf: (_id, knownAt) => compileCalendar(ALWAYS, [], knownAt),
      asOf,
    });
    const source = {
      ticketId: `t${index}`,
      ticketNumber: `ACME-${index}`,
      pilot: false,
      contested: [],
      calendarRevision: 'r1',
    };
    return factsOf({ ...source, events: seen, clocks }) ?? [];
  });
  return { tickets: rows.map(({ ticket }) => ticket), clocks: rows.flatMap(({ clocks }) => clocks) };
}

const histories = fc.array(
  fc.tuple(openCommand, steps).map(([opening, moves]) => play(opening, moves).events),
  { minLength: 1, maxLength: 6 },
);

describe('figures over clocks as they are really evaluated', () => {
  test('every clock has a verdict, was stopped without one, or still runs', () => {
    fc.assert(
      fc.property(histories, (logs) => {
        for (const { verdict, verdictAt, cancelCause, cancelledAt } of factsAsOf(logs, LATER).clocks) {
          expect((verdict === null) === (verdictAt === null)).toBe(true);
          expect((cancelCause === null) === (cancelledAt === null)).toBe(true);
          expect(verdict !== null && cancelCause !== null).toBe(false);
        }
      }),
      RUNS,
    );
  });

  test('a miss of a period stays a miss of that period, whatever happens later (D-SLA-6)', () => {
    fc.assert(
      fc.property(histories, (logs) => {
        const missedThen = factsAsOf(logs, PERIOD.to).clocks.filter(({ verdict }) => verdict === 'MISSED');
        const now = factsAsOf(logs, LATER).clocks;
        for (const { ticketId, clock, cycle, verdictAt } of missedThen) {
          const same = now.find((fact) => fact.ticketId === ticketId && fact.clock === clock && fact.cycle === cycle);
          expect(same).toMatchObject({ verdict: 'MISSED', verdictAt });
        }
      }),
      RUNS,
    );
  });

  test('the flow of a period comes out the same when it is looked at again later', () => {
    fc.assert(
      fc.property(histories, (logs) => {
        const then = computeKpis(factsAsOf(logs, PERIOD.to - 1), PERIOD).flow;
        expect(then.balanced).toBe(true);
        expect(computeKpis(factsAsOf(logs, LATER), PERIOD).flow).toEqual(then);
      }),
      RUNS,
    );
  });

  test('what waited when a period ended is the same when it is looked at again later (D-KPI-0)', () => {
    const paused = (facts: Facts) => computeKpis(facts, PERIOD).figures.filter(({ key }) => key.startsWith('PAUSED_'));
    fc.assert(
      fc.property(histories, (logs) => {
        const then = paused(factsAsOf(logs, PERIOD.to - 1));
        expect(then).toHaveLength(4);
        expect(paused(factsAsOf(logs, LATER))).toEqual(then);
      }),
      RUNS,
    );
  });

  test('what was agreed, how changes went and how they were rated is the same when it is looked at again later', () => {
    const later = /^(CHANGE_SUCCESS|SATISFACTION|SURVEY_RESPONSE|CLIENT_APPROVAL|PROVIDER_APPROVAL)/;
    const told = (facts: Facts) =>
      computeKpis(facts, PERIOD)
        .figures.filter(({ key }) => later.test(key))
        .map(({ key, numerator, denominator, n, itemIds }) => ({ key, numerator, denominator, n, itemIds }));
    fc.assert(
      fc.property(histories, (logs) => {
        const then = told(factsAsOf(logs, PERIOD.to - 1));
        expect(then).toHaveLength(9);
        // A ticket that becomes another type afterwards is counted as what it is.
        const types = (facts: Facts) => facts.tickets.map(({ type }) => type).join();
        fc.pre(types(factsAsOf(logs, PERIOD.to - 1)) === types(factsAsOf(logs, LATER)));
        expect(told(factsAsOf(logs, LATER))).toEqual(then);
      }),
      RUNS,
    );
  });

  test('published figures verify as long as the same events are read', () => {
    fc.assert(
      fc.property(histories, (logs) => {
        const published = snapshotOf(factsAsOf(logs, PERIOD.to), PERIOD, '2026a');
        expect(verifySnapshot(published, snapshotOf(factsAsOf(logs, PERIOD.to), PERIOD, '2026a'))).toEqual({
          kind: 'same',
        });
        const seenMore = logs.some((log) => log.some(({ at }) => at > PERIOD.to));
        if (seenMore)
          expect(verifySnapshot(published, snapshotOf(factsAsOf(logs, LATER), PERIOD, '2026a')).kind).toBe('differs');
      }),
      RUNS,
    );
  });
});
