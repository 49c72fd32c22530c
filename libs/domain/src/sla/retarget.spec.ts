import type { Priority, TicketType } from '../contracts/terms.js';
import type { TicketEventBody } from '../ticketing/events.js';
import { HOUR } from '../time/instant.js';
import type { Row } from './expect.fixture.js';
import { calendars, target, targets, termsWith } from './contract.fixture.js';
import { explainClock } from './evaluate.js';
import { atTen, check, clockOf } from './expect.fixture.js';
import type { Line } from './story.fixture.js';
import { does, opened, seoul, story } from './story.fixture.js';

describe('a change of priority', () => {
  const p3 = opened('08-03 10:00', 'P3');
  const rows: readonly Row[] = [
    [
      'raised: counts the new target from the change',
      [p3, ['08-03 14:00', 'CLIENT', does.prioritise('P3', 'P1')]],
      '08-03 15:00',
      { due: '08-03 18:00', state: 'RUNNING' },
    ],
    [
      'raised: keeps the old due instant when that is sooner',
      [p3, ['08-05 09:30', 'CLIENT', does.prioritise('P3', 'P2')]],
      '08-05 09:45',
      { due: '08-05 10:00' },
    ],
    [
      'raised after a misclassification: counts from the opening',
      [p3, ['08-03 11:00', 'PROVIDER', does.prioritise('P3', 'P1', 'MISCLASSIFIED')]],
      '08-03 11:30',
      { due: '08-03 14:00', used: 90, target: 240 },
    ],
    [
      'raised after a misclassification: is missed at the change at the earliest',
      [p3, ['08-03 16:00', 'PROVIDER', does.prioritise('P3', 'P1', 'MISCLASSIFIED')]],
      '08-03 17:00',
      { state: 'BREACHED', breachedAt: '08-03 16:00' },
    ],
    [
      'lowered: counts the new target from the opening',
      [opened('08-03 10:00', 'P1'), ['08-03 11:00', 'PROVIDER', does.prioritise('P1', 'P3')]],
      '08-03 12:00',
      { due: '08-05 10:00', used: 120, target: 1080 },
    ],
    [
      'lowered: a miss before it stays a miss',
      [opened('08-03 10:00', 'P1'), ['08-03 15:00', 'PROVIDER', does.prioritise('P1', 'P3')]],
      '08-03 16:00',
      { state: 'BREACHED', breachedAt: '08-03 14:00' },
    ],
    [
      'to one without a target: nothing is promised any more',
      [p3, ['08-03 11:00', 'PROVIDER', does.prioritise('P3', 'P5')]],
      '08-20 12:00',
      { state: 'NONE', verdict: null, used: 60 },
    ],
    [
      'another service: a tighter target counts from the change',
      [p3, ['08-03 16:00', 'PROVIDER', does.moveTo('network', 'quick')]],
      '08-03 17:00',
      { due: '08-03 18:00', state: 'RUNNING' },
    ],
    [
      'another service: a wider target counts from the opening',
      [
        opened('08-03 10:00', 'P3', 'INCIDENT', 'network'),
        ['08-03 11:00', 'PROVIDER', does.moveTo('servers', 'policy')],
      ],
      '08-03 12:00',
      { due: '08-05 10:00' },
    ],
  ];
  test.each(rows)('%s', (_, lines, asOf, expected) => check(clockOf(lines, asOf, 'RESOLUTION'), expected));

  test('shows used time and target that agree with the due instant', () => {
    const clock = clockOf([p3, ['08-03 14:00', 'CLIENT', does.prioritise('P3', 'P1')]], '08-03 15:00', 'RESOLUTION');
    expect(clock).toMatchObject({ usedMs: 5 * HOUR, targetMs: 8 * HOUR, priority: 'P1' });
  });
});

describe('what was answered, restored or resolved before a change', () => {
  const change = (
    at: string,
    from: Priority,
    to: Priority,
    cause: 'CIRCUMSTANCES' | 'MISCLASSIFIED' = 'CIRCUMSTANCES',
  ) => [at, 'PROVIDER', does.prioritise(from, to, cause)] as const;
  const reopen: Line = ['08-05 10:00', 'CLIENT', does.reopen()];

  test('an answer keeps the promise by which it was given', () => {
    const lines = [atTen, ['08-03 10:20', 'PROVIDER', does.reply()] as const, change('08-03 11:00', 'P2', 'P1')];
    const clock = clockOf(lines, '08-03 12:00', 'FIRST_RESPONSE');
    check(clock, { state: 'MET', due: '08-03 10:30', target: 30 });
    expect([clock?.targetId, clock?.priority]).toEqual(['FIRST_RESPONSE-P2', 'P2']);
  });

  test('a restoration that was recorded keeps its promise too', () => {
    const lines = [atTen, ['08-03 11:00', 'PROVIDER', does.restore()] as const, change('08-03 12:00', 'P2', 'P1')];
    expect(clockOf(lines, '08-03 13:00', 'RESTORE')?.targetId).toBe('RESTORE-P2');
  });

  test('a miss is shown by the promise that it missed', () => {
    const late = [atTen, ['08-04 12:00', 'PROVIDER', does.resolve()] as const, change('08-04 13:00', 'P2', 'P3')];
    expect(clockOf(late, '08-04 14:00', 'RESOLUTION')?.targetId).toBe('RESOLUTION-P2');
    const open = [atTen, change('08-04 13:00', 'P2', 'P3')];
    expect(clockOf(open, '08-04 14:00', 'RESOLUTION')?.targetId).toBe('RESOLUTION-P2');
  });

  test('a solution that is reopened resumes under the priority of meanwhile', () => {
    const lines = [
      atTen,
      ['08-03 12:00', 'PROVIDER', does.resolve()] as const,
      change('08-03 13:00', 'P2', 'P3'),
      reopen,
    ];
    check(clockOf(lines, '08-05 11:00', 'RESOLUTION'), {
      state: 'RUNNING',
      due: '08-06 17:00',
      used: 180,
      target: 1080,
    });
  });

  test('so does a restoration that nobody recorded apart', () => {
    const lines: readonly Line[] = [
      ...[atTen, ['08-03 11:00', 'PROVIDER', does.resolve()] as const],
      ...[change('08-03 11:30', 'P2', 'P1', 'MISCLASSIFIED'), ['08-03 12:00', 'CLIENT', does.reopen()] as const],
    ];
    check(clockOf(lines, '08-03 12:30', 'RESTORE'), { state: 'RUNNING', due: '08-03 13:00', used: 90, target: 120 });
  });

  test('what was never promised is not met afterwards', () => {
    const lines: readonly Line[] = [
      ...[opened('08-03 10:00', 'P3'), ['08-03 12:00', 'PROVIDER', does.resolve()] as const],
      change('08-03 13:00', 'P3', 'P2'),
    ];
    expect(clockOf(lines, '08-03 14:00', 'RESTORE')).toBeUndefined();
  });

  test('a raise before a reopening leaves what was left of the shorter target', () => {
    const lines: readonly Line[] = [
      ...[opened('08-03 10:00', 'P3'), change('08-03 11:00', 'P3', 'P2')],
      ...[['08-03 12:00', 'PROVIDER', does.resolve()] as const, ['08-04 12:00', 'CLIENT', does.reopen()] as const],
    ];
    check(clockOf(lines, '08-04 13:00', 'RESOLUTION'), { due: '08-05 10:00', used: 180, target: 540 });
  });

  test('when old and new fall due together it warns by the new', () => {
    const lines = [opened('08-03 10:00', 'P3'), change('08-04 11:00', 'P3', 'P2')];
    const clock = clockOf(lines, '08-04 12:00', 'RESOLUTION');
    expect([clock?.dueAt, clock?.warnings[0]]).toEqual([
      seoul('08-05 10:00'),
      { percent: 50, at: seoul('08-04 15:00') },
    ]);
  });

  test('of a promise that is gone the account still says how long it was', () => {
    const lines = [opened('08-03 10:00', 'P3'), change('08-03 11:00', 'P3', 'P5')];
    check(clockOf(lines, '08-03 12:00', 'RESOLUTION'), { state: 'NONE', target: 1080, used: 60, due: null });
  });
});

describe('another type of ticket', () => {
  const classified = (type: TicketType): TicketEventBody => ({ kind: 'CLASSIFIED', v: 1, impact: 2, urgency: 2, type });
  const only = (type: TicketType, minutes: number) => ({
    ...target('RESOLUTION', 'P3', minutes),
    id: `RESOLUTION-${type}`,
    types: [type],
  });
  const p3 = opened('08-03 10:00', 'P3');
  const becomes = (at: string, type: TicketType): Line => [at, 'PROVIDER', classified(type)];
  const secured = termsWith({ targets: [...targets, only('SECURITY_INCIDENT', 240)] });

  test('a tighter target counts from the change, since nobody had promised it before', () => {
    const lines = [p3, becomes('08-03 16:00', 'SECURITY_INCIDENT')];
    check(clockOf(lines, '08-03 17:00', 'RESOLUTION', 1, secured), { state: 'RUNNING', due: '08-04 11:00' });
  });

  test('a wider one counts from the opening', () => {
    const lines = [p3, becomes('08-03 11:00', 'SECURITY_INCIDENT'), becomes('08-03 12:00', 'INCIDENT')];
    check(clockOf(lines, '08-03 13:00', 'RESOLUTION', 1, secured), { due: '08-05 10:00', target: 1080 });
  });

  test('a request has nothing to restore, a security incident does', () => {
    check(clockOf([atTen, becomes('08-03 11:00', 'SERVICE_REQUEST')], '08-03 12:00', 'RESTORE'), { state: 'NONE' });
    const incident = [atTen, becomes('08-03 11:00', 'SECURITY_INCIDENT')];
    check(clockOf(incident, '08-03 12:00', 'RESTORE'), { state: 'RUNNING', due: '08-03 14:00' });
  });

  test('what was promised nothing for a while counts from the moment at which it is promised again', () => {
    const terms = termsWith({ targets: [only('INCIDENT', 240), only('SECURITY_INCIDENT', 600)] });
    const lines = [p3, becomes('08-03 11:00', 'CHANGE'), becomes('08-03 12:00', 'SECURITY_INCIDENT')];
    check(clockOf(lines, '08-03 13:00', 'RESOLUTION', 1, terms), { state: 'RUNNING', due: '08-04 13:00' });
  });
});

describe('the account of a change', () => {
  const marks = (lines: readonly Line[]) =>
    explainClock(
      { events: story(...lines), terms: termsWith(), calendarOf: calendars(), asOf: seoul('08-03 15:00') },
      'RESOLUTION',
      1,
    )?.marks;
  const started = { kind: 'STARTED', at: seoul('08-03 10:00') };

  test('names the priority before and after', () => {
    expect(marks([opened('08-03 10:00', 'P3'), ['08-03 14:00', 'CLIENT', does.prioritise('P3', 'P2')]])).toEqual([
      started,
      { kind: 'TARGET_CHANGED', at: seoul('08-03 14:00'), from: 'P3', to: 'P2' },
    ]);
  });

  test('names nothing where the promise stays', () => {
    expect(marks([atTen, ['08-03 14:00', 'PROVIDER', does.moveTo('servers', 'policy')]])).toEqual([started]);
  });
});
