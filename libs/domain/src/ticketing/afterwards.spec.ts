import { DAY, HOUR } from '../time/instant.js';
import type { TicketCommand } from './commands.js';
import { CLIENT, CLOSE, OPEN, play, reply, SOLVED, STAFF, type Step } from './story.fixture.js';

const CHANGE: Step = [0, CLIENT, { ...OPEN, type: 'CHANGE' }];
const done = (outcome?: 'AS_PLANNED' | 'ROLLED_BACK'): TicketCommand => ({
  ...{ kind: 'RESOLVE', code: 'FIXED' },
  ...(outcome === undefined ? {} : { outcome }),
});
const setOutcome = (outcome: 'AS_PLANNED' | 'FAILED'): TicketCommand => ({ kind: 'SET_CHANGE_OUTCOME', outcome });
const rate = (score: 1 | 4 | 5, reasonTextId: string | null = null): TicketCommand => ({
  kind: 'RATE',
  score,
  reasonTextId,
});

describe('how a change went', () => {
  test('is said with its resolution, after it, in the same breath', () => {
    const { events, state } = play(CHANGE, [HOUR, STAFF, done('ROLLED_BACK')]);
    expect(events.map(({ kind, at }) => [kind, at])).toEqual([
      ['OPENED', 0],
      ['RESOLVED', HOUR],
      ['CHANGE_OUTCOME_SET', HOUR],
    ]);
    expect(state).toMatchObject({ status: 'RESOLVED', changeOutcome: 'ROLLED_BACK' });
  });

  const stories: readonly (readonly [sentence: string, steps: readonly Step[], outcome: string | null])[] = [
    ['isn’t known where nobody says', [CHANGE, [1, STAFF, done()]], null],
    ['can be said afterwards', [CHANGE, [1, STAFF, done()], [2, STAFF, setOutcome('FAILED')]], 'FAILED'],
    ['can be put right', [CHANGE, [1, STAFF, done('AS_PLANNED')], [2, STAFF, setOutcome('FAILED')]], 'FAILED'],
    [
      'can be put right when the ticket is closed',
      [CHANGE, [1, STAFF, done('AS_PLANNED')], [2, CLIENT, CLOSE], [3, STAFF, setOutcome('FAILED')]],
      'FAILED',
    ],
    [
      'is open again once the ticket is',
      [CHANGE, [1, STAFF, done('AS_PLANNED')], [2, CLIENT, { kind: 'REOPEN' }]],
      null,
    ],
    [
      'is what it was when the reopening was a mere thank-you',
      [
        CHANGE,
        [1, STAFF, done('AS_PLANNED')],
        [2, CLIENT, reply('thanks')],
        [3, STAFF, { kind: 'MARK_NO_ACTION', messageId: 'thanks' }],
      ],
      'AS_PLANNED',
    ],
  ];
  test.each(stories)('%s', (_sentence, steps, changeOutcome) => {
    const { state, problem } = play(...steps);
    expect([problem, state?.changeOutcome]).toEqual([null, changeOutcome]);
  });

  test.each([
    [
      'of an incident nothing of the kind is said',
      [
        [0, CLIENT, OPEN],
        [1, STAFF, done('AS_PLANNED')],
      ],
      'NOT_A_CHANGE',
    ],
    ['nor afterwards', [...SOLVED, [DAY, STAFF, setOutcome('FAILED')]], 'NOT_A_CHANGE'],
    ['not before it is resolved', [CHANGE, [1, STAFF, setOutcome('FAILED')]], 'NOT_ALLOWED_IN_STATUS'],
    [
      'the client doesn’t say it',
      [CHANGE, [1, STAFF, done()], [2, CLIENT, setOutcome('FAILED')]],
      'NOT_ALLOWED_FOR_SIDE',
    ],
    [
      'saying it again changes nothing',
      [CHANGE, [1, STAFF, done('AS_PLANNED')], [2, STAFF, setOutcome('AS_PLANNED')]],
      'NOTHING_CHANGES',
    ],
  ] satisfies readonly (readonly [string, readonly Step[], string])[])('%s', (_sentence, steps, kind) => {
    expect(play(...steps).problem?.kind).toBe(kind);
  });
});

describe('how satisfied the client is', () => {
  const stories: readonly (readonly [sentence: string, steps: readonly Step[], rating: object | null])[] = [
    ['is said once it is resolved', [...SOLVED, [DAY, CLIENT, rate(4)]], { score: 4, at: DAY }],
    [
      'is said when it is closed, too',
      [...SOLVED, [DAY, CLIENT, CLOSE], [2 * DAY, CLIENT, rate(5)]],
      { score: 5, at: 2 * DAY },
    ],
    ['may be thought over', [...SOLVED, [DAY, CLIENT, rate(4)], [2 * DAY, CLIENT, rate(1)]], { score: 1, at: 2 * DAY }],
    [
      'may get words later',
      [...SOLVED, [DAY, CLIENT, rate(4)], [2 * DAY, CLIENT, rate(4, 'text')]],
      { score: 4, at: 2 * DAY },
    ],
    [
      'outlives a reopening',
      [...SOLVED, [2 * HOUR, CLIENT, rate(1)], [3 * HOUR, CLIENT, { kind: 'REOPEN' }]],
      { score: 1, at: 2 * HOUR },
    ],
  ];
  test.each(stories)('%s', (_sentence, steps, told) => {
    const { state, problem } = play(...steps);
    expect([problem, state?.rating]).toEqual([null, told]);
  });

  test.each([
    [
      'not before anything was done',
      [
        [0, CLIENT, OPEN],
        [1, CLIENT, rate(5)],
      ],
      'NOT_ALLOWED_IN_STATUS',
    ],
    ['not by the provider', [...SOLVED, [DAY, STAFF, rate(5)]], 'NOT_ALLOWED_FOR_SIDE'],
    ['not twice the same', [...SOLVED, [DAY, CLIENT, rate(5)], [DAY, CLIENT, rate(5)]], 'NOTHING_CHANGES'],
  ] satisfies readonly (readonly [string, readonly Step[], string])[])('%s', (_sentence, steps, kind) => {
    expect(play(...steps).problem?.kind).toBe(kind);
  });
});
