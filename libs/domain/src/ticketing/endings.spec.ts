import { DAY, HOUR } from '../time/instant.js';
import type { TicketCommand } from './commands.js';
import { CLIENT, CLOSE, OPEN, play, reply, RESOLVE, SOLVED, STAFF, SYSTEM, ASKED, type Step } from './story.fixture.js';

const CANCEL: TicketCommand = { kind: 'CANCEL' };
const REOPEN: TicketCommand = { kind: 'REOPEN' };
const RESTORE: TicketCommand = { kind: 'RESTORE' };
const withdraw = (messageId: string): TicketCommand => ({ kind: 'WITHDRAW_MESSAGE', messageId });
const last = (...steps: readonly Step[]) => {
  const { events, problem } = play(...steps);
  return problem ?? events.at(-1);
};

describe('who ended a ticket, and who took it up again', () => {
  const stories: readonly (readonly [sentence: string, steps: readonly Step[], event: object])[] = [
    ['the client confirms', [...SOLVED, [2 * HOUR, CLIENT, CLOSE]], { kind: 'CLOSED', cause: 'CLIENT' }],
    ['staff close', [...SOLVED, [2 * HOUR, STAFF, CLOSE]], { kind: 'CLOSED', cause: 'STAFF' }],
    ['silence closes', [...SOLVED, [HOUR + 7 * DAY, SYSTEM, CLOSE]], { kind: 'CLOSED', cause: 'TIMER' }],
    [
      'a reopening starts the silence anew',
      [
        ...SOLVED,
        [DAY, STAFF, reply('m2')],
        [2 * DAY, CLIENT, reply('m3')],
        [3 * DAY, STAFF, RESOLVE],
        [10 * DAY - 1, SYSTEM, CLOSE],
      ],
      { kind: 'TOO_EARLY', command: 'CLOSE', notBefore: 10 * DAY },
    ],
    [
      'the client cancels',
      [
        [0, CLIENT, OPEN],
        [1, CLIENT, CANCEL],
      ],
      { kind: 'CANCELLED', cause: 'CLIENT' },
    ],
    [
      'staff cancel',
      [
        [0, CLIENT, OPEN],
        [1, STAFF, CANCEL],
      ],
      { kind: 'CANCELLED', cause: 'STAFF' },
    ],
    ['the client reopens', [...SOLVED, [2 * HOUR, CLIENT, REOPEN]], { kind: 'REOPENED', cause: 'CLIENT' }],
    ['staff reopen', [...SOLVED, [2 * HOUR, STAFF, REOPEN]], { kind: 'REOPENED', cause: 'STAFF' }],
    [
      'the client’s reply reopens',
      [...SOLVED, [2 * HOUR, CLIENT, reply('m2')]],
      { kind: 'REOPENED', cause: 'CLIENT_REPLY' },
    ],
    [
      'staff reopen what is resolved at any time',
      [...SOLVED, [HOUR + 90 * DAY, STAFF, REOPEN]],
      { kind: 'REOPENED', cause: 'STAFF' },
    ],
    [
      'the client does so within seven days',
      [...SOLVED, [HOUR + 7 * DAY - 1, CLIENT, REOPEN]],
      { kind: 'REOPENED', cause: 'CLIENT' },
    ],
    [
      'and not at the end of the seventh',
      [...SOLVED, [HOUR + 7 * DAY, CLIENT, REOPEN]],
      { kind: 'FOLLOW_UP_NEEDED', status: 'RESOLVED', endedAt: HOUR, windowDays: 7 },
    ],
    [
      'a reply to a cancelled ticket asks for a follow-up',
      [
        [0, CLIENT, OPEN],
        [5, CLIENT, CANCEL],
        [6, CLIENT, reply('m')],
      ],
      { kind: 'FOLLOW_UP_NEEDED', status: 'CANCELLED', endedAt: 5, windowDays: 7 },
    ],
    [
      'the client’s answer ends waiting on it',
      [...ASKED, [3, CLIENT, reply('a')]],
      { kind: 'RESUMED', cause: 'CLIENT_REPLY' },
    ],
    [
      'a withdrawn question ends it by staff',
      [...ASKED, [3, STAFF, withdraw('q1')]],
      { kind: 'RESUMED', cause: 'STAFF' },
    ],
  ];
  test.each(stories)('%s', (_sentence, steps, event) => {
    expect(last(...steps)).toMatchObject(event);
  });
});

describe('restoring a service', () => {
  const security: Step = [0, CLIENT, { ...OPEN, type: 'SECURITY_INCIDENT' }];
  const stories: readonly (readonly [sentence: string, steps: readonly Step[], told: object])[] = [
    ['a security incident has a service to restore', [security, [1, STAFF, RESTORE]], { kind: 'SERVICE_RESTORED' }],
    [
      'only incidents have',
      [
        [0, CLIENT, { ...OPEN, type: 'CHANGE' }],
        [1, STAFF, RESTORE],
      ],
      { kind: 'NOT_AN_INCIDENT', command: 'RESTORE' },
    ],
    [
      'what failed again after its restoration is restored again',
      [
        [0, CLIENT, OPEN],
        [1, STAFF, RESTORE],
        [2, STAFF, RESOLVE],
        [3, CLIENT, REOPEN],
        [4, STAFF, RESTORE],
      ],
      { kind: 'SERVICE_RESTORED' },
    ],
    [
      'what was restored after its reopening is restored',
      [
        [0, CLIENT, OPEN],
        [2, STAFF, RESOLVE],
        [3, CLIENT, REOPEN],
        [4, STAFF, RESTORE],
        [5, STAFF, RESTORE],
      ],
      { kind: 'ALREADY_RESTORED', at: 4 },
    ],
  ];
  test.each(stories)('%s', (_sentence, steps, told) => {
    expect(last(...steps)).toMatchObject(told);
  });
});

describe('taking a message back', () => {
  const said: readonly Step[] = [
    [0, CLIENT, OPEN],
    [1, CLIENT, reply('c1')],
    [2, STAFF, reply('s1')],
    [3, SYSTEM, reply('a1')],
  ];
  const other = { side: 'PROVIDER', userId: 'staff-2' } as const;
  const stories: readonly (readonly [sentence: string, step: Step, told: object])[] = [
    ['a client takes back what they said', [4, CLIENT, withdraw('c1')], { kind: 'MESSAGE_WITHDRAWN', messageId: 'c1' }],
    [
      'staff take back what a colleague said',
      [4, other, withdraw('s1')],
      { kind: 'MESSAGE_WITHDRAWN', messageId: 's1' },
    ],
    ['and what was sent automatically', [4, STAFF, withdraw('a1')], { kind: 'MESSAGE_WITHDRAWN', messageId: 'a1' }],
    [
      'a client takes back nothing of the provider’s',
      [4, CLIENT, withdraw('s1')],
      { kind: 'MESSAGE_OF_OTHERS', field: 'messageId', messageId: 's1' },
    ],
    ['nor what was sent automatically', [4, CLIENT, withdraw('a1')], { kind: 'MESSAGE_OF_OTHERS', messageId: 'a1' }],
    [
      'staff take back nothing of the client’s',
      [4, STAFF, withdraw('c1')],
      { kind: 'MESSAGE_OF_OTHERS', messageId: 'c1' },
    ],
    [
      'a message that nobody wrote is unknown',
      [4, STAFF, withdraw('x')],
      { kind: 'MESSAGE_UNKNOWN', field: 'messageId', messageId: 'x' },
    ],
  ];
  test.each(stories)('%s', (_sentence, step, told) => {
    expect(last(...said, step)).toMatchObject(told);
  });

  test('once', () => {
    expect(last(...said, [4, STAFF, withdraw('s1')], [5, STAFF, withdraw('s1')])).toEqual({
      ...{ kind: 'MESSAGE_TAKEN_BACK', field: 'messageId', messageId: 's1' },
    });
  });

  test('a message taken back is no public word any more, the others stay', () => {
    const { state } = play(...said, [4, CLIENT, withdraw('c1')]);
    expect(state?.messages.map(({ messageId, withdrawn }) => [messageId, withdrawn])).toEqual([
      ['c1', true],
      ['s1', false],
      ['a1', false],
    ]);
    expect(state?.lastPublicMessageAt).toEqual({ CLIENT: null, PROVIDER: 2 });
  });

  test('taking back another message leaves the waiting on a question', () => {
    const { state, events } = play([0, CLIENT, OPEN], [1, STAFF, reply('s1')], ...ASKED.slice(1), [
      3,
      STAFF,
      withdraw('s1'),
    ]);
    expect(state?.status).toBe('WAITING_ON_CLIENT');
    expect(events.at(-1)).toMatchObject({ kind: 'MESSAGE_WITHDRAWN' });
  });

  test('a question is asked by the provider, in public and by hand', () => {
    const ask = (changes: Partial<Extract<TicketCommand, { kind: 'REPLY' }>>): TicketCommand => ({
      ...{ kind: 'REPLY', messageId: 'q', visibility: 'PUBLIC', automatic: false, question: true },
      ...changes,
    });
    expect(last([0, CLIENT, OPEN], [1, CLIENT, ask({})])).toEqual({
      ...{ kind: 'NOT_ALLOWED_FOR_SIDE', command: 'REPLY', side: 'CLIENT', field: 'question' },
    });
    expect(last([0, CLIENT, OPEN], [1, STAFF, ask({ visibility: 'INTERNAL' })])).toEqual({
      ...{ kind: 'QUESTION_NOT_PUBLIC', field: 'question' },
    });
    expect(last([0, CLIENT, OPEN], [1, CLIENT, ask({ question: false, visibility: 'INTERNAL' })])).toEqual({
      ...{ kind: 'NOT_ALLOWED_FOR_SIDE', command: 'REPLY', side: 'CLIENT', field: 'visibility' },
    });
  });
});
