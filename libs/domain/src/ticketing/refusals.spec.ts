import { DAY, HOUR } from '../time/instant.js';
import type { TicketProblem } from './problems.js';
import {
  CLIENT,
  STAFF,
  SYSTEM,
  BINDING,
  OPEN,
  reply,
  question,
  waitFor,
  supplier,
  RESOLVE,
  CLOSE,
  type Step,
  play,
  ASKED,
  SOLVED,
} from './story.fixture.js';

const refusals: readonly (readonly [sentence: string, steps: readonly Step[], problem: Partial<TicketProblem>])[] = [
  ['nothing happens to a ticket that was not opened', [[0, CLIENT, reply('m')]], { kind: 'NOT_OPENED' }],
  [
    'a ticket opens once',
    [
      [0, CLIENT, OPEN],
      [1, CLIENT, OPEN],
    ],
    { kind: 'ALREADY_OPENED' },
  ],
  [
    'a client sets no priority by hand',
    [[0, CLIENT, { ...OPEN, priority: 'P1' }]],
    { kind: 'NOT_ALLOWED_FOR_SIDE', field: 'priority' },
  ],
  [
    'a client writes no internal notes',
    [
      [0, CLIENT, OPEN],
      [1, CLIENT, { kind: 'REPLY', messageId: 'n', visibility: 'INTERNAL', automatic: false, question: false }],
    ],
    { kind: 'NOT_ALLOWED_FOR_SIDE', field: 'visibility' },
  ],
  [
    'a client resolves nothing',
    [
      [0, CLIENT, OPEN],
      [1, CLIENT, RESOLVE],
    ],
    { kind: 'NOT_ALLOWED_FOR_SIDE', command: 'RESOLVE' },
  ],
  [
    'a question to the client is public',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, { kind: 'REPLY', messageId: 'q', visibility: 'INTERNAL', automatic: false, question: true }],
    ],
    { kind: 'QUESTION_NOT_PUBLIC' },
  ],
  [
    'waiting on the client needs a question',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, reply('m1')],
      [2, STAFF, waitFor(null)],
    ],
    { kind: 'QUESTION_NEEDED' },
  ],
  [
    'a statement is no question',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, reply('m1')],
      [2, STAFF, waitFor('m1')],
    ],
    { kind: 'NOT_A_QUESTION' },
  ],
  [
    'an answered question keeps nobody waiting',
    [...ASKED, [3, CLIENT, reply('a1')], [4, STAFF, waitFor('q1')]],
    { kind: 'QUESTION_ANSWERED' },
  ],
  [
    'a withdrawn question keeps nobody waiting',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, question('q1')],
      [2, STAFF, { kind: 'WITHDRAW_MESSAGE', messageId: 'q1' }],
      [3, STAFF, waitFor('q1')],
    ],
    { kind: 'MESSAGE_TAKEN_BACK' },
  ],
  [
    'waiting on a supplier needs its case number',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, supplier('CLIENT_SUPPLIER', '  ')],
    ],
    { kind: 'CASE_NUMBER_NEEDED' },
  ],
  [
    'a reason must be one of the terms',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, supplier('LUNCH', null)],
    ],
    { kind: 'WAITING_REASON_UNKNOWN', known: ['CLIENT_SUPPLIER', 'PROVIDER_SUPPLIER'] },
  ],
  [
    'a reason for the client is none for a supplier',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, supplier('CLIENT_ANSWER', null)],
    ],
    { kind: 'WAITING_REASON_MISMATCH', meantFor: 'WAITING_ON_CLIENT' },
  ],
  [
    'nothing is scheduled for the past',
    [
      [0, CLIENT, OPEN],
      [9, STAFF, { kind: 'SCHEDULE', reason: 'CLIENT_SCHEDULE', until: 9, clientConsent: true }],
    ],
    { kind: 'NOT_IN_FUTURE' },
  ],
  [
    'a schedule is not resumed before its time',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, { kind: 'SCHEDULE', reason: 'CLIENT_SCHEDULE', until: 50, clientConsent: true }],
      [49, SYSTEM, { kind: 'RESUME' }],
    ],
    { kind: 'TOO_EARLY', notBefore: 50 },
  ],
  [
    'lowering the priority needs a reason',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, { kind: 'SET_PRIORITY', to: 'P4', cause: 'CIRCUMSTANCES', reasonTextId: null }],
    ],
    { kind: 'REASON_NEEDED', from: 'P3', to: 'P4' },
  ],
  [
    'a reply after the window needs a follow-up',
    [...SOLVED, [HOUR + 7 * DAY, CLIENT, reply('again')]],
    { kind: 'FOLLOW_UP_NEEDED', status: 'RESOLVED', endedAt: HOUR, windowDays: 7 },
  ],
  [
    'a reply to a closed ticket needs a follow-up',
    [...SOLVED, [2 * HOUR, CLIENT, CLOSE], [3 * HOUR, CLIENT, reply('again')]],
    { kind: 'FOLLOW_UP_NEEDED', status: 'CLOSED', endedAt: 2 * HOUR },
  ],
  [
    'closing is final, also for staff',
    [...SOLVED, [2 * HOUR, CLIENT, CLOSE], [3 * HOUR, STAFF, { kind: 'REOPEN' }]],
    { kind: 'FOLLOW_UP_NEEDED', status: 'CLOSED' },
  ],
  [
    'an open ticket is not closed unresolved',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, CLOSE],
    ],
    { kind: 'NOT_ALLOWED_IN_STATUS', command: 'CLOSE', status: 'NEW' },
  ],
  [
    'it does not close by itself before its time',
    [...SOLVED, [HOUR + 7 * DAY - 1, SYSTEM, CLOSE]],
    { kind: 'TOO_EARLY' },
  ],
  [
    'a request has no service to restore',
    [
      [0, CLIENT, { ...OPEN, type: 'SERVICE_REQUEST' }],
      [1, STAFF, { kind: 'RESTORE' }],
    ],
    { kind: 'NOT_AN_INCIDENT' },
  ],
  [
    'a service is restored once',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, { kind: 'RESTORE' }],
      [2, STAFF, { kind: 'RESTORE' }],
    ],
    { kind: 'ALREADY_RESTORED', at: 1 },
  ],
  [
    'a client withdraws only their own words',
    [
      [0, CLIENT, OPEN],
      [1, CLIENT, reply('m1')],
      [2, { side: 'CLIENT', userId: 'client-2' }, { kind: 'WITHDRAW_MESSAGE', messageId: 'm1' }],
    ],
    { kind: 'MESSAGE_OF_OTHERS' },
  ],
  [
    'a message is recorded once',
    [
      [0, CLIENT, OPEN],
      [1, CLIENT, reply('m1')],
      [2, CLIENT, reply('m1')],
    ],
    { kind: 'MESSAGE_EXISTS' },
  ],
  [
    'another version of the same service needs both parties',
    [
      [0, CLIENT, OPEN],
      [1, STAFF, { kind: 'CHANGE_SERVICE', binding: { ...BINDING, contractVersionId: 'v2' } }],
    ],
    { kind: 'REBINDING_NEEDS_BOTH' },
  ],
  [
    'somebody who watches is not added again',
    [
      [0, CLIENT, OPEN],
      [1, CLIENT, { kind: 'ADD_WATCHER', userId: 'w' }],
      [2, CLIENT, { kind: 'ADD_WATCHER', userId: 'w' }],
    ],
    { kind: 'NOTHING_CHANGES' },
  ],
];

describe('what is refused', () => {
  test.each(refusals)('%s', (_sentence, steps, problem) => {
    expect(play(...steps).problem).toMatchObject(problem);
  });
});
