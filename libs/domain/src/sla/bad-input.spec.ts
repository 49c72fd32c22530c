import type { CalendarDocument } from '../time/calendar.js';
import { compileCalendar } from '../time/compile.js';
import type { SlaTarget, Terms } from '../contracts/terms.js';
import type { TicketEvent } from '../ticketing/events.js';
import type { Clock } from './clock.js';
import { allHours, calendars, officeHours, target, termsWith } from './contract.fixture.js';
import { evaluateClocks, explainClocks } from './evaluate.js';
import { nextInstants } from './next-instants.js';
import { promiseGaps, type PromiseGap } from './promise-gaps.js';
import { promisedTimes } from './promise.js';
import { does, opened, seoul, story } from './story.fixture.js';

const NOON = seoul('08-05 12:00');
const log = story(opened('08-03 10:00'), ['08-03 11:00', 'PROVIDER', does.reply()]);

const evaluate = (terms: Terms, events: readonly TicketEvent[] = log, asOf = NOON) =>
  evaluateClocks({ events, terms, calendarOf: calendars(), asOf });

/** Every number of clocks, accounts and timers: none may be NaN. */
function numbersOf(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

describe('a target of no length promises nothing', () => {
  const lengths: readonly (readonly [string, SlaTarget['amount']])[] = [
    ['zero minutes', { unit: 'MINUTES', minutes: 0 }],
    ['negative minutes', { unit: 'MINUTES', minutes: -60 }],
    ['no number of minutes', { unit: 'MINUTES', minutes: NaN }],
    ['minutes without end', { unit: 'MINUTES', minutes: Infinity }],
    ['zero business days', { unit: 'BUSINESS_DAYS', days: 0 }],
    ['negative business days', { unit: 'BUSINESS_DAYS', days: -1 }],
  ];

  test.each(lengths)('%s', (_name, amount) => {
    const targets = (['RESOLUTION', 'FIRST_RESPONSE', 'UPDATE_CADENCE'] as const).map((clock) => ({
      ...target(clock, 'P2', 60),
      amount,
    }));
    const terms = termsWith({ targets });
    expect(evaluate(terms)).toEqual([]);
    expect(explainClocks({ events: log, terms, calendarOf: calendars(), asOf: NOON })).toEqual([]);
    const opening = { serviceItemId: 'servers', priority: 'P2', type: 'INCIDENT', at: NOON } as const;
    expect(promisedTimes({ terms, calendarOf: calendars(), ...opening })).toEqual([]);
    expect(promiseGaps(terms).filter(({ kind }) => kind === 'NO_LENGTH')).toEqual(
      targets.map(({ id }) => ({ kind: 'NO_LENGTH', targetId: id })),
    );
  });

  test('a priority that changes to one without a length is free from then on', () => {
    const empty = { ...target('RESOLUTION', 'P1', 60), amount: { unit: 'MINUTES', minutes: 0 } as const };
    const terms = termsWith({ targets: [target('RESOLUTION', 'P2', 480), empty] });
    const raised = story(opened('08-03 10:00'), ['08-03 11:00', 'PROVIDER', does.prioritise('P2', 'P1')]);
    expect(evaluate(terms, raised)).toEqual([expect.objectContaining({ kind: 'RESOLUTION', state: 'NONE' })]);
  });
});

describe('a calendar that never opens', () => {
  const never: CalendarDocument = { ...officeHours, weekly: {} };
  const calendarOf = () => compileCalendar(never, [], 0);
  const terms: Terms = {
    ...termsWith({ targets: [target('RESOLUTION', 'P2', 60), target('UPDATE_CADENCE', 'P2', 60)] }),
    calendars: [never, allHours],
  };

  test('its clocks run for ever, are never due and use no time', () => {
    const clocks = evaluateClocks({ events: log, terms, calendarOf, asOf: NOON });
    expect(clocks.map(({ kind, cycle, state, dueAt, usedMs }) => [kind, cycle, state, dueAt, usedMs])).toEqual([
      ['UPDATE_CADENCE', 1, 'MET', null, 0],
      ['UPDATE_CADENCE', 2, 'RUNNING', null, 0],
      ['RESOLUTION', 1, 'RUNNING', null, 0],
    ]);
    expect(clocks.at(-1)?.warnings).toEqual([]);
    expect(nextInstants(clocks)).toEqual([]);
  });

  const always = { ...target('RESOLUTION', 'P2', 120, 'always'), id: 'around-the-clock' };
  const either = (id: string) => (id === 'always' ? compileCalendar(allHours, [], 0) : calendarOf());
  const moved = (from: SlaTarget, to: SlaTarget) => {
    const policies = [policyOf(from), { ...policyOf(to), id: 'quick' }];
    const events = story(opened('08-03 10:00'), ['08-03 11:00', 'PROVIDER', does.moveTo('network', 'quick')]);
    return evaluateClocks({
      events,
      terms: { ...terms, policies },
      calendarOf: either,
      asOf: seoul('08-03 11:30'),
    }).map(({ state, dueAt }) => [state, dueAt]);
  };

  test('a service that moves to hours which open is due from the move on', () => {
    expect(moved(target('RESOLUTION', 'P2', 60), always)).toEqual([['RUNNING', seoul('08-03 13:00')]]);
  });

  test('one that moves to hours which never open is due never', () => {
    expect(moved(always, target('RESOLUTION', 'P2', 60))).toEqual([['RUNNING', null]]);
  });

  test('a raise within hours that never open is due never', () => {
    const targets = [target('RESOLUTION', 'P3', 60), target('RESOLUTION', 'P2', 30)];
    const events = story(opened('08-03 10:00', 'P3'), ['08-03 11:00', 'PROVIDER', does.prioritise('P3', 'P2')]);
    const raised = { ...terms, policies: [policyOf(...targets)] };
    const [clock] = evaluateClocks({ events, terms: raised, calendarOf, asOf: NOON });
    expect([clock?.state, clock?.dueAt, clock?.targetMs]).toEqual(['RUNNING', null, 30 * 60_000]);
  });

  test('business days that never come are due never', () => {
    const days = { ...target('RESOLUTION', 'P2', 1), amount: { unit: 'BUSINESS_DAYS', days: 3 } as const };
    const [clock] = evaluateClocks({
      events: log,
      terms: { ...terms, policies: [policyOf(days)] },
      calendarOf,
      asOf: NOON,
    });
    expect([clock?.state, clock?.dueAt, clock?.usedMs]).toEqual(['RUNNING', null, 0]);
  });

  test('the terms say so before anybody signs', () => {
    expect(promiseGaps(terms)).toContainEqual({ kind: 'NEVER_OPEN', targetId: 'RESOLUTION-P2', calendarId: 'office' });
  });
});

const policyOf = (...targets: readonly SlaTarget[]) => ({ id: 'policy', name: { ko: '운영', en: 'Ops' }, targets });

const morning = { from: '09:00', to: '12:00' };

describe('terms with gaps', () => {
  const whole = termsWith({
    targets: (['P1', 'P2', 'P3', 'P4', 'P5'] as const).flatMap((priority) => [
      target('FIRST_RESPONSE', priority, 60),
      target('RESOLUTION', priority, 480),
    ]),
  });
  const [servers] = whole.services;
  if (servers === undefined) throw new Error('the terms have no service');
  const only = (change: Partial<Terms>): Terms => ({
    ...whole,
    services: [servers],
    policies: [...whole.policies.slice(0, 1)],
    ...change,
  });
  const rows: readonly (readonly [string, Terms, readonly PromiseGap[]])[] = [
    ['terms without gaps have none', only({}), []],
    [
      'a service whose policy is missing',
      only({ services: [{ ...servers, policyId: 'gone' }] }),
      [{ kind: 'NO_POLICY', serviceItemId: 'servers' }],
    ],
    [
      'a priority without a target',
      only({ policies: [policyOf(...(whole.policies[0]?.targets ?? []).filter(({ id }) => id !== 'RESOLUTION-P4'))] }),
      [{ kind: 'NO_TARGET', serviceItemId: 'servers', clock: 'RESOLUTION', priority: 'P4' }],
    ],
    [
      'a priority that the matrix never gives needs no target',
      only({
        priorityMatrix: [
          ['P1', 'P2', 'P3'],
          ['P2', 'P3', 'P3'],
          ['P3', 'P3', 'P3'],
        ],
        policies: [policyOf(...(whole.policies[0]?.targets ?? []).filter(({ priority }) => priority < 'P4'))],
      }),
      [],
    ],
    [
      'hours that are told twice still open',
      only({ calendars: [{ ...officeHours, weekly: { mon: [morning, morning] } }] }),
      [],
    ],
    [
      'a target on a calendar that the terms lack',
      only({
        calendars: [allHours],
        policies: [
          policyOf(
            ...(whole.policies[0]?.targets ?? []).map((one) =>
              one.id === 'RESOLUTION-P1' ? one : { ...one, calendarId: 'always' },
            ),
          ),
        ],
      }),
      [{ kind: 'UNKNOWN_CALENDAR', targetId: 'RESOLUTION-P1', calendarId: 'office' }],
    ],
  ];

  test.each(rows)('%s', (_name, terms, gaps) => {
    expect(promiseGaps(terms)).toEqual(gaps);
  });

  test('a service without a policy opens tickets without clocks', () => {
    const terms = only({ services: [{ ...servers, policyId: 'gone' }] });
    expect(evaluate(terms)).toEqual([]);
  });
});

describe('a log as imports may bring it', () => {
  const [opening, reply] = log;
  if (opening === undefined || reply === undefined) throw new Error('the story is too short');
  const shown = (events: readonly TicketEvent[]): readonly Clock[] => evaluate(termsWith(), events);
  const rows: readonly (readonly [string, readonly TicketEvent[], readonly Clock[]])[] = [
    ['events out of order are taken by their number', [reply, opening], shown(log)],
    ['events that came twice are taken once', [opening, reply, reply, opening], shown(log)],
    [
      'an event without an instant is taken as of the one before',
      [opening, { ...reply, at: NaN }],
      shown([opening, { ...reply, at: opening.at }]),
    ],
    ['an opening without an instant opens nothing', [{ ...opening, at: NaN }], []],
    ['a log without an opening has no clocks', [reply], []],
    ['no log has no clocks', [], []],
  ];

  test.each(rows)('%s', (_name, events, clocks) => {
    expect(shown(events)).toEqual(clocks);
    expect(numbersOf(shown(events)).some(Number.isNaN)).toBe(false);
  });

  test('at no instant at all nothing is known', () => {
    expect(evaluate(termsWith(), log, NaN)).toEqual([]);
  });
});
