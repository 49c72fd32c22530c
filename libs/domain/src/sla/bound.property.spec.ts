import fc from 'fast-check';
import type { TicketEvent } from '../ticketing/events.js';
import type { Instant } from '../time/instant.js';
import { MINUTE } from '../time/instant.js';
import { acts, anyInstant, logOf, OPENING, same, step, type Act } from './any-log.fixture.js';
import { boundClocksAt, calendarOf, documents, first, inputsAt } from './bound.fixture.js';
import type { Clock } from './clock.js';
import { evaluateClocks, explainClocks } from './evaluate.js';
import { nextInstants } from './next-instants.js';
import { does } from './story.fixture.js';

const RUNS = { numRuns: 150, seed: 42 } as const;

const moves: readonly Act[] = [
  ['PROVIDER', does.bindTo('slower')],
  ['PROVIDER', does.bindTo('faster', 'network')],
  ['PROVIDER', does.bindTo('d')],
  ['PROVIDER', does.bindTo(null)],
];
const agreements: readonly Act[] = [
  ['CLIENT', does.rebind('slower')],
  ['PROVIDER', does.rebind('faster')],
  ['CLIENT', does.rebind('d')],
];
const merges: readonly Act[] = [
  ['PROVIDER', does.merge()],
  ['PROVIDER', does.unmerge()],
];

const anyMovedLog = fc.array(fc.oneof(step(acts), step(moves)), { maxLength: 14 }).map(logOf);
const anyAgreedLog = fc
  .array(fc.oneof(step(acts), step(moves), step(agreements), step(merges)), { maxLength: 14 })
  .map(logOf);

const misses = (clocks: readonly Clock[]) => clocks.filter(({ verdict }) => verdict === 'MISSED');
const verdicts = (clocks: readonly Clock[]) =>
  clocks.map(({ kind, cycle, verdict, verdictAt, dueAt, state }) => ({
    kind,
    cycle,
    verdict,
    verdictAt,
    dueAt,
    state,
  }));

test('whatever services it moves to, a miss stays a miss, dated as it was first shown', () => {
  fc.assert(
    fc.property(anyMovedLog, anyInstant, anyInstant, (log, x, y) => {
      const later = boundClocksAt(log, Math.max(x, y));
      for (const clock of misses(boundClocksAt(log, Math.min(x, y)))) {
        const { verdict, breachedAt } = later.find(same(clock)) ?? {};
        expect({ verdict, breachedAt }).toEqual({ verdict: 'MISSED', breachedAt: clock.breachedAt });
      }
    }),
    RUNS,
  );
});

test('what was shown at an instant is what the log up to it says, whatever is agreed or undone afterwards', () => {
  fc.assert(
    fc.property(anyAgreedLog, anyInstant, (log, asOf) => {
      const past = log.filter(({ at }) => at <= asOf);
      expect(boundClocksAt(log, asOf)).toEqual(boundClocksAt(past, asOf));
    }),
    RUNS,
  );
});

test('only an agreement of both sides takes a miss back, or a cancelled clock that goes on makes one', () => {
  fc.assert(
    fc.property(anyAgreedLog, anyInstant, anyInstant, (log, x, y) => {
      const [early, late] = [Math.min(x, y), Math.max(x, y)];
      if (log.some(({ kind, at }) => kind === 'REBOUND' && at > early && at <= late)) return;
      const later = boundClocksAt(log, late);
      for (const clock of misses(boundClocksAt(log, early))) {
        expect(later.find(same(clock))?.breachedAt).toBe(clock.breachedAt);
      }
    }),
    RUNS,
  );
});

test('no breach is dated before the agreement that makes it one', () => {
  const minutes = fc.integer({ min: 0, max: 6000 });
  fc.assert(
    fc.property(anyMovedLog, minutes, fc.constantFrom(...agreements), (log, wait, [side, body]) => {
      const at = (log.at(-1)?.at ?? OPENING) + wait * MINUTE;
      const agreed = [...log, { ...body, seq: log.length + 1, at, actor: { side, userId: null } }];
      const before = boundClocksAt(log, at);
      for (const clock of misses(boundClocksAt(agreed, at))) {
        const shown = before.find(same(clock))?.breachedAt ?? at;
        expect(clock.breachedAt).toBe(shown);
      }
    }),
    RUNS,
  );
});

test('agreeing to the version that binds already changes nothing', () => {
  const minutes = fc.integer({ min: 0, max: 6000 });
  fc.assert(
    fc.property(
      fc.array(step(acts.filter(([, { kind }]) => kind !== 'SERVICE_CHANGED')), { maxLength: 12 }),
      minutes,
      (steps, wait) => {
        const log = logOf(steps);
        const at = (log.at(-1)?.at ?? OPENING) + wait * MINUTE;
        const agreed: TicketEvent = {
          ...does.rebind('d'),
          seq: log.length + 1,
          at,
          actor: { side: 'CLIENT', userId: null },
        };
        expect(verdicts(boundClocksAt([...log, agreed], at))).toEqual(verdicts(boundClocksAt(log, at)));
      },
    ),
    RUNS,
  );
});

test('judged by one document only, a log comes out the same whether the document is looked up or given', () => {
  fc.assert(
    fc.property(fc.array(step(acts), { maxLength: 12 }).map(logOf), anyInstant, (log, asOf) => {
      const whole = log.map((event) =>
        event.kind === 'SERVICE_CHANGED' ? { ...event, ...does.bindTo('d', 'network', 'quick') } : event,
      );
      const given = evaluateClocks({ events: whole, terms: first, calendarOf, asOf });
      const looked = boundClocksAt(whole, asOf).map(({ termsDigest: _digest, ...clock }) => clock);
      expect(looked).toEqual(given.map((clock) => ({ ...clock })));
    }),
    RUNS,
  );
});

test('accounts of a ticket that is bound more than once are gapless and sum to the time used', () => {
  fc.assert(
    fc.property(anyAgreedLog, anyInstant, (log, asOf) => {
      const accounts = explainClocks(inputsAt(log, asOf));
      expect(accounts.map(({ clock }) => clock)).toEqual(boundClocksAt(log, asOf));
      for (const { clock, segments } of accounts) {
        let cursor = clock.startedAt;
        for (const segment of segments) {
          expect([segment.from, segment.to > segment.from]).toEqual([cursor, true]);
          cursor = segment.to;
        }
        expect(segments.reduce((sum, { countedMs }) => sum + countedMs, 0)).toBe(clock.usedMs);
      }
    }),
    RUNS,
  );
});

test('every due instant that is shown lies ahead, and timers are armed for it', () => {
  fc.assert(
    fc.property(anyAgreedLog, anyInstant, (log, asOf) => {
      const clocks = boundClocksAt(log, asOf);
      for (const { breachedAt } of clocks) expect(breachedAt ?? -Infinity).toBeLessThanOrEqual(asOf);
      const running = clocks.filter(({ state, dueAt }) => state === 'RUNNING' && dueAt !== null);
      for (const { dueAt } of running) expect(dueAt ?? 0).toBeGreaterThanOrEqual(asOf);
      const breaches = nextInstants(clocks, asOf).filter(({ what }) => what === 'BREACH');
      expect(breaches).toHaveLength(running.length);
    }),
    RUNS,
  );
});

describe('a merge undone', () => {
  const minutes = fc.integer({ min: 0, max: 4000 });
  const steps = fc.array(step(acts.filter(([, { kind }]) => kind !== 'CLOSED')), { maxLength: 10 });

  /** A log that ends, the same merged and taken apart, and when both happened. */
  function apart(log: readonly TicketEvent[], wait: number, rest: number) {
    const mergedAt = (log.at(-1)?.at ?? OPENING) + wait * MINUTE;
    const undoneAt = mergedAt + rest * MINUTE;
    const actor = { side: 'PROVIDER', userId: null } as const;
    const merge: TicketEvent = { ...does.merge(), seq: log.length + 1, at: mergedAt, actor };
    const undo: TicketEvent = { ...does.unmerge(), seq: log.length + 2, at: undoneAt, actor };
    return { merged: [...log, merge], undone: [...log, merge, undo], mergedAt, undoneAt };
  }

  const clocksOf = (log: readonly TicketEvent[], asOf: Instant) =>
    evaluateClocks({ events: log, terms: first, calendarOf, asOf });

  test('never improves a figure: what would have been missed without it is missed with it', () => {
    fc.assert(
      fc.property(steps, minutes, minutes, minutes, (told, wait, rest, later) => {
        const log = logOf(told);
        const { undone, undoneAt } = apart(log, wait, rest);
        const asOf = undoneAt + later * MINUTE + 1;
        const shown = clocksOf(undone, asOf);
        for (const clock of misses(clocksOf(log, asOf)).filter(({ kind }) => kind !== 'UPDATE_CADENCE'))
          expect(shown.find(same(clock))?.verdict).toBe('MISSED');
      }),
      RUNS,
    );
  });

  test('takes no verdict back and dates none before it is undone', () => {
    fc.assert(
      fc.property(steps, minutes, minutes, minutes, (told, wait, rest, later) => {
        const { merged, undone, mergedAt, undoneAt } = apart(logOf(told), wait, rest);
        const shown = clocksOf(undone, undoneAt + later * MINUTE);
        const before = clocksOf(merged, mergedAt);
        for (const clock of before.filter(({ verdict }) => verdict !== null)) {
          const { verdict, verdictAt } = shown.find(same(clock)) ?? {};
          expect({ verdict, verdictAt }).toEqual({ verdict: clock.verdict, verdictAt: clock.verdictAt });
        }
        const judged = new Set(
          before.flatMap((clock) => (clock.verdict === null ? [] : [`${clock.kind} ${clock.cycle}`])),
        );
        for (const clock of misses(shown).filter(({ kind, cycle }) => !judged.has(`${kind} ${cycle}`)))
          expect(clock.breachedAt).toBeGreaterThanOrEqual(undoneAt);
      }),
      RUNS,
    );
  });

  test('undone at the instant it was made changes no verdict that follows, unless it waited', () => {
    fc.assert(
      fc.property(steps, minutes, minutes, (told, wait, later) => {
        const log = logOf(told.filter(([, [, { kind }]]) => kind !== 'WAITING_STARTED'));
        const { undone, undoneAt } = apart(log, wait, 0);
        const asOf = undoneAt + later * MINUTE;
        expect(verdicts(clocksOf(undone, asOf))).toEqual(verdicts(clocksOf(log, asOf)));
      }),
      RUNS,
    );
  });
});

test('the documents of these specs differ', () => {
  expect(new Set([...documents.values()].map((terms) => JSON.stringify(terms))).size).toBe(3);
});
