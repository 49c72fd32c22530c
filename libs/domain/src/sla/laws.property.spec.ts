import fc from 'fast-check';
import type { TicketEvent, TicketEventBody } from '../ticketing/events.js';
import type { Instant } from '../time/instant.js';
import { MINUTE } from '../time/instant.js';
import {
  OPENING,
  acts,
  anyContestedLog,
  anyInstant,
  anyLog,
  calendarOf,
  clocksAt,
  logOf,
  same,
  step,
} from './any-log.fixture.js';
import type { Clock } from './clock.js';
import { does } from './story.fixture.js';

// What any honest clock obeys, beside the properties in clock.property.spec.ts.

const RUNS = { numRuns: 200, seed: 7 } as const;
const STAFF = { side: 'PROVIDER', userId: null } as const;

const numbered = (events: readonly TicketEvent[]): readonly TicketEvent[] =>
  events.map((event, index) => ({ ...event, seq: index + 1 }));
const at = (instant: Instant, body: TicketEventBody): TicketEvent => ({ ...body, seq: 0, at: instant, actor: STAFF });
const verdicts = (clocks: readonly Clock[]) =>
  clocks.map(({ kind, cycle, state, verdict, verdictAt }) => ({ kind, cycle, state, verdict, verdictAt }));

test('what is shown of a past instant is what was shown then', () => {
  fc.assert(
    fc.property(anyContestedLog, anyInstant, (log, asOf) => {
      const known = log.filter((event) => event.at <= asOf);
      expect(clocksAt(log, asOf)).toEqual(clocksAt(known, asOf));
    }),
    RUNS,
  );
});

test('every prefix of a history gives the verdicts that were shown when it was all there was', () => {
  fc.assert(
    fc.property(anyContestedLog, fc.nat(12), (log, length) => {
      const prefix = log.slice(0, length + 1);
      const last = prefix.at(-1)?.at ?? OPENING;
      const shown = verdicts(clocksAt(prefix, last));
      const replayed = log.filter(({ seq }) => seq <= prefix.length);
      expect(verdicts(clocksAt(replayed, last))).toEqual(shown);
      for (const { kind, cycle, verdict, verdictAt } of shown.filter((one) => one.verdict === 'MISSED')) {
        const today = verdicts(clocksAt(log, last + 30 * MINUTE)).find(
          (one) => one.kind === kind && one.cycle === cycle,
        );
        expect(today).toMatchObject({ verdict, verdictAt });
      }
    }),
    RUNS,
  );
});

test('events of one instant are taken in the order of their numbers, however they arrive', () => {
  const sudden = fc
    .array(step(acts), { maxLength: 10 })
    .map((steps) => logOf(steps.map(([minutes, act]) => [minutes % 3 === 0 ? minutes : 0, act] as const)));
  fc.assert(
    fc.property(sudden, anyInstant, fc.infiniteStream(fc.nat()), (log, asOf, keys) => {
      const shuffled = log
        .map((event) => ({ event, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ event }) => event);
      expect(clocksAt(shuffled, asOf)).toEqual(clocksAt(log, asOf));
    }),
    RUNS,
  );
});

test('an event that arrives twice has happened once', () => {
  fc.assert(
    fc.property(anyLog, anyInstant, fc.array(fc.nat(12), { maxLength: 4 }), (log, asOf, again) => {
      const repeated = again.flatMap((index) => log[index] ?? []);
      expect(clocksAt([...log, ...repeated], asOf)).toEqual(clocksAt(log, asOf));
    }),
    RUNS,
  );
});

test('waiting told as two stretches that touch is the same waiting', () => {
  const minutes = fc.integer({ min: 1, max: 2000 });
  const waits = fc.constantFrom(does.waitForVendor('C-1'), does.waitForClient(null), does.waitForOurVendor());
  fc.assert(
    fc.property(minutes, minutes, minutes, waits, anyInstant, (before, first, second, wait, asOf) => {
      const [from, middle, to] = [before, before + first, before + first + second].map((m) => OPENING + m * MINUTE);
      if (from === undefined || middle === undefined || to === undefined) return;
      const opening = logOf([]);
      const whole = numbered([...opening, at(from, wait), at(to, does.resume())]);
      const parted = [at(from, wait), at(middle, does.resume()), at(middle, wait), at(to, does.resume())];
      expect(clocksAt(numbered([...opening, ...parted]), asOf)).toEqual(clocksAt(whole, asOf));
    }),
    RUNS,
  );
});

test('something that moves no clock, put anywhere, moves no clock', () => {
  fc.assert(
    fc.property(anyLog, anyInstant, fc.integer({ min: 1, max: 12 }), fc.nat(600), (log, asOf, position, after) => {
      const [last, next] = [log[position - 1], log[position]];
      if (last === undefined) return;
      const instant = Math.min(last.at + after * MINUTE, next?.at ?? Infinity);
      const idle = [does.start(), does.note('idle'), does.autoReply('idle2')].map((body) => at(instant, body));
      const longer = numbered([...log.slice(0, position), ...idle, ...log.slice(position)]);
      expect(clocksAt(longer, asOf)).toEqual(clocksAt(log, asOf));
    }),
    RUNS,
  );
});

/** How well a clock stands for the provider: a miss is the worst. */
const rank = ({ verdict, verdictAt }: Clock): readonly [number, Instant] =>
  verdict === 'MISSED' ? [0, verdictAt ?? 0] : [1, Infinity];

test('reopening and resolving again at once never turns a miss into anything better or later', () => {
  fc.assert(
    fc.property(anyLog, anyInstant, fc.nat(900), (log, asOf, minutes) => {
      const index = log.findIndex(({ kind }) => kind === 'RESOLVED');
      const next = log[index + 1];
      const resolved = log[index];
      if (resolved === undefined) return;
      const instant = Math.min(resolved.at + minutes * MINUTE, next?.at ?? Infinity);
      const again = [at(instant, does.reopen()), at(instant, does.resolve())];
      const longer = clocksAt(numbered([...log.slice(0, index + 1), ...again, ...log.slice(index + 1)]), asOf);
      for (const clock of clocksAt(log, asOf)) {
        const other = longer.find(same(clock));
        if (clock.verdict === 'MISSED') {
          expect(other?.verdict).toBe('MISSED');
          expect(rank(other ?? clock)[1]).toBeLessThanOrEqual(rank(clock)[1]);
        }
      }
    }),
    RUNS,
  );
});

test('a reopening leaves no more time than was left when it was resolved', () => {
  const minutes = fc.integer({ min: 1, max: 2000 });
  fc.assert(
    fc.property(minutes, minutes, (worked, rested) => {
      const resolvedAt = OPENING + worked * MINUTE;
      const reopenedAt = resolvedAt + rested * MINUTE;
      const log = numbered([...logOf([]), at(resolvedAt, does.resolve()), at(reopenedAt, does.reopen())]);
      const resolution = (asOf: Instant) => clocksAt(log, asOf).find(({ kind }) => kind === 'RESOLUTION');
      const before = resolution(resolvedAt);
      const after = resolution(reopenedAt);
      expect(after?.usedMs).toBe(before?.usedMs);
      expect(after?.targetMs).toBe(before?.targetMs);
      if (before?.verdict === 'MISSED') expect(after?.breachedAt).toBe(before.breachedAt);
      else {
        const left = (before?.targetMs ?? 0) - (before?.usedMs ?? 0);
        expect(calendarOf('office', OPENING).elapsed(reopenedAt, after?.dueAt ?? 0)).toBe(left);
      }
    }),
    RUNS,
  );
});

test('whatever is contested, settled or put right, a miss stays a miss, dated as it was first shown', () => {
  fc.assert(
    fc.property(anyContestedLog, anyInstant, anyInstant, (log, x, y) => {
      const later = clocksAt(log, Math.max(x, y));
      for (const clock of clocksAt(log, Math.min(x, y)).filter(({ verdict }) => verdict === 'MISSED')) {
        const { verdict, breachedAt } = later.find(same(clock)) ?? {};
        expect({ verdict, breachedAt }).toEqual({ verdict: 'MISSED', breachedAt: clock.breachedAt });
      }
    }),
    RUNS,
  );
});

test('conceding waiting gives no clock more time and no verdict a better turn', () => {
  fc.assert(
    fc.property(anyContestedLog, anyInstant, (log, asOf) => {
      const conceded = (event: TicketEvent) => event.kind === 'CONTEST_SETTLED' && event.outcome === 'CONCEDED';
      const never = clocksAt(
        log.filter((event) => !conceded(event)),
        asOf,
      );
      for (const clock of clocksAt(log, asOf)) {
        const other = never.find(same(clock));
        if (other?.verdict === 'MISSED' && clock.startedAt === other.startedAt) expect(clock.verdict).toBe('MISSED');
      }
    }),
    RUNS,
  );
});

test('a thank-you put right is never better than one that was never said', () => {
  const before = fc.array(
    step(acts.filter(([, { kind }]) => kind !== 'RESOLVED' && kind !== 'REOPENED' && kind !== 'CLOSED')),
    { maxLength: 8 },
  );
  const minutes = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(before, minutes, minutes, minutes, (steps, worked, rested, idle) => {
      const open = logOf(steps);
      const resolvedAt = (open.at(-1)?.at ?? OPENING) + worked * MINUTE;
      const thankedAt = resolvedAt + rested * MINUTE;
      const markedAt = thankedAt + idle * MINUTE;
      const quiet = numbered([...open, at(resolvedAt, does.resolve())]);
      const client = { side: 'CLIENT', userId: null } as const;
      const thanks = [does.reply('ty'), does.reopen()].map((body) => ({ ...at(thankedAt, body), actor: client }));
      const marked = numbered([...quiet, ...thanks, at(markedAt, does.thanked('ty'))]);
      const judged = clocksAt(marked, markedAt + MINUTE);
      for (const clock of clocksAt(quiet, thankedAt)) {
        const other = judged.find(same(clock));
        if (clock.verdict === 'MISSED') expect(other?.breachedAt).toBe(clock.breachedAt);
        if (other?.verdict === 'MET') expect([other.metAt, other.usedMs]).toEqual([clock.metAt, clock.usedMs]);
      }
    }),
    RUNS,
  );
});

test('no clock that is shown holds anything but numbers, whatever was contested', () => {
  fc.assert(
    fc.property(anyContestedLog, anyInstant, (log, asOf) => {
      for (const { usedMs, targetMs, dueAt, ifConceded } of clocksAt(log, asOf)) {
        const figures = [usedMs, targetMs, dueAt ?? 0, ifConceded?.usedMs ?? 0, ifConceded?.dueAt ?? 0];
        expect(figures.every(Number.isFinite)).toBe(true);
        expect(usedMs).toBeGreaterThanOrEqual(0);
        if (ifConceded !== undefined) expect(ifConceded.usedMs).toBeGreaterThanOrEqual(usedMs);
      }
    }),
    RUNS,
  );
});
