import fc from 'fast-check';
import { calendars, officeHours, target, targets, termsWith } from '../sla/contract.fixture.js';
import { binding, does, opened, seoul, story } from '../sla/story.fixture.js';
import type { TicketEvent } from '../ticketing/events.js';
import { compileCalendar } from '../time/compile.js';
import { HOUR, MINUTE } from '../time/instant.js';
import { period } from '../time/periods.js';
import type { SlaTarget, Terms } from './terms.js';
import type { WhatIf } from './what-if.js';
import { whatIf } from './what-if.js';
import type { PastTicket } from './what-if-replay.js';

const ZONE = 'Asia/Seoul';
const august = period(ZONE, '2026-08');
const september = period(ZONE, '2026-09');
const staffed = compileCalendar(officeHours, [], 0);
const bound = termsWith();

/** P2 resolves within 8 working hours by the contract: `minutes` changes that. */
const resolvingIn = (minutes: number): Terms =>
  termsWith({
    targets: targets.map((each) =>
      each.id === 'RESOLUTION-P2' ? { ...each, amount: { unit: 'MINUTES' as const, minutes } } : each,
    ),
  });

const longer = (factor: number): Terms => scaled((minutes) => minutes * factor);
const scaled = (change: (minutes: number) => number): Terms =>
  termsWith({
    targets: targetsWithCadence.map((each): SlaTarget => {
      if (each.amount.unit !== 'MINUTES') return each;
      return { ...each, amount: { unit: 'MINUTES', minutes: change(each.amount.minutes) } };
    }),
  });
const targetsWithCadence = [...targets, target('UPDATE_CADENCE', 'P2', 300)];

function ask(tickets: readonly PastTicket[], proposed: Terms, periods = [august]): WhatIf<never> {
  const calendarsOf = () => calendars();
  return whatIf({ tickets, proposed, calendarsOf, periods, asOf: september.from, staffed });
}

// 2026-08-03 is a Monday. Answered after 20 minutes, restored after 2 hours, resolved after 5.
const events = story(
  opened('08-03 10:00'),
  ['08-03 10:20', 'PROVIDER', does.reply()],
  ['08-03 12:00', 'PROVIDER', does.restore()],
  ['08-03 15:00', 'PROVIDER', does.resolve()],
);
const ticket: PastTicket = { ticketId: 't1', events, terms: bound };

describe('past tickets under proposed terms', () => {
  test('a tighter target would have been missed, by how much is said', () => {
    const { changes, replayed } = ask([ticket], resolvingIn(240));
    expect(replayed).toBe(1);
    expect(changes).toEqual([
      {
        ...{ ticketId: 't1', clock: 'RESOLUTION', cycle: 1, priority: 'P2' },
        before: { verdict: 'MET', verdictAt: seoul('08-03 15:00'), dueAt: seoul('08-03 18:00'), overMs: -3 * HOUR },
        after: { verdict: 'MISSED', verdictAt: seoul('08-03 14:00'), dueAt: seoul('08-03 14:00'), overMs: HOUR },
      },
    ]);
  });

  test('attainment is told by clock and priority, before and after', () => {
    const [before, after] = [
      ask([ticket], resolvingIn(240)).periods[0]?.before,
      ask([ticket], resolvingIn(240)).periods[0]?.after,
    ];
    expect(before?.attainment).toEqual([
      { clock: 'FIRST_RESPONSE', priority: 'P2', met: 1, missed: 0 },
      { clock: 'RESTORE', priority: 'P2', met: 1, missed: 0 },
      { clock: 'RESOLUTION', priority: 'P2', met: 1, missed: 0 },
    ]);
    expect(after?.attainment).toEqual([
      { clock: 'FIRST_RESPONSE', priority: 'P2', met: 1, missed: 0 },
      { clock: 'RESTORE', priority: 'P2', met: 1, missed: 0 },
      { clock: 'RESOLUTION', priority: 'P2', met: 0, missed: 1 },
    ]);
  });

  test('a calendar around the clock moves what is due out of the hours that people work', () => {
    const late = story(
      opened('08-03 17:00'),
      ['08-03 17:10', 'PROVIDER', does.reply()],
      ['08-03 17:30', 'PROVIDER', does.resolve()],
    );
    const around = termsWith({ targets: targets.map((each) => ({ ...each, calendarId: 'always' })) });
    const [comparison] = ask([{ ...ticket, events: late }], around).periods;
    // Due 17:30, next day 12:00 and 16:00; around the clock 17:30, 21:00 and 01:00.
    expect([comparison?.before.load, comparison?.after.load]).toEqual([
      { due: 3, outside: 0 },
      { due: 3, outside: 2 },
    ]);
  });

  test('what is due when the hours end is due within them', () => {
    const [comparison] = ask([ticket], bound).periods;
    expect(comparison?.before.load).toEqual({ due: 3, outside: 0 });
  });

  test('a clock that the terms newly promise, or no longer do, is a change', () => {
    const fewer = termsWith({ targets: targets.filter(({ clock }) => clock !== 'RESTORE') });
    const [gone] = ask([ticket], fewer).changes;
    const [came] = ask([{ ...ticket, terms: fewer }], bound).changes;
    const restored = {
      verdict: 'MET',
      verdictAt: seoul('08-03 12:00'),
      dueAt: seoul('08-03 14:00'),
      overMs: -2 * HOUR,
    };
    expect(gone).toMatchObject({ clock: 'RESTORE', before: restored, after: null });
    expect(came).toMatchObject({ clock: 'RESTORE', before: null, after: restored });
  });

  test('a ticket bound to its service takes the policy that the proposal gives the service', () => {
    const other: Terms = {
      ...bound,
      services: bound.services.map((service) => ({ ...service, policyId: 'quick' })),
    };
    const boundByName = events.map((event): TicketEvent =>
      event.kind === 'OPENED' ? { ...event, binding: { ...binding, policyId: 'policy' } } : event,
    );
    const { changes } = ask([{ ...ticket, events: boundByName }], other);
    expect(changes.map(({ clock, before, after }) => [clock, before?.verdict, after?.verdict])).toEqual([
      ['FIRST_RESPONSE', 'MET', undefined],
      ['RESTORE', 'MET', undefined],
      ['RESOLUTION', 'MET', 'MISSED'],
    ]);
  });

  test('an agreed date counts by the wall, whatever calendars the terms have', () => {
    const dated = story(
      opened('08-03 10:00'),
      ['08-03 11:00', 'CLIENT', does.setDate('08-05 18:00')],
      ['08-04 11:00', 'PROVIDER', does.resolve()],
    );
    const known = calendars();
    const strict = (id: string, knownAt: number) => {
      if (id !== 'office' && id !== 'always') throw new RangeError(`no calendar ${id}`);
      return known(id, knownAt);
    };
    const { changes } = whatIf({
      ...{ tickets: [{ ...ticket, events: dated }], proposed: { ...bound, services: [] }, calendarsOf: () => strict },
      ...{ periods: [august], asOf: september.from, staffed },
    });
    expect(changes.find(({ clock }) => clock === 'AGREED_DATE')).toMatchObject({
      before: { verdict: 'MET', dueAt: seoul('08-05 18:00'), overMs: -31 * HOUR },
      after: null,
    });
  });

  test('before, a ticket that was bound anew is judged by each of its terms in turn', () => {
    const events = story(
      opened('08-03 10:00', 'P3', 'INCIDENT', 'network'),
      ['08-03 11:00', 'PROVIDER', does.moveTo('servers', null)],
      ['08-03 13:30', 'PROVIDER', does.resolve()],
    ).map((event): TicketEvent =>
      event.kind === 'SERVICE_CHANGED' ? { ...event, binding: { ...event.binding, termsDigest: 'd2' } } : event,
    );
    const first = bound;
    // The second document knows servers only: judged by it alone, nothing would have been promised before the move.
    const narrow = termsWith({ targets: [target('RESOLUTION', 'P3', 180)] });
    const later: Terms = { ...narrow, services: narrow.services.slice(0, 1) };
    const moved: PastTicket = {
      ticketId: 't1',
      events,
      terms: later,
      boundTerms: new Map([
        ['d', first],
        ['d2', later],
      ]),
    };
    const proposed = termsWith({ targets: [target('RESOLUTION', 'P3', 600)] });
    expect(ask([moved], proposed).changes.map(({ clock, before, after }) => [clock, before, after])).toEqual([
      [
        'RESOLUTION',
        { verdict: 'MISSED', verdictAt: seoul('08-03 13:00'), dueAt: seoul('08-03 13:00'), overMs: 30 * MINUTE },
        { verdict: 'MET', verdictAt: seoul('08-03 13:30'), dueAt: seoul('08-04 11:00'), overMs: -390 * MINUTE },
      ],
    ]);
  });

  test('a policy agreed for the ticket apart stays', () => {
    const apart = events.map((event): TicketEvent =>
      event.kind === 'OPENED'
        ? { ...event, binding: { ...binding, serviceItemId: 'network', policyId: 'policy' } }
        : event,
    );
    expect(ask([{ ...ticket, events: apart }], resolvingIn(240)).changes).toHaveLength(1);
  });

  test('tickets out of contract are counted and left alone', () => {
    const { replayed, outOfContract, changes } = ask([{ ...ticket, terms: null }], bound);
    expect([replayed, outOfContract, changes]).toEqual([0, 1, []]);
  });

  test('only verdicts of the periods count, each in the one in which it fell', () => {
    const later = {
      ...ticket,
      ticketId: 't2',
      events: story(opened('09-01 10:00'), ['09-01 10:20', 'PROVIDER', does.reply()]),
    };
    const asOf = september.to;
    const both = whatIf({
      ...{ tickets: [ticket, later], proposed: resolvingIn(240), calendarsOf: () => calendars() },
      ...{ periods: [august, september], asOf, staffed },
    });
    expect(
      both.periods.map(({ after }) => after.attainment.map(({ clock, met, missed }) => [clock, met, missed])),
    ).toEqual([
      [
        ['FIRST_RESPONSE', 1, 0],
        ['RESTORE', 1, 0],
        ['RESOLUTION', 0, 1],
      ],
      [
        ['FIRST_RESPONSE', 1, 0],
        ['RESTORE', 0, 1],
        ['RESOLUTION', 0, 1],
      ],
    ]);
    expect(ask([ticket], resolvingIn(240), [september]).changes).toEqual([]);
    expect(ask([later], bound, [september]).periods[0]?.before.attainment).toEqual([]);
  });

  test('credits are those of the terms in force before, and of the proposal after', () => {
    const proposed = resolvingIn(240);
    const result = whatIf({
      ...{
        tickets: [ticket],
        proposed,
        calendarsOf: () => calendars(),
        periods: [august],
        asOf: september.from,
        staffed,
      },
      credits: {
        inForce: () => bound,
        of: ({ attainment, terms, period: { key } }) => {
          const missed = attainment.reduce((sum, line) => sum + line.missed, 0);
          return `${key}: ${missed * 50_000} ${terms.currency} ${terms === proposed ? 'proposed' : 'in force'}`;
        },
      },
    });
    expect([result.periods[0]?.before.credit, result.periods[0]?.after.credit]).toEqual([
      '2026-08: 0 KRW in force',
      '2026-08: 50000 KRW proposed',
    ]);
    expect(ask([ticket], bound).periods[0]?.before.credit).toBeNull();
  });
});

const acts = [
  ['PROVIDER', does.reply('m1')],
  ['PROVIDER', does.question('q1')],
  ['CLIENT', does.reply('c1')],
  ['CLIENT', does.reply('c2')],
  ['PROVIDER', does.waitForClient()],
  ['CLIENT', does.resume()],
  ['PROVIDER', does.restore()],
  ['PROVIDER', does.resolve()],
  ['CLIENT', does.reopen()],
  ['PROVIDER', does.prioritise('P2', 'P1')],
  ['PROVIDER', does.prioritise('P2', 'P3')],
  ['SYSTEM', does.close('STAFF')],
] as const;

/** Any log of some days in August. */
const anyTicket = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.constantFrom(...acts)), { maxLength: 12 })
  .map((steps) => {
    const log: TicketEvent[] = [...story(opened('08-13 16:00'))];
    let at = seoul('08-13 16:00');
    for (const [minutes, [side, body]] of steps) {
      at += minutes * MINUTE;
      log.push({ ...body, seq: log.length + 1, at, actor: { side, userId: null } });
    }
    return { ticketId: 't', events: log, terms: scaled((minutes) => minutes) };
  });

const RUNS = { numRuns: 150, seed: 20261122 } as const;

test('the same terms in other words change nothing', () => {
  fc.assert(
    fc.property(anyTicket, (each) => {
      const { changes, periods } = ask([each], JSON.parse(JSON.stringify(each.terms)) as Terms);
      expect(changes).toEqual([]);
      expect(periods[0]?.after).toEqual(periods[0]?.before);
    }),
    RUNS,
  );
});

test('longer targets never miss what was met', () => {
  fc.assert(
    fc.property(anyTicket, fc.double({ min: 1, max: 5, noNaN: true }), (each, factor) => {
      const { changes } = ask([each], longer(factor));
      expect(changes.filter(({ before, after }) => before?.verdict === 'MET' && after?.verdict === 'MISSED')).toEqual(
        [],
      );
    }),
    RUNS,
  );
});

test('each change is one that the counts show too', () => {
  fc.assert(
    fc.property(
      fc.array(anyTicket, { maxLength: 4 }),
      fc.double({ min: 0.2, max: 3, noNaN: true }),
      (tickets, factor) => {
        const { changes, periods } = ask(tickets, longer(factor), [period(ZONE, '2026')]);
        const misses = (lines: readonly { readonly missed: number }[] = []) =>
          lines.reduce((sum, { missed }) => sum + missed, 0);
        const more = changes.filter(({ after }) => after?.verdict === 'MISSED').length;
        const fewer = changes.filter(({ before }) => before?.verdict === 'MISSED').length;
        expect(misses(periods[0]?.after.attainment) - misses(periods[0]?.before.attainment)).toBe(more - fewer);
      },
    ),
    { ...RUNS, numRuns: 60 },
  );
});

test('a year of silence is not an hour of arithmetic: as many cycles as there were updates owed', () => {
  const silent = { ...ticket, events: story(opened('08-03 10:00')), terms: scaled((minutes) => minutes) };
  const { periods } = ask([silent], longer(2), [period(ZONE, '2026')]);
  const cadence = (lines: readonly { readonly clock: string; readonly missed: number }[] = []) =>
    lines.find(({ clock }) => clock === 'UPDATE_CADENCE')?.missed;
  // 179 working hours, the holiday of the 17th left out: one update in 5 working hours is owed, or in 10.
  expect([cadence(periods[0]?.before.attainment), cadence(periods[0]?.after.attainment)]).toEqual([35, 17]);
});
