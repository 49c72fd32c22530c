import fc from 'fast-check';
import { CLOCK_KINDS, PRIORITIES } from '../contracts/terms.js';
import { DAY } from '../time/instant.js';
import { period } from '../time/periods.js';
import type { TicketEvent, TicketEventBody } from '../ticketing/events.js';
import { factsOf } from './facts-of.js';
import type { ClockFact, Facts, TicketFact } from './facts.js';
import { computeKpis, figureOf } from './report.js';
import { rollupClocks, rollupFlow, sumRollups } from './rollup.js';
import { CLOCK } from './sample-facts.fixture.js';

const ZONE = 'Asia/Seoul';
const QUARTER = period(ZONE, '2026-Q2');
const at = fc.integer({ min: QUARTER.from - 60 * DAY, max: QUARTER.to + 60 * DAY });
// The edges of the quarter and of its months are where counting goes wrong.
const instant = fc.oneof(
  at,
  fc.constantFrom(QUARTER.from, QUARTER.from - 1, QUARTER.to, QUARTER.to - 1, period(ZONE, '2026-05').from),
);

const OPENED: TicketEventBody = {
  ...{
    kind: 'OPENED',
    v: 1,
    type: 'INCIDENT',
    priority: 'P2',
    impact: 2,
    urgency: 2,
    channel: 'IMPORT',
    confidential: false,
  },
  ...{
    requesterId: null,
    binding: { contractVersionId: 'v1', termsDigest: 'd1', serviceItemId: 'servers', policyId: 'p1' },
  },
};

/** Moves as an import may have recorded them: in any order, sensible or not. */
const recorded = fc.constantFrom<TicketEventBody>(
  ...([
    { kind: 'RESOLVED', v: 1, code: 'FIXED' },
    { kind: 'CLOSED', v: 1, cause: 'IMPORT' },
  ] as const),
  ...([
    { kind: 'REOPENED', v: 1, cause: 'CLIENT' },
    { kind: 'CANCELLED', v: 1, cause: 'CLIENT' },
  ] as const),
  ...([
    { kind: 'MERGED', v: 1, intoTicketId: 'other' },
    { kind: 'RESUMED', v: 1, cause: 'STAFF' },
  ] as const),
  {
    kind: 'WAITING_STARTED',
    v: 1,
    status: 'SCHEDULED',
    reason: 'X',
    questionMessageId: null,
    caseNumber: null,
    until: 1,
    clientConsent: true,
  },
);

const ticket: fc.Arbitrary<TicketFact> = fc
  .record({
    instants: fc.array(instant, { minLength: 1, maxLength: 12 }),
    bodies: fc.array(recorded, { minLength: 12, maxLength: 12 }),
    id: fc.uuid(),
  })
  .map(({ instants, bodies, id }) => {
    const events = instants.map((when, index): TicketEvent => {
      const body = index === 0 ? OPENED : bodies[index];
      return { ...(body ?? OPENED), seq: index + 1, at: when, actor: { side: 'PROVIDER', userId: 's1' } };
    });
    const source = {
      ticketId: id,
      ticketNumber: 'ACME-1',
      pilot: false,
      contested: [],
      events,
      clocks: [],
      calendarRevision: 'r1',
    };
    const facts = factsOf(source);
    if (facts === null) throw new Error('a log with an opening has facts');
    return facts.ticket;
  });

const clock: fc.Arbitrary<ClockFact> = fc
  .record({
    ...{
      kind: fc.constantFrom(...CLOCK_KINDS),
      serviceItemId: fc.constantFrom('a', 'b'),
      priority: fc.constantFrom(...PRIORITIES),
    },
    ...{
      when: instant,
      outcome: fc.constantFrom('MET', 'MISSED', 'CANCELLED', 'MERGED', 'RUNNING'),
      pilot: fc.boolean(),
      contested: fc.boolean(),
    },
  })
  .map(({ kind, when, outcome, ...rest }): ClockFact => {
    const base = { ...CLOCK, ...rest, clock: kind };
    if (outcome === 'MET') return { ...base, verdict: 'MET', verdictAt: when, metAt: when };
    if (outcome === 'MISSED') return { ...base, verdict: 'MISSED', verdictAt: when, breachedAt: when };
    return outcome === 'RUNNING'
      ? base
      : { ...base, cancelCause: outcome === 'MERGED' ? 'MERGED' : 'CANCELLED', cancelledAt: when };
  });

describe('for any history', () => {
  test('opened and reopened less what left is the change of the backlog', () => {
    fc.assert(
      fc.property(fc.array(ticket, { maxLength: 20 }), (tickets) => {
        expect(computeKpis({ tickets, clocks: [] }, QUARTER).flow.balanced).toBe(true);
      }),
    );
  });

  test('the age bands add up to the backlog', () => {
    fc.assert(
      fc.property(fc.array(ticket, { maxLength: 20 }), (tickets) => {
        const { figures } = computeKpis({ tickets, clocks: [] }, QUARTER);
        const bands = figures
          .filter(({ key }) => key.startsWith('AGE_'))
          .reduce((sum, { numerator }) => sum + numerator, 0);
        expect(bands).toBe(figures.find(({ key }) => key === 'BACKLOG_END')?.numerator);
      }),
    );
  });

  test('the three months of a quarter add up to the quarter, counted from rollups or from the facts', () => {
    fc.assert(
      fc.property(fc.array(clock, { maxLength: 40 }), (clocks) => {
        const rows = rollupClocks(clocks, ZONE).filter(({ month }) =>
          ['2026-04', '2026-05', '2026-06'].includes(month),
        );
        const report = computeKpis({ tickets: [], clocks }, QUARTER);
        for (const kind of CLOCK_KINDS) {
          const sum = sumRollups(rows.filter((row) => row.clock === kind));
          const attainment = figureOf(report, 'SLA_ATTAINMENT', kind);
          expect([sum.met, sum.met + sum.missed]).toEqual([attainment?.numerator, attainment?.denominator]);
          const beside = (['CLOCKS_CANCELLED', 'CLOCKS_MERGED', 'CONTESTED'] as const).map(
            (key) => figureOf(report, key, kind)?.numerator,
          );
          expect([sum.cancelled, sum.merged, sum.contested]).toEqual(beside);
        }
      }),
    );
  });

  test('monthly flow adds up to the quarter’s', () => {
    fc.assert(
      fc.property(fc.array(ticket, { maxLength: 20 }), (tickets) => {
        const rows = rollupFlow(tickets, ZONE).filter(({ month }) => ['2026-04', '2026-05', '2026-06'].includes(month));
        const total = (kind: 'OPENED' | 'RESOLVED' | 'REOPENED' | 'CANCELLED' | 'MERGED') =>
          rows.reduce((sum, row) => sum + row[kind], 0);
        const { flow } = computeKpis({ tickets, clocks: [] }, QUARTER);
        expect([total('OPENED'), total('RESOLVED'), total('REOPENED'), total('CANCELLED'), total('MERGED')]).toEqual([
          flow.opened,
          flow.resolved,
          flow.reopened,
          flow.cancelled,
          flow.merged,
        ]);
      }),
    );
  });

  test('the order in which facts are read means nothing', () => {
    const facts = fc.record<Facts>({
      tickets: fc.array(ticket, { maxLength: 10 }),
      clocks: fc.array(clock, { maxLength: 20 }),
    });
    fc.assert(
      fc.property(facts, ({ tickets, clocks }) => {
        const reversed = { tickets: [...tickets].reverse(), clocks: [...clocks].reverse() };
        expect(computeKpis(reversed, QUARTER)).toEqual(computeKpis({ tickets, clocks }, QUARTER));
      }),
    );
  });

  test('a ratio lies between 0 and 100 %, and without anything to count there is no data', () => {
    fc.assert(
      fc.property(fc.array(clock, { maxLength: 20 }), fc.array(ticket, { maxLength: 5 }), (clocks, tickets) => {
        for (const { unit, value, denominator, numerator } of computeKpis({ tickets, clocks }, QUARTER).figures) {
          expect(value === null).toBe(denominator === 0);
          if (unit === 'BASIS_POINTS' && value !== null)
            expect(numerator <= denominator && value >= 0 && value <= 10_000).toBe(true);
        }
      }),
    );
  });
});
