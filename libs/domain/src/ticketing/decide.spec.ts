import { DAY, HOUR, type Instant } from '../time/instant.js';
import type { MergePartner, TicketCommand } from './commands.js';
import { decide } from './decide.js';
import type { Actor, Binding, TicketEvent, TicketStatus } from './events.js';
import { evolve } from './evolve.js';
import type { TicketProblem } from './problems.js';
import type { TicketState } from './state.js';
import { outcomesOf } from './transitions.js';

const CLIENT: Actor = { side: 'CLIENT', userId: 'client-1' };
const STAFF: Actor = { side: 'PROVIDER', userId: 'staff-1' };
const SYSTEM: Actor = { side: 'SYSTEM', userId: null };
const BINDING: Binding = { contractVersionId: 'v1', termsDigest: 'd1', serviceItemId: 'servers', policyId: 'gold' };

const OPEN: TicketCommand = {
  ...{ kind: 'OPEN', type: 'INCIDENT', impact: 2, urgency: 2, priority: null, channel: 'PORTAL' },
  ...{ confidential: false, requesterId: 'client-1', binding: BINDING },
};
const reply = (messageId: string): TicketCommand => ({
  kind: 'REPLY',
  messageId,
  visibility: 'PUBLIC',
  automatic: false,
  question: false,
});
const question = (messageId: string): TicketCommand => ({
  kind: 'REPLY',
  messageId,
  visibility: 'PUBLIC',
  automatic: false,
  question: true,
});
const waitFor = (questionMessageId: string | null): TicketCommand => ({
  ...{ kind: 'WAIT', status: 'WAITING_ON_CLIENT', reason: 'CLIENT_ANSWER', questionMessageId, caseNumber: null },
});
const supplier = (reason: string, caseNumber: string | null): TicketCommand => ({
  ...{ kind: 'WAIT', status: 'WAITING_ON_THIRD_PARTY', reason, questionMessageId: null, caseNumber },
});
const RESOLVE: TicketCommand = { kind: 'RESOLVE', code: 'FIXED' };
const CLOSE: TicketCommand = { kind: 'CLOSE' };

type Step = readonly [at: Instant, actor: Actor, command: TicketCommand];

interface Story {
  readonly state: TicketState | null;
  readonly events: readonly TicketEvent[];
  readonly problem: TicketProblem | null;
}

/** Plays steps through decide and evolve; stops at the first refusal. */
function play(...steps: readonly Step[]): Story {
  let state: TicketState | null = null;
  const events: TicketEvent[] = [];
  for (const [at, actor, command] of steps) {
    const decision = decide(state, command, { terms: null, now: at, actor });
    if (decision.kind === 'rejected') return { state, events, problem: decision.problem };
    for (const body of decision.events) {
      const event: TicketEvent = { ...body, seq: events.length + 1, at, actor };
      events.push(event);
      state = evolve(state, event);
    }
  }
  return { state, events, problem: null };
}

const ASKED: readonly Step[] = [
  [0, CLIENT, OPEN],
  [1, STAFF, question('q1')],
  [2, STAFF, waitFor('q1')],
];
const SOLVED: readonly Step[] = [
  [0, CLIENT, OPEN],
  [1, STAFF, reply('m1')],
  [HOUR, STAFF, RESOLVE],
];

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
      [1, STAFF, { kind: 'CHANGE_SERVICE', binding: { ...BINDING, contractVersionId: 'v2' }, agreedByBoth: false }],
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

describe('what may happen to a ticket', () => {
  test.each(statusRules)('%s', (_sentence, steps, status) => {
    const { state, problem } = play(...steps);
    expect(problem).toBeNull();
    expect(state?.status).toBe(status);
  });

  test.each(refusals)('%s', (_sentence, steps, problem) => {
    expect(play(...steps).problem).toMatchObject(problem);
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

describe('merging (D-SLA-7)', () => {
  const opened = (
    changes: Partial<Extract<TicketCommand, { kind: 'OPEN' }>>,
    at: Instant,
    more: readonly Step[] = [],
  ): TicketState => {
    const { state } = play([at, STAFF, { ...OPEN, ...changes }], ...more);
    if (state === null) throw new Error('the story opens no ticket');
    return state;
  };
  const named = (ticketId: string, state: TicketState, tenantId = 'acme'): MergePartner => ({
    ticketId,
    tenantId,
    state,
  });
  const merge = (duplicate: MergePartner, survivor: MergePartner) =>
    decide(duplicate.state, { kind: 'MERGE_INTO', self: duplicate, survivor }, { terms: null, now: 99, actor: STAFF });

  const plain = opened({}, 10);
  const refused: readonly (readonly [string, MergePartner, MergePartner, string])[] = [
    ['a ticket does not merge into itself', named('a', plain), named('a', plain), 'ITSELF'],
    ['nothing merges across clients', named('a', plain), named('b', plain, 'globex'), 'OTHER_TENANT'],
    [
      'nothing merges across service items',
      named('a', plain),
      named('b', opened({ binding: { ...BINDING, serviceItemId: 'network' } }, 5)),
      'OTHER_SERVICE_ITEM',
    ],
    [
      'nothing confidential merges into something open',
      named('a', opened({ confidential: true }, 5)),
      named('b', plain),
      'CONFIDENTIAL_INTO_OPEN',
    ],
    [
      'nothing merges into a resolved ticket',
      named('a', plain),
      named('b', opened({}, 5, [[6, STAFF, RESOLVE]])),
      'TARGET_ENDED',
    ],
    [
      'nothing merges into a merged ticket',
      named('a', plain),
      named('b', { ...plain, status: 'MERGED', mergedInto: 'c' }),
      'TARGET_MERGED',
    ],
  ];

  test.each(refused)('%s', (_sentence, duplicate, survivor, obstacle) => {
    expect(merge(duplicate, survivor)).toEqual({ kind: 'rejected', problem: { kind: 'MERGE_REFUSED', obstacle } });
  });

  test('the survivor takes the earliest opening, also one that the duplicate had absorbed', () => {
    const duplicate = named('a', { ...opened({}, 5), earliestOpenedAt: 2 });
    const survivor = named('b', plain);
    expect(merge(duplicate, survivor)).toEqual({
      kind: 'accepted',
      events: [{ kind: 'MERGED', v: 1, intoTicketId: 'b' }],
    });
    const absorbed = decide(
      plain,
      { kind: 'ABSORB', self: survivor, duplicate },
      { terms: null, now: 99, actor: STAFF },
    );
    expect(absorbed).toEqual({ kind: 'accepted', events: [{ kind: 'ABSORBED', v: 1, ticketId: 'a', openedAt: 2 }] });
    expect(
      evolve(plain, { kind: 'ABSORBED', v: 1, ticketId: 'a', openedAt: 2, seq: 9, at: 99, actor: STAFF })
        .earliestOpenedAt,
    ).toBe(2);
  });

  test('a reply to a merged ticket is sent to the survivor', () => {
    const merged: TicketState = { ...plain, status: 'MERGED', mergedInto: 'b' };
    const decision = decide(merged, reply('m'), { terms: null, now: 99, actor: CLIENT });
    expect(decision).toEqual({ kind: 'rejected', problem: { kind: 'MERGED_ELSEWHERE', survivorId: 'b' } });
  });
});

test('the table lists no way out of a merged ticket and only a follow-up out of a closed one', () => {
  expect(outcomesOf('MERGED', 'REPLY')).toEqual([]);
  expect(outcomesOf('CLOSED', 'REOPEN')).toEqual([]);
  expect(outcomesOf('RESOLVED', 'REPLY')).toEqual(['RESOLVED', 'OPEN']);
});
