import { DAY, HOUR } from '../time/instant.js';
import type { TicketStatus } from './events.js';
import {
  CLIENT,
  STAFF,
  SYSTEM,
  OPEN,
  reply,
  supplier,
  RESOLVE,
  CLOSE,
  type Step,
  play,
  ASKED,
  SOLVED,
} from './story.fixture.js';
import { outcomesOf } from './transitions.js';

const statusRules: readonly (readonly [sentence: string, steps: readonly Step[], status: TicketStatus])[] = [
  ['a ticket begins as new', [[0, CLIENT, OPEN]], 'NEW'],
  [
    'a public reply by staff opens a new ticket',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, reply('m1')],
    ],
    'OPEN',
  ],
  [
    'an internal note leaves it new',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, { kind: 'REPLY', messageId: 'n', visibility: 'INTERNAL', automatic: false, question: false }],
    ],
    'NEW',
  ],
  [
    'an automatic reply leaves it new',
    [
      [0, CLIENT, OPEN],
      [1, SYSTEM, reply('m1')],
    ],
    'NEW',
  ],
  [
    'a word from the client leaves it new',
    [
      [0, CLIENT, OPEN],
      [1, CLIENT, reply('m1')],
    ],
    'NEW',
  ],
  [
    'an owner’s acceptance opens it',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, { kind: 'ACCEPT' }],
    ],
    'OPEN',
  ],
  [
    'a logged call opens it',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, { kind: 'LOG_RESPONSE', act: 'LOGGED_CALL', personId: 'staff-1' }],
    ],
    'OPEN',
  ],
  ['after a public question it waits on the client', ASKED, 'WAITING_ON_CLIENT'],
  ['the client’s answer resumes it', [...ASKED, [3, CLIENT, reply('a1')]], 'OPEN'],
  [
    'an out-of-office answer does not resume it',
    [...ASKED, [3, CLIENT, { kind: 'REPLY', messageId: 'a1', visibility: 'PUBLIC', automatic: true, question: false }]],
    'WAITING_ON_CLIENT',
  ],
  [
    'withdrawing the question ends the waiting on it',
    [...ASKED, [3, STAFF, { kind: 'WITHDRAW_MESSAGE', messageId: 'q1' }]],
    'OPEN',
  ],
  [
    'with a case number it waits on the client’s supplier',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, supplier('CLIENT_SUPPLIER', 'CASE-7')],
    ],
    'WAITING_ON_THIRD_PARTY',
  ],
  [
    'a client’s word does not end waiting on a supplier',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, supplier('CLIENT_SUPPLIER', 'CASE-7')],
      [2, CLIENT, reply('m')],
    ],
    'WAITING_ON_THIRD_PARTY',
  ],
  [
    'the provider’s own supplier needs no case number, and stops no clock',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, supplier('PROVIDER_SUPPLIER', null)],
    ],
    'WAITING_ON_THIRD_PARTY',
  ],
  [
    'a schedule that is reached resumes it',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, { kind: 'SCHEDULE', reason: 'CLIENT_SCHEDULE', until: 50, clientConsent: true }],
      [50, SYSTEM, { kind: 'RESUME' }],
    ],
    'OPEN',
  ],
  ['it can be resolved', SOLVED, 'RESOLVED'],
  [
    'the client’s reply within the window reopens it',
    [...SOLVED, [HOUR + 7 * DAY - 1, CLIENT, reply('again')]],
    'OPEN',
  ],
  [
    'an automatic reply does not reopen it',
    [
      ...SOLVED,
      [2 * HOUR, CLIENT, { kind: 'REPLY', messageId: 'x', visibility: 'PUBLIC', automatic: true, question: false }],
    ],
    'RESOLVED',
  ],
  ['staff’s own word does not reopen it', [...SOLVED, [2 * HOUR, STAFF, reply('fyi')]], 'RESOLVED'],
  ['the client confirms and it is closed', [...SOLVED, [2 * HOUR, CLIENT, CLOSE]], 'CLOSED'],
  ['it closes by itself after seven silent days', [...SOLVED, [HOUR + 7 * DAY, SYSTEM, CLOSE]], 'CLOSED'],
  [
    'the client cancels what is no longer needed',
    [
      [0, CLIENT, OPEN],
      [1, CLIENT, { kind: 'CANCEL' }],
    ],
    'CANCELLED',
  ],
];

describe('what may happen to a ticket', () => {
  test.each(statusRules)('%s', (_sentence, steps, status) => {
    const { state, problem } = play(...steps);
    expect(problem).toBeNull();
    expect(state?.status).toBe(status);
  });

  test('a service that failed again after reopening can be restored again', () => {
    const { state } = play(
      ...([
        [0, CLIENT, OPEN],
        [1, STAFF, { kind: 'RESTORE' }],
        [2, STAFF, RESOLVE],
      ] as const),
      ...([
        [3, CLIENT, { kind: 'REOPEN' }],
        [4, STAFF, { kind: 'RESTORE' }],
      ] as const),
    );
    expect(state).toMatchObject({ status: 'OPEN', restoredAt: 4, reopenCount: 1, resolvedAt: null });
  });

  test('reclassifying moves the priority with the matrix and keeps the reason', () => {
    const { events } = play(
      [0, CLIENT, OPEN],
      [
        1,
        STAFF,
        {
          kind: 'CLASSIFY',
          type: 'INCIDENT',
          impact: 1,
          urgency: 1,
          priority: 'BY_MATRIX',
          cause: 'MISCLASSIFIED',
          reasonTextId: null,
        },
      ],
    );
    expect(events.slice(1)).toMatchObject([
      { kind: 'CLASSIFIED', impact: 1, urgency: 1 },
      { kind: 'PRIORITY_CHANGED', from: 'P3', to: 'P1', cause: 'MISCLASSIFIED' },
    ]);
  });

  test('a change of waiting ends the first stretch before the second begins', () => {
    const { events } = play(...ASKED, [3, STAFF, supplier('CLIENT_SUPPLIER', 'CASE-7')]);
    expect(events.slice(-2)).toMatchObject([
      { kind: 'RESUMED', cause: 'STAFF' },
      { kind: 'WAITING_STARTED', caseNumber: 'CASE-7' },
    ]);
  });

  test('the first human public reply is the first response, an automatic one never is', () => {
    const { state } = play(
      [0, CLIENT, OPEN],
      [1, SYSTEM, reply('auto')],
      [5, STAFF, reply('m1')],
      [9, STAFF, reply('m2')],
    );
    expect(state).toMatchObject({
      firstRespondedAt: 5,
      acknowledgedAt: 5,
      lastPublicMessageAt: { CLIENT: null, PROVIDER: 9 },
    });
  });
});

test('the table lists no way out of a merged ticket and only a follow-up out of a closed one', () => {
  expect(outcomesOf('MERGED', 'REPLY')).toEqual([]);
  expect(outcomesOf('CLOSED', 'REOPEN')).toEqual([]);
  expect(outcomesOf('RESOLVED', 'REPLY')).toEqual(['RESOLVED', 'OPEN']);
});
