import type { Clock } from '@daylight/domain';
import { nextDue } from './next-due.js';

const clock = (more: Partial<Clock>): Clock => ({
  ...{
    kind: 'RESOLUTION',
    cycle: 1,
    state: 'RUNNING',
    targetId: 't',
    priority: 'P3',
    amount: { unit: 'MINUTES', minutes: 1 },
  },
  ...{ targetMs: 60_000, calendarId: 'c', startedAt: 0, dueAt: 100, usedMs: 0, metAt: null, breachedAt: null },
  ...{ verdict: null, verdictAt: null, warnings: [] },
  ...more,
});

test.each<[string, readonly Clock[], unknown]>([
  ['nothing is owed without clocks', [], null],
  ['a met clock is no longer owed', [clock({ state: 'MET', metAt: 5 })], null],
  [
    'the earliest due instant counts',
    [clock({ dueAt: 100 }), clock({ kind: 'FIRST_RESPONSE', dueAt: 30 })],
    { kind: 'FIRST_RESPONSE', state: 'RUNNING', dueAt: 30 },
  ],
  [
    'a paused clock comes after a running one',
    [clock({ state: 'PAUSED', dueAt: null }), clock({ kind: 'NEXT_RESPONSE', dueAt: 500 })],
    { kind: 'NEXT_RESPONSE', state: 'RUNNING', dueAt: 500 },
  ],
  [
    'a breached clock that was not met stays owed',
    [clock({ state: 'BREACHED', dueAt: 10, breachedAt: 11 })],
    { kind: 'RESOLUTION', state: 'BREACHED', dueAt: 10 },
  ],
  [
    'a missed silence is over when the next one starts',
    [
      clock({ kind: 'UPDATE_CADENCE', cycle: 1, state: 'BREACHED', dueAt: 10, breachedAt: 11 }),
      clock({ kind: 'UPDATE_CADENCE', cycle: 2, dueAt: 40 }),
    ],
    { kind: 'UPDATE_CADENCE', state: 'RUNNING', dueAt: 40 },
  ],
])('%s', (_sentence, clocks, expected) => {
  expect(nextDue(clocks)).toEqual(expected);
});
