import { contact, directory, incident, minutes, onSchedule, policy, step, toContact, toRole } from './house.fixture.js';
import type { EscalationDirectory } from './directory.js';
import type { EscalationEvent, EscalationRun } from './run.js';
import { schedule, layer, seoul } from './schedule.fixture.js';
import { simulate } from './simulate.js';
import { LATE_AFTER, stepEscalation } from './step-escalation.js';

const MIN = 60_000;
/** Monday 23 November, 12:00: Kim is on call, the manager at work. */
const start = seoul('11-23 12:00');
const after = (count: number) => start + count * MIN;

function run(events: readonly EscalationEvent[] = [], change: Partial<EscalationRun> = {}): EscalationRun {
  return { id: 'run', of: incident(), policy: policy(), startedAt: start, events, ...change };
}

const called = (at: number, ...slotKeys: readonly string[]): EscalationEvent => ({ kind: 'CALLED', at, slotKeys });
const acknowledged = (at: number): EscalationEvent => ({ kind: 'ACKNOWLEDGED', at, personId: 'kim', via: 'LINK' });
const stopped = (at: number): EscalationEvent => ({ kind: 'STOPPED', at, reason: 'TICKET_RESOLVED' });
const alarmed = (at: number): EscalationEvent => ({ kind: 'ALARMED', at });

/** `run:r1.s1.t1:c-kim due 0 late` for each attempt, minutes counted from the start. */
function attempts(one: EscalationRun, now: number, house: EscalationDirectory = directory()) {
  return stepEscalation(one, house, now).due.flatMap((due) =>
    due.attempts.map(({ id, dueAt, late }) => `${id} due ${(dueAt - start) / MIN}${late ? ' late' : ''}`),
  );
}

const all = ['r1.s1.t1', 'r1.s2.t1', 'r2.s1.t1', 'r2.s2.t1'] as const;

describe('a run climbs its ladder until somebody answers', () => {
  const rows: readonly (readonly [string, readonly EscalationEvent[], number, readonly string[], number | null])[] = [
    ['nothing before its start', [], -1, [], 0],
    ['the first step at the start', [], 0, ['run:r1.s1.t1:c-kim due 0'], 15],
    ['nothing more once that is recorded', [called(0, all[0])], 1, [], 15],
    ['the second step after its delay', [called(0, all[0])], 15, ['run:r1.s2.t1:c-manager due 15'], 35],
    [
      'the first step again 20 minutes after the last',
      [called(0, all[0]), called(15, all[1])],
      35,
      ['run:r2.s1.t1:c-kim due 35'],
      50,
    ],
    ['the second step of the second round', [called(0, ...all.slice(0, 3))], 50, ['run:r2.s2.t1:c-manager due 50'], 70],
    ['the fallback when nobody answered', [called(0, ...all)], 70, ['run:f.t1:c-director due 70'], null],
  ];
  test.each(rows)('%s', (_, events, minute, expected, next) => {
    const one = run(events.map((event) => ({ ...event, at: after(event.at) })));
    expect(attempts(one, after(minute))).toEqual(expected);
    expect(stepEscalation(one, directory(), after(minute)).nextAt).toBe(next === null ? null : after(next));
  });

  test('it is running until its ladder is used up, then exhausted, with an alarm owed once', () => {
    const standing = (now: number, ...more: readonly EscalationEvent[]) => {
      const { state, end, exhaustedAt, alarm } = stepEscalation(
        run([called(start, ...all), ...more]),
        directory(),
        now,
      );
      return [state, end, exhaustedAt, alarm];
    };
    expect(standing(after(70) - 1)).toEqual(['RUNNING', null, null, null]);
    expect(standing(after(70))).toEqual(['EXHAUSTED', null, after(70), { dueAt: after(70), late: false }]);
    expect(standing(after(75))).toEqual(['EXHAUSTED', null, after(70), { dueAt: after(70), late: true }]);
    expect(standing(after(75), alarmed(after(70)))).toEqual(['EXHAUSTED', null, after(70), null]);
  });

  test('an attempt carries its contact, channels, slot and target', () => {
    const [due] = stepEscalation(run(), directory(), start).due;
    expect(
      due?.attempts.map(({ contact: { id }, channels, slot, target }) => [id, channels.map((c) => c.id), slot, target]),
    ).toEqual([
      [
        'c-kim',
        ['sms', 'voice'],
        { key: 'r1.s1.t1', round: 1, stepId: 'first', target: onSchedule('infra'), dueAt: start },
        onSchedule('infra'),
      ],
    ]);
    expect(due?.slots.map(({ key }) => key)).toEqual(['r1.s1.t1']);
    expect(due?.skipped).toEqual([]);
  });
});

describe('an answer ends it', () => {
  const ends: readonly (readonly [string, readonly EscalationEvent[], string, number | null, number | null])[] = [
    ['an acknowledgement', [acknowledged(after(16))], 'ACKNOWLEDGED', after(16), null],
    ['the end of the ticket', [stopped(after(16))], 'STOPPED', after(16), null],
    [
      'whatever came first, in whatever order it was recorded',
      [stopped(after(20)), acknowledged(after(16))],
      'ACKNOWLEDGED',
      after(16),
      null,
    ],
    ['the first of two', [acknowledged(after(16)), stopped(after(14))], 'STOPPED', after(14), null],
    [
      'the acknowledgement, when both come at one instant',
      [stopped(after(16)), acknowledged(after(16))],
      'ACKNOWLEDGED',
      after(16),
      null,
    ],
    ['the same in the other order', [acknowledged(after(16)), stopped(after(16))], 'ACKNOWLEDGED', after(16), null],
    [
      'the end of the ticket, however soon somebody answers after it',
      [stopped(after(14)), acknowledged(after(16))],
      'STOPPED',
      after(14),
      null,
    ],
    [
      'an answer after the ladder was used up, which stays a fact',
      [acknowledged(after(90))],
      'ACKNOWLEDGED',
      after(90),
      after(70),
    ],
    ['an answer at the last instant, which is in time', [acknowledged(after(70))], 'ACKNOWLEDGED', after(70), null],
  ];
  test.each(ends)('%s', (_, events, state, endAt, exhaustedAt) => {
    const standing = stepEscalation(run(events), directory(), after(100));
    expect([standing.state, standing.end?.at, standing.exhaustedAt]).toEqual([state, endAt, exhaustedAt]);
    expect([standing.due, standing.alarm, standing.nextAt]).toEqual([[], null, null]);
  });

  test('of two answers at one instant the one recorded first stays', () => {
    const lee: EscalationEvent = { kind: 'ACKNOWLEDGED', at: after(16), personId: 'lee', via: 'CONSOLE' };
    const end = (...events: readonly EscalationEvent[]) => stepEscalation(run(events), directory(), after(30)).end;
    expect(end(acknowledged(after(16)), lee)).toMatchObject({ personId: 'kim' });
    expect(end(lee, acknowledged(after(16)))).toMatchObject({ personId: 'lee' });
  });

  test('it says who and how, and why a run was stopped', () => {
    const end = (event: EscalationEvent) => stepEscalation(run([event]), directory(), after(30)).end;
    expect(end(acknowledged(after(3)))).toEqual({ kind: 'ACKNOWLEDGED', at: after(3), personId: 'kim', via: 'LINK' });
    expect(end(stopped(after(3)))).toEqual({ kind: 'STOPPED', at: after(3), reason: 'TICKET_RESOLVED' });
  });

  test('an event that lies ahead has not happened yet', () => {
    const one = run([acknowledged(after(16)), called(after(16), all[0])]);
    expect(attempts(one, after(0))).toEqual(['run:r1.s1.t1:c-kim due 0']);
    expect(stepEscalation(one, directory(), after(16) - 1).state).toBe('RUNNING');
    expect(stepEscalation(one, directory(), after(16)).state).toBe('ACKNOWLEDGED');
  });
});

describe('after downtime', () => {
  test('a call is late from a minute on, with the instant at which it was due', () => {
    expect(LATE_AFTER).toBe(MIN);
    expect(attempts(run(), after(1))).toEqual(['run:r1.s1.t1:c-kim due 0']);
    expect(attempts(run(), after(1) + 1)).toEqual(['run:r1.s1.t1:c-kim due 0 late']);
  });

  test('every missed target is called once, however many repeats went by', () => {
    const { due } = stepEscalation(run(), directory(), after(60));
    expect(attempts(run(), after(60))).toEqual(['run:r1.s1.t1:c-kim due 0 late', 'run:r1.s2.t1:c-manager due 15 late']);
    expect(due.map(({ slots }) => slots.map(({ key }) => key))).toEqual([
      ['r1.s1.t1', 'r2.s1.t1'],
      ['r1.s2.t1', 'r2.s2.t1'],
    ]);
    const recorded = run([called(after(60), ...due.flatMap(({ slots }) => slots.map(({ key }) => key)))]);
    expect(attempts(recorded, after(61))).toEqual([]);
    expect(stepEscalation(recorded, directory(), after(61)).nextAt).toBe(after(70));
  });

  test('a run that was missed as a whole calls everybody once, the fallback too, and alarms', () => {
    expect(attempts(run(), after(600))).toEqual(['run:r1.s1.t1:c-kim due 0 late', 'run:f.t1:c-director due 70 late']);
    const standing = stepEscalation(run(), directory(), after(600));
    expect([standing.state, standing.alarm]).toEqual(['EXHAUSTED', { dueAt: after(70), late: true }]);
    // 22:00 by now: the manager's hours are over, and that is said.
    expect(standing.due.map(({ skipped }) => skipped.map(({ reason }) => reason.kind))).toEqual([
      [],
      ['OUTSIDE_OWN_HOURS'],
      [],
    ]);
  });

  const handOver = seoul('11-30 09:00');
  test('a late call goes to whoever is on shift now, one in time to whoever was when it was due', () => {
    const one = run([], { startedAt: handOver - 1 });
    const people = (now: number) =>
      stepEscalation(one, directory(), now).due[0]?.attempts.map((a) => a.contact.personId);
    expect(people(handOver - 1)).toEqual(['kim']);
    expect(people(handOver + MIN - 1)).toEqual(['kim']);
    expect(people(handOver + MIN)).toEqual(['lee']);
  });

  test('a target in ladder and fallback is called once', () => {
    const both = policy({ repeats: 0, steps: [step('first', 0, toContact('c-kim'))], fallback: [toContact('c-kim')] });
    const one = run([], { policy: both });
    expect(attempts(one, after(30))).toEqual(['run:r1.s1.t1:c-kim due 0 late']);
    expect(stepEscalation(one, directory(), after(30)).due.map(({ slots }) => slots.map(({ key }) => key))).toEqual([
      ['r1.s1.t1', 'f.t1'],
    ]);
    expect(attempts(run([called(start, 'r1.s1.t1')], { policy: both }), after(20))).toEqual(['run:f.t1:c-kim due 20']);
  });
});

describe('the ladder', () => {
  test('a step without anybody leaves a slot to record, and the ladder goes on', () => {
    const one = run([], {
      policy: policy({ steps: [step('first', 0, toRole('CHIEF')), step('second', 5, toContact('c-kim'))] }),
    });
    const { due, nextAt } = stepEscalation(one, directory(), start);
    expect(due).toEqual([
      {
        attempts: [],
        skipped: [
          { target: toRole('CHIEF'), contactId: null, personId: null, name: null, reason: { kind: 'NOBODY_IN_ROLE' } },
        ],
        slots: [{ key: 'r1.s1.t1', round: 1, stepId: 'first', target: toRole('CHIEF'), dueAt: start }],
      },
    ]);
    expect(nextAt).toBe(after(5));
  });

  test('one person behind two targets of a step is called once', () => {
    const one = run([], { policy: policy({ steps: [step('first', 0, toContact('c-kim'), onSchedule('infra'))] }) });
    const { due } = stepEscalation(one, directory(), start);
    expect(
      due.map((target) => [target.attempts.map(({ id }) => id), target.skipped.map(({ reason }) => reason.kind)]),
    ).toEqual([
      [['run:r1.s1.t1:c-kim'], []],
      [[], ['ALREADY_LISTED']],
    ]);
  });

  test('calendar minutes run only while the calendar is open', () => {
    const office = (count: number) => ({ unit: 'CALENDAR_MINUTES', minutes: count, calendarId: 'office' }) as const;
    const evening = seoul('11-23 17:50');
    const steps = [
      step('first', 0, toContact('c-kim')),
      { ...step('second', 0, toContact('c-lee')), delay: office(15) },
    ];
    const one = run([], { startedAt: evening, policy: policy({ steps, repeats: 0, afterLastStep: office(30) }) });
    expect(stepEscalation(one, directory(), evening).nextAt).toBe(seoul('11-24 09:05'));
    expect(
      stepEscalation(
        run(one.events, { ...one, events: [called(evening, 'r1.s1.t1', 'r1.s2.t1')] }),
        directory(),
        evening,
      ).nextAt,
    ).toBe(seoul('11-24 09:35'));
  });

  test.each(['gone', 'never'])('a calendar that is %s is not waited for', (calendarId) => {
    const delay = { unit: 'CALENDAR_MINUTES', minutes: 15, calendarId } as const;
    const steps = [step('first', 0, toContact('c-kim')), { ...step('second', 0, toContact('c-lee')), delay }];
    expect(stepEscalation(run([], { policy: policy({ steps }) }), directory(), start).nextAt).toBe(after(15));
  });

  test('the first step waits in the first round only: a repeat comes as soon as the last wait is over', () => {
    const steps = [step('first', 5, toContact('c-kim')), step('second', 15, toContact('c-lee'))];
    const simulated = simulate(directory({ policies: [policy({ steps })] }), incident(), start);
    const dueMinutes = simulated?.moments.map(({ at, round, stepId }) => [(at - start) / MIN, round, stepId]);
    expect(dueMinutes).toEqual([
      [5, 1, 'first'],
      [20, 1, 'second'],
      [40, 2, 'first'],
      [55, 2, 'second'],
    ]);
  });

  const odd: readonly (readonly [string, Parameters<typeof policy>[0], number])[] = [
    ['without steps ends after its last wait', { steps: [], repeats: 0 }, 20],
    ['that is never repeated', { repeats: 0 }, 35],
    ['with a negative number of repeats is climbed once', { repeats: -3 }, 35],
    ['with repeats that are no number is climbed once', { repeats: NaN }, 35],
    ['with half a repeat more drops it', { repeats: 1.5 }, 70],
    ['with endless repeats ends after a hundred', { repeats: Infinity }, 101 * 35],
    ['with a negative delay does not go back', { steps: [step('first', -60, toContact('c-kim'))], repeats: 0 }, 20],
    ['with a delay that is no number does not wait', { repeats: 0, afterLastStep: minutes(NaN) }, 15],
  ];
  test.each(odd)('a policy %s', (_, change, minute) => {
    const one = run([], { policy: policy(change) });
    expect(stepEscalation(one, directory(), start + 1e9).exhaustedAt).toBe(after(minute));
  });
});

describe('folding', () => {
  test('twice without recording gives the same attempts with the same ids', () => {
    for (const minute of [0, 15, 60, 600])
      expect(attempts(run(), after(minute))).toEqual(attempts(run(), after(minute)));
    expect(attempts(run(), after(14)).map((line) => line.split(' ')[0])).toEqual(['run:r1.s1.t1:c-kim']);
  });

  test('events recorded twice or out of order change nothing', () => {
    const events = [called(after(15), all[1]), called(start, all[0]), called(after(15), all[1])];
    expect(stepEscalation(run(events), directory(), after(20))).toEqual(
      stepEscalation(run([called(start, all[0]), called(after(15), all[1])]), directory(), after(20)),
    );
  });

  test('from instant to instant makes the calls that the simulation foretold', () => {
    const house = directory({
      contacts: [...directory().contacts, contact('oh', { role: 'MANAGER' })],
      schedules: [schedule({ layers: [layer({ rotation: { kind: 'DAILY', handOver: '12:20' } })] })],
    });
    let events: readonly EscalationEvent[] = [];
    const made: (readonly [number, string])[] = [];
    for (let now: number | null = start; now !== null;) {
      const standing = stepEscalation(run(events), house, now);
      for (const due of standing.due) {
        made.push(...due.attempts.map((attempt) => [attempt.dueAt, attempt.contact.personId] as const));
        events = [...events, called(now, ...due.slots.map(({ key }) => key))];
      }
      now = standing.nextAt;
    }
    const simulation = simulate(house, incident(), start);
    const foretold = [...(simulation?.moments ?? []), ...(simulation === null ? [] : [simulation.fallback])].flatMap(
      ({ at, callable }) => callable.map((one) => [at, one.contact.personId] as const),
    );
    expect(made).toEqual(foretold);
    expect(made.map(([, person]) => person)).toEqual(['park', 'manager', 'oh', 'kim', 'manager', 'oh', 'director']);
  });
});
