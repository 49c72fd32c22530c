import fc from 'fast-check';
import type { TicketEvent } from '../ticketing/events.js';
import type { Instant } from '../time/instant.js';
import { DAY, HOUR, MINUTE } from '../time/instant.js';
import {
  OPENING,
  acts,
  anyInstant,
  anyLog,
  calendarOf,
  clocksAt,
  endings,
  logOf,
  same,
  step,
  terms,
} from './any-log.fixture.js';
import type { Clock } from './clock.js';
import { evaluateClocks, explainClock } from './evaluate.js';
import { nextInstants } from './next-instants.js';
import { calendars, liberationDay } from './contract.fixture.js';
import { does } from './story.fixture.js';

const RUNS = { numRuns: 150, seed: 42 } as const;

test('a miss stays a miss, dated as it was first shown', () => {
  fc.assert(
    fc.property(anyLog, anyInstant, anyInstant, (log, x, y) => {
      const later = clocksAt(log, Math.max(x, y));
      for (const clock of clocksAt(log, Math.min(x, y)).filter(({ verdict }) => verdict === 'MISSED')) {
        const { verdict, breachedAt } = later.find(same(clock)) ?? {};
        expect({ verdict, breachedAt }).toEqual({ verdict: 'MISSED', breachedAt: clock.breachedAt });
      }
    }),
    RUNS,
  );
});

test('a miss stays a miss whatever days are declared or taken back afterwards', () => {
  const day = fc.integer({ min: -1, max: 8 }).map((days) => new Date(OPENING + days * DAY).toISOString().slice(0, 10));
  const revision = fc.record({ date: day, knownAt: anyInstant, revoked: fc.boolean() });
  fc.assert(
    fc.property(anyLog, fc.array(revision, { maxLength: 6 }), anyInstant, anyInstant, (log, revisions, x, y) => {
      const declared = calendars(revisions.map((entry) => ({ ...liberationDay, ...entry })));
      const shownAt = (asOf: Instant) => evaluateClocks({ events: log, terms, calendarOf: declared, asOf });
      const asOf = Math.max(x, y);
      const later = shownAt(asOf);
      checkDates(later, asOf);
      for (const clock of shownAt(Math.min(x, y)).filter(({ verdict }) => verdict === 'MISSED')) {
        const { verdict, breachedAt } = later.find(same(clock)) ?? {};
        expect({ verdict, breachedAt }).toEqual({ verdict: 'MISSED', breachedAt: clock.breachedAt });
      }
    }),
    RUNS,
  );
});

test('no breach is shown before its date, and none goes unnoticed after its due instant', () => {
  fc.assert(
    fc.property(anyLog, anyInstant, (log, asOf) => {
      checkDates(clocksAt(log, asOf), asOf);
    }),
    RUNS,
  );
});

function checkDates(clocks: readonly Clock[], asOf: Instant): void {
  for (const clock of clocks) {
    if (clock.breachedAt !== null) expect(clock.breachedAt).toBeLessThanOrEqual(asOf);
    if (clock.state === 'RUNNING' && clock.dueAt !== null) expect(clock.dueAt).toBeGreaterThanOrEqual(asOf);
    expect(clock.dueAt !== null && (clock.state === 'PAUSED' || clock.state === 'CANCELLED')).toBe(false);
  }
}

test('the due instant that is shown is the one at which, untouched, it is missed', () => {
  fc.assert(
    fc.property(anyLog, anyInstant, (log, asOf) => {
      const past = log.filter(({ at }) => at <= asOf);
      for (const clock of clocksAt(past, asOf).filter(({ state, dueAt }) => state === 'RUNNING' && dueAt !== null)) {
        const due = clock.dueAt ?? 0;
        expect(clocksAt(past, due).find(same(clock))?.verdict).toBe(null);
        expect(clocksAt(past, due + 1).find(same(clock))).toMatchObject({ verdict: 'MISSED', breachedAt: due });
      }
    }),
    RUNS,
  );
});

test('a clock never runs backwards while its target stands', () => {
  fc.assert(
    fc.property(anyLog, anyInstant, anyInstant, (log, x, y) => {
      const later = clocksAt(log, Math.max(x, y));
      for (const clock of clocksAt(log, Math.min(x, y))) {
        const next = later.find(same(clock));
        if (next?.targetId !== clock.targetId || next.startedAt !== clock.startedAt) continue;
        expect(next.usedMs).toBeGreaterThanOrEqual(clock.usedMs);
      }
    }),
    RUNS,
  );
});

test('the account has no gap and its counted time is the time used', () => {
  fc.assert(
    fc.property(anyLog, anyInstant, (log, asOf) => {
      for (const clock of clocksAt(log, asOf)) {
        const account = explainClock({ events: log, terms, calendarOf, asOf }, clock.kind, clock.cycle);
        let cursor = clock.startedAt;
        for (const segment of account?.segments ?? []) {
          expect([segment.from, segment.to > segment.from]).toEqual([cursor, true]);
          cursor = segment.to;
        }
        expect(account?.segments.reduce((sum, { countedMs }) => sum + countedMs, 0)).toBe(clock.usedMs);
        expect(account?.clock).toEqual(clock);
      }
    }),
    RUNS,
  );
});

test('waiting that ends at the instant it began changes nothing', () => {
  fc.assert(
    fc.property(anyLog, anyInstant, fc.integer({ min: 1, max: 3 }), (log, asOf, position) => {
      const before = log.slice(0, position);
      const restful = ['WAITING_STARTED', 'RESOLVED', 'CLOSED', 'MERGED', 'CANCELLED'];
      if (before.some(({ kind }) => restful.includes(kind))) return;
      const at = before[before.length - 1]?.at ?? OPENING;
      const actor = { side: 'PROVIDER', userId: null } as const;
      const pause = [does.waitForVendor('C-9'), does.resume()].map((body) => ({ ...body, seq: 0, at, actor }));
      const longer = [...before, ...pause, ...log.slice(position)].map((event, index) => ({
        ...event,
        seq: index + 1,
      }));
      expect(clocksAt(longer, asOf)).toEqual(clocksAt(log, asOf));
    }),
    RUNS,
  );
});

test('taking in a duplicate never turns a miss into anything better or later', () => {
  fc.assert(
    fc.property(anyLog, anyInstant, fc.integer({ min: 1, max: 12 }), (log, asOf, position) => {
      const before = log.slice(0, position);
      const at = before[before.length - 1]?.at ?? OPENING;
      const merge = { ...does.absorb('08-12 11:00'), seq: 0, at, actor: { side: 'PROVIDER', userId: null } } as const;
      const longer = [...before, merge, ...log.slice(position)].map((event, index) => ({ ...event, seq: index + 1 }));
      const merged = clocksAt(longer, asOf);
      for (const clock of clocksAt(log, asOf).filter(({ verdict }) => verdict === 'MISSED')) {
        const other = merged.find(same(clock));
        expect(other?.verdict).toBe('MISSED');
        expect(other?.breachedAt ?? Infinity).toBeLessThanOrEqual(clock.breachedAt ?? 0);
      }
    }),
    RUNS,
  );
});

test('an end of the ticket leaves every verdict as it was', () => {
  fc.assert(
    fc.property(anyLog, anyInstant, fc.constantFrom(...endings), (log, asOf, [side, body]) => {
      const past = log.filter(({ at }) => at <= asOf);
      const ended = [...past, { ...body, seq: past.length + 1, at: asOf, actor: { side, userId: null } }];
      const judged = (clocks: readonly Clock[]) =>
        clocks
          .filter(({ verdict }) => verdict !== null)
          .map(({ kind, cycle, verdict, verdictAt }) => ({ kind, cycle, verdict, verdictAt }));
      expect(judged(clocksAt(ended, asOf + HOUR))).toEqual(judged(clocksAt(past, asOf)));
    }),
    RUNS,
  );
});

test('what timers are armed for lies ahead and ends with the breach', () => {
  fc.assert(
    fc.property(anyLog, anyInstant, (log, asOf) => {
      const clocks = clocksAt(log, asOf);
      const instants = nextInstants(clocks, asOf);
      expect(instants.every(({ at }) => at > asOf)).toBe(true);
      const breaches = instants.filter(({ what }) => what === 'BREACH').length;
      expect(breaches).toBe(clocks.filter(({ state, dueAt }) => state === 'RUNNING' && dueAt !== null).length);
    }),
    RUNS,
  );
});

test('instants that step back are taken as those of the event before', () => {
  fc.assert(
    fc.property(anyLog, anyInstant, fc.integer({ min: 0, max: 3000 }), (log, asOf, minutes) => {
      const last = log[log.length - 1];
      const previous = log[log.length - 2];
      if (last === undefined || previous === undefined) return;
      const stepped = [...log.slice(0, -1), { ...last, at: previous.at - minutes * MINUTE }];
      const level = [...log.slice(0, -1), { ...last, at: previous.at }];
      expect(clocksAt(stepped, asOf)).toEqual(clocksAt(level, asOf));
    }),
    RUNS,
  );
});

/** Whether 09:00-18:00 on a weekday in Seoul, whose clocks are nine hours ahead all year; 17 August 2026 is a holiday. */
function isOfficeTime(at: Instant): boolean {
  const wall = new Date(at + 9 * HOUR);
  const weekday = wall.getUTCDay();
  const holiday = wall.toISOString().startsWith('2026-08-17');
  return weekday >= 1 && weekday <= 5 && !holiday && wall.getUTCHours() >= 9 && wall.getUTCHours() < 18;
}

test('the resolution clock agrees with a clerk who ticks off every minute', () => {
  const simple = acts.filter(([, { kind }]) => ['WAITING_STARTED', 'RESUMED', 'RESOLVED', 'REOPENED'].includes(kind));
  const simpleLog = fc.array(step(simple), { maxLength: 12 }).map(logOf);
  fc.assert(
    fc.property(simpleLog, anyInstant, (log, asOf) => {
      const clock = clocksAt(log, asOf).find(({ kind }) => kind === 'RESOLUTION');
      const { usedMs, breachedAt, metAt } = clock ?? {};
      expect({ usedMs, breachedAt, metAt }).toEqual(tickOff(log, asOf));
    }),
    RUNS,
  );
});

function tickOff(
  log: readonly TicketEvent[],
  asOf: Instant,
): { usedMs: number; breachedAt: number | null; metAt: number | null } {
  let [waitsUntil, resolvedAt, used] = [-Infinity, -Infinity, 0];
  let breachedAt: number | null = null;
  let usedUpAt: number | null = null;
  for (let at = OPENING; at <= asOf; at += MINUTE) {
    // The target is used up by the minute before this one; whoever resolves now resolves in time.
    if (used === 480 * MINUTE && usedUpAt === null) usedUpAt = at;
    for (const event of log.filter((candidate) => candidate.at === at)) {
      if (event.kind === 'RESOLVED' && resolvedAt === -Infinity) [resolvedAt, waitsUntil] = [at, -Infinity];
      if (event.kind === 'REOPENED') resolvedAt = -Infinity;
      if (resolvedAt > -Infinity) continue;
      if (event.kind === 'RESUMED') waitsUntil = -Infinity;
      if (event.kind === 'WAITING_STARTED')
        waitsUntil = event.until ?? (event.questionMessageId === 'q0' ? -Infinity : Infinity);
    }
    if (usedUpAt !== null && breachedAt === null && resolvedAt === -Infinity && at < asOf) breachedAt = usedUpAt;
    if (at < asOf && resolvedAt === -Infinity && at >= waitsUntil && isOfficeTime(at)) used += MINUTE;
  }
  return { usedMs: used, breachedAt, metAt: resolvedAt === -Infinity ? null : resolvedAt };
}
