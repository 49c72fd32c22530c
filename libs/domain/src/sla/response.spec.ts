import type { Row } from './expect.fixture.js';
import { atTen, check, clockOf } from './expect.fixture.js';
import { termsWith } from './contract.fixture.js';
import type { Line } from './story.fixture.js';
import { does, opened } from './story.fixture.js';

describe('the first response (30 minutes of office time)', () => {
  const rows: readonly Row[] = [
    ['runs from the opening', [atTen], '08-03 10:12', { state: 'RUNNING', due: '08-03 10:30', used: 12, target: 30 }],
    ['waits for the office to open', [opened('08-03 21:00')], '08-04 09:10', { due: '08-04 09:30', used: 10 }],
    ['skips weekend and substitute holiday', [opened('08-14 17:45')], '08-17 12:00', { due: '08-18 09:15', used: 15 }],
    [
      'is met by a public reply',
      [atTen, ['08-03 10:20', 'PROVIDER', does.reply()]],
      '08-03 12:00',
      { state: 'MET', verdict: 'MET', metAt: '08-03 10:20', due: '08-03 10:30', used: 20 },
    ],
    [
      'is met in time at the due instant itself',
      [atTen, ['08-03 10:30', 'PROVIDER', does.reply()]],
      '08-03 12:00',
      { state: 'MET' },
    ],
    ['is due, not yet missed, at the due instant', [atTen], '08-03 10:30', { state: 'RUNNING', due: '08-03 10:30' }],
    [
      'is missed at the due instant once it has passed',
      [atTen],
      '08-03 11:00',
      { state: 'BREACHED', verdict: 'MISSED', breachedAt: '08-03 10:30', used: 60 },
    ],
    [
      'stays missed when the answer comes late',
      [atTen, ['08-03 10:31', 'PROVIDER', does.reply()]],
      '08-03 12:00',
      { state: 'BREACHED', metAt: '08-03 10:31', breachedAt: '08-03 10:30', used: 31 },
    ],
    [
      'is not met by an internal note',
      [atTen, ['08-03 10:05', 'PROVIDER', does.note()]],
      '08-03 10:20',
      { state: 'RUNNING' },
    ],
    [
      'is not met by an automatic reply',
      [atTen, ['08-03 10:05', 'PROVIDER', does.autoReply()]],
      '08-03 10:20',
      { state: 'RUNNING' },
    ],
    [
      "is not met by the client's own message",
      [atTen, ['08-03 10:05', 'CLIENT', does.reply()]],
      '08-03 10:20',
      { state: 'RUNNING' },
    ],
    [
      'is not met by a change of status',
      [atTen, ['08-03 10:05', 'PROVIDER', does.start()], ['08-03 10:06', 'PROVIDER', does.resolve()]],
      '08-03 10:20',
      { state: 'RUNNING' },
    ],
    [
      'is not met by a call when only replies are agreed',
      [atTen, ['08-03 10:05', 'PROVIDER', does.call()]],
      '08-03 10:20',
      { state: 'RUNNING' },
    ],
    [
      'does not pause while waiting on the client',
      [atTen, ['08-03 10:05', 'PROVIDER', does.waitForClient('q0')]],
      '08-03 10:20',
      { state: 'RUNNING', due: '08-03 10:30' },
    ],
    [
      'is cancelled with the ticket',
      [atTen, ['08-03 10:05', 'CLIENT', does.cancel()]],
      '08-03 12:00',
      { state: 'CANCELLED', verdict: null, used: 5, due: null },
    ],
    [
      'is waited for no more when the client closes',
      [atTen, ['08-03 10:05', 'CLIENT', does.close('CLIENT')]],
      '08-03 12:00',
      { state: 'CANCELLED' },
    ],
    [
      'runs on when staff close without a word',
      [atTen, ['08-03 10:05', 'PROVIDER', does.close('STAFF')]],
      '08-03 12:00',
      { state: 'BREACHED' },
    ],
    [
      'runs again when the only answer is withdrawn',
      [atTen, ['08-03 10:05', 'PROVIDER', does.reply()], ['08-03 10:10', 'PROVIDER', does.withdraw('m1')]],
      '08-03 10:20',
      { state: 'RUNNING', due: '08-03 10:30', used: 20 },
    ],
    [
      'is missed at the withdrawal when that comes after the due instant',
      [atTen, ['08-03 10:05', 'PROVIDER', does.reply()], ['08-03 11:00', 'PROVIDER', does.withdraw('m1')]],
      '08-03 12:00',
      { state: 'BREACHED', breachedAt: '08-03 11:00' },
    ],
    [
      'stays met when another answer came in time',
      [
        atTen,
        ['08-03 10:05', 'PROVIDER', does.reply()],
        ['08-03 10:15', 'PROVIDER', does.reply('m2')],
        ['08-03 11:00', 'PROVIDER', does.withdraw('m1')],
      ],
      '08-03 12:00',
      { state: 'MET', metAt: '08-03 10:15' },
    ],
  ];
  test.each(rows)('%s', (_, lines, asOf, expected) => check(clockOf(lines, asOf, 'FIRST_RESPONSE'), expected));

  test('is met by a logged call where that is agreed, if it names a person', () => {
    const terms = termsWith({ responseMetBy: ['PUBLIC_REPLY', 'LOGGED_CALL'] });
    const lines = (personId: string | null): readonly Line[] => [
      atTen,
      ['08-03 10:05', 'PROVIDER', does.call(personId)],
    ];
    check(clockOf(lines('u9'), '08-03 10:20', 'FIRST_RESPONSE', 1, terms), { state: 'MET' });
    check(clockOf(lines(null), '08-03 10:20', 'FIRST_RESPONSE', 1, terms), { state: 'RUNNING' });
  });
});

describe('the next response (2 hours of office time)', () => {
  const answered: readonly Line[] = [atTen, ['08-03 10:10', 'PROVIDER', does.reply()]];
  const rows: readonly Row[] = [
    [
      'starts with the client message after the first response',
      [...answered, ['08-03 11:00', 'CLIENT', does.reply('c1')]],
      '08-03 11:30',
      { state: 'RUNNING', due: '08-03 13:00', used: 30 },
    ],
    [
      'counts a burst of messages from its first',
      [...answered, ['08-03 11:00', 'CLIENT', does.reply('c1')], ['08-03 11:50', 'CLIENT', does.reply('c2')]],
      '08-03 12:00',
      { due: '08-03 13:00' },
    ],
    [
      'is met by the answer',
      [...answered, ['08-03 11:00', 'CLIENT', does.reply('c1')], ['08-03 12:00', 'PROVIDER', does.reply('m2')]],
      '08-03 18:00',
      { state: 'MET', used: 60 },
    ],
    [
      'is cancelled when the client takes the message back',
      [...answered, ['08-03 11:00', 'CLIENT', does.reply('c1')], ['08-03 11:05', 'CLIENT', does.withdraw('c1')]],
      '08-03 18:00',
      { state: 'CANCELLED' },
    ],
    [
      'starts at the reopening for a word after the resolution',
      [
        ...answered,
        ['08-03 11:00', 'PROVIDER', does.resolve()],
        ['08-03 14:00', 'CLIENT', does.reply('c1')],
        ['08-03 14:00', 'CLIENT', does.reopen()],
      ],
      '08-03 14:30',
      { due: '08-03 16:00' },
    ],
  ];
  test.each(rows)('%s', (_, lines, asOf, expected) => check(clockOf(lines, asOf, 'NEXT_RESPONSE'), expected));

  test('is not started by a message before the first response', () => {
    expect(
      clockOf([atTen, ['08-03 10:05', 'CLIENT', does.reply('c1')]], '08-03 10:20', 'NEXT_RESPONSE'),
    ).toBeUndefined();
  });
  test('is not started by a thank-you after the resolution', () => {
    const lines: readonly Line[] = [
      ...answered,
      ['08-03 11:00', 'PROVIDER', does.resolve()],
      ['08-03 14:00', 'CLIENT', does.reply('c1')],
    ];
    expect(clockOf(lines, '08-03 16:00', 'NEXT_RESPONSE')).toBeUndefined();
  });
  test('numbers its cycles', () => {
    const lines: readonly Line[] = [
      ...answered,
      ['08-03 11:00', 'CLIENT', does.reply('c1')],
      ['08-03 12:00', 'PROVIDER', does.reply('m2')],
      ['08-03 13:00', 'CLIENT', does.reply('c2')],
    ];
    check(clockOf(lines, '08-03 14:00', 'NEXT_RESPONSE', 2), { state: 'RUNNING', due: '08-03 15:00' });
  });
});
