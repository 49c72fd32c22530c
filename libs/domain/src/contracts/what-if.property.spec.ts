import fc from 'fast-check';
import { acts, anyContestedLog, anyLog, END, logOf, OPENING, step, type Act } from '../sla/any-log.fixture.js';
import { calendarOf as boundCalendarOf, documents, first, inputsAt } from '../sla/bound.fixture.js';
import type { Clock } from '../sla/clock.js';
import { calendars, liberationDay, officeHours, target, targets, termsWith } from '../sla/contract.fixture.js';
import { evaluateClocks } from '../sla/evaluate.js';
import { binding, does } from '../sla/story.fixture.js';
import type { TicketEvent } from '../ticketing/events.js';
import { compileCalendar } from '../time/compile.js';
import { DAY, type Instant, type Interval } from '../time/instant.js';
import type { SlaTarget, Terms } from './terms.js';
import type { PastTicket } from './what-if-replay.js';
import { rebound } from './what-if-replay.js';
import type { VerdictChange } from './what-if.js';
import { whatIf } from './what-if.js';

// The quick answer against the plain one: every clock of every ticket as it is shown to people, under both terms.

const calendarOf = calendars();
const staffed = compileCalendar(officeHours, [liberationDay], OPENING);
const promised = [...targets, target('UPDATE_CADENCE', 'P2', 300)];
const scaled = (factor: number, kinds: readonly SlaTarget['clock'][] = []): readonly SlaTarget[] =>
  promised.map((each) => {
    if (each.amount.unit !== 'MINUTES' || (kinds.length > 0 && !kinds.includes(each.clock))) return each;
    return { ...each, amount: { unit: 'MINUTES', minutes: Math.max(1, Math.round(each.amount.minutes * factor)) } };
  });

const bound = termsWith({ targets: promised });
const factor = fc.double({ min: 0.2, max: 3, noNaN: true });
const anyTerms: fc.Arbitrary<Terms> = fc.oneof(
  factor.map((by) => termsWith({ targets: scaled(by) })),
  factor.map((by) => termsWith({ targets: scaled(by, ['RESOLUTION', 'NEXT_RESPONSE']) })),
  fc.constant(termsWith({ targets: promised.filter(({ clock }) => clock !== 'RESTORE') })),
  fc.constant(termsWith({ targets: promised.map((each) => ({ ...each, calendarId: 'always' })) })),
  fc.constant(termsWith({ targets: promised, responseMetBy: ['LOGGED_CALL'] })),
  fc.constant({ ...bound, waiting: [] }),
  fc.constant({ ...bound, services: bound.services.map((service) => ({ ...service, policyId: 'quick' })) }),
  fc.constant({ ...bound, services: [] }),
  fc.constant<Terms>(JSON.parse(JSON.stringify(bound))),
  fc.constant(bound),
);

/** Bound by name, as tickets are, or to whatever their service has. */
const named = (events: readonly TicketEvent[], policyId: string | null): readonly TicketEvent[] =>
  events.map((event) => (event.kind === 'OPENED' ? { ...event, binding: { ...binding, policyId } } : event));
const anyTicket = fc
  .tuple(fc.oneof(anyLog, anyContestedLog), fc.constantFrom(null, 'policy', 'quick', 'gone'))
  .map(([events, policyId]) => named(events, policyId));

const middle = OPENING + 4 * DAY;
const periods = [
  { key: 'first', zone: 'Asia/Seoul', from: OPENING, to: middle },
  { key: 'second', zone: 'Asia/Seoul', from: middle, to: END },
];

const judged = (clock: Clock | undefined) =>
  clock === undefined
    ? null
    : {
        ...{ verdict: clock.verdict, verdictAt: clock.verdictAt, overMs: clock.usedMs - clock.targetMs },
        dueAt: clock.verdict === null ? null : clock.dueAt,
      };
const within = ({ from, to }: Interval, at: Instant | null): boolean => at !== null && at >= from && at < to;
const isCycle = ({ kind }: Clock): boolean => kind === 'NEXT_RESPONSE' || kind === 'UPDATE_CADENCE';
const isSame = (one: Clock) => (other: Clock) =>
  one.kind === other.kind && (!isCycle(one) || one.startedAt === other.startedAt);

function plainChanges(ticketId: string, was: readonly Clock[], would: readonly Clock[]): readonly VerdictChange[] {
  const left = [...would];
  const pairs = was.map((clock) => {
    const place = left.findIndex(isSame(clock));
    return [clock, place < 0 ? undefined : left.splice(place, 1)[0]] as const;
  });
  return [...pairs, ...left.map((clock) => [undefined, clock] as const)].flatMap(([before, after]) => {
    const clock = after ?? before;
    const told = [before, after].some((each) => periods.some((period) => within(period, each?.verdictAt ?? null)));
    if (clock === undefined || !told || (before?.verdict ?? null) === (after?.verdict ?? null)) return [];
    const { kind, cycle, priority } = clock;
    return [{ ticketId, clock: kind, cycle, priority, before: judged(before), after: judged(after) }];
  });
}

function plainOutcome(clocks: readonly Clock[], period: Interval) {
  const counts = new Map<string, { met: number; missed: number }>();
  for (const { kind, priority, verdict } of clocks.filter(({ verdictAt }) => within(period, verdictAt))) {
    const line = counts.get(`${kind} ${priority}`) ?? { met: 0, missed: 0 };
    counts.set(`${kind} ${priority}`, line);
    if (verdict === 'MET') line.met += 1;
    else line.missed += 1;
  }
  const due = clocks.filter(({ verdict, dueAt }) => verdict !== null && within(period, dueAt));
  const outside = due.filter(({ dueAt }) => dueAt !== null && !staffed.isOpen(dueAt) && !staffed.isOpen(dueAt - 1));
  return { counts: Object.fromEntries(counts), due: due.length, outside: outside.length };
}

const inOrder = (changes: readonly VerdictChange[]) =>
  changes
    .map((change) => ({ change, name: [change.ticketId, change.clock, change.cycle, change.before?.verdict].join() }))
    .sort((one, other) => one.name.localeCompare(other.name))
    .map(({ change }) => change);

test('replaying gives what evaluating every clock under both terms gives', () => {
  fc.assert(
    fc.property(fc.array(anyTicket, { minLength: 1, maxLength: 3 }), anyTerms, (logs, proposed) => {
      const tickets = logs.map((events, n): PastTicket => ({ ticketId: `t${n}`, events, terms: bound }));
      const shown = (events: readonly TicketEvent[], terms: Terms) =>
        evaluateClocks({ events, terms, calendarOf, asOf: END });
      const was = tickets.map(({ events }) => shown(events, bound));
      const would = tickets.map((ticket) => shown(rebound(ticket, bound, proposed), proposed));
      const answer = whatIf({ tickets, proposed, calendarsOf: () => calendarOf, periods, asOf: END, staffed });

      const changes = tickets.flatMap(({ ticketId }, n) => plainChanges(ticketId, was[n] ?? [], would[n] ?? []));
      expect(inOrder(answer.changes)).toEqual(inOrder(changes));
      for (const { period, before, after } of answer.periods) {
        for (const [side, clocks] of [
          [before, was.flat()],
          [after, would.flat()],
        ] as const) {
          const counts = side.attainment.map(({ clock, priority, met, missed }) => [
            `${clock} ${priority}`,
            { met, missed },
          ]);
          const { due, outside } = side.load;
          expect({ counts: Object.fromEntries(counts), due, outside }).toEqual(plainOutcome(clocks, period));
        }
      }
    }),
    { numRuns: 400, seed: 20_261_123 },
  );
});

const bindings: readonly Act[] = [
  ['PROVIDER', does.bindTo('slower')],
  ['PROVIDER', does.bindTo('faster', 'network')],
  ['CLIENT', does.rebind('slower')],
  ['PROVIDER', does.rebind('faster')],
  ['CLIENT', does.rebind('d')],
];
const anyBoundLog = fc.array(fc.oneof(step(acts), step(bindings)), { maxLength: 12 }).map(logOf);
const anyDocument = fc.constantFrom(first, ...documents.values());

test('a ticket that was bound anew is compared with what it was shown as, by every version it was bound to', () => {
  fc.assert(
    fc.property(anyBoundLog, anyDocument, (events, proposed) => {
      const ticket: PastTicket = { ticketId: 't', events, terms: first, boundTerms: documents };
      const digest = [...documents].find(([, terms]) => terms === proposed)?.[0];
      const calendarsOf = (terms: Terms) =>
        terms === first
          ? boundCalendarOf
          : (id: string, knownAt: Instant, named = digest) => boundCalendarOf(id, knownAt, named);
      const answer = whatIf({ tickets: [ticket], proposed, calendarsOf, periods, asOf: END, staffed });
      const was = evaluateClocks(inputsAt(events, END));
      const log = rebound(ticket, first, proposed);
      const would = evaluateClocks({ events: log, terms: proposed, calendarOf: calendarsOf(proposed), asOf: END });
      expect(inOrder(answer.changes)).toEqual(inOrder(plainChanges('t', was, would)));
    }),
    { numRuns: 200, seed: 20_261_124 },
  );
});
