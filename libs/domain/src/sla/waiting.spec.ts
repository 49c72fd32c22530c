import { target, targets, termsWith } from './contract.fixture.js';
import type { Row } from './expect.fixture.js';
import { atTen, check, clockOf } from './expect.fixture.js';
import type { Line } from './story.fixture.js';
import { does, seoul } from './story.fixture.js';

const running = { state: 'RUNNING', used: 300 } as const;
const paused = { state: 'PAUSED', used: 60, due: null } as const;
const at = (time: string, body: Line[2], side: Line[1] = 'PROVIDER'): Line => [`08-03 ${time}`, side, body];

describe('what stops the resolution clock, and what does not (D-SLA-4)', () => {
  const rows: readonly Row[] = [
    [
      'waiting stops it from its very first moment',
      [atTen, at('11:00', does.waitForVendor('C-1'))],
      '08-03 11:00',
      paused,
    ],
    [
      'a reason that the terms do not know stops nothing',
      [atTen, at('11:00', { ...does.waitForVendor('C-1'), reason: 'LUNCH' })],
      '08-03 15:00',
      running,
    ],
    [
      'a reason told with another status stops nothing',
      [atTen, at('11:00', { ...does.waitForVendor('C-1'), reason: 'CLIENT_INFO' })],
      '08-03 15:00',
      running,
    ],
    ['a case number of blanks is none', [atTen, at('11:00', does.waitForVendor('  '))], '08-03 15:00', running],
    [
      'a public reply that asks nothing is no question',
      [atTen, at('11:00', does.reply('q1')), at('11:00', does.waitForClient())],
      '08-03 15:00',
      running,
    ],
    [
      'a question that only colleagues can read is none',
      [atTen, at('11:00', { ...does.question(), visibility: 'INTERNAL' }), at('11:00', does.waitForClient())],
      '08-03 15:00',
      running,
    ],
    [
      "the client's own question is not one that it has to answer",
      [atTen, at('11:00', does.question(), 'CLIENT'), at('11:00', does.waitForClient())],
      '08-03 15:00',
      running,
    ],
    [
      'a question that the log does not hold is believed, whatever message bears its name later',
      [atTen, at('11:00', does.waitForClient('q9')), at('12:00', does.reply('q9'), 'CLIENT')],
      '08-03 15:00',
      paused,
    ],
    [
      'a date set beside a question does not end the waiting',
      [...[atTen, at('11:00', does.question())], at('11:00', { ...does.waitForClient(), until: seoul('08-03 12:00') })],
      '08-03 15:00',
      paused,
    ],
    [
      'an agreed date that has passed stops nothing',
      [atTen, at('11:00', does.schedule('08-03 10:30'))],
      '08-03 15:00',
      running,
    ],
    [
      'taking back another message leaves it waiting',
      [
        ...[atTen, at('10:30', does.reply('m1')), at('11:00', does.question()), at('11:00', does.waitForClient())],
        at('12:00', does.withdraw('m1')),
      ],
      '08-03 15:00',
      paused,
    ],
    [
      'another reason takes the place of the first without a gap',
      [...[atTen, at('11:00', does.waitForVendor('C-1'))], at('12:00', does.waitForVendor('C-2'))],
      '08-03 15:00',
      paused,
    ],
    [
      'a reason that may not stop it ends the one that did',
      [...[atTen, at('11:00', does.waitForVendor('C-1'))], at('12:00', does.waitForOurVendor())],
      '08-03 15:00',
      { state: 'RUNNING', used: 240 },
    ],
  ];
  test.each(rows)('%s', (_, lines, asOf, expected) => check(clockOf(lines, asOf, 'RESOLUTION'), expected));
});

test('time that is used up when the waiting begins is due there: waiting saves nothing', () => {
  const lines = [atTen, at('14:00', does.waitForVendor('C-1'))];
  check(clockOf(lines, '08-03 15:00', 'RESTORE'), { state: 'BREACHED', breachedAt: '08-03 14:00' });
});

test('what the client is accountable for stops restoring and updates too', () => {
  const terms = termsWith({ targets: [...targets, target('UPDATE_CADENCE', 'P2', 120)] });
  const lines = [atTen, at('11:00', does.ownDuty(), 'CLIENT')];
  for (const kind of ['RESTORE', 'RESOLUTION', 'UPDATE_CADENCE'] as const)
    check(clockOf(lines, '08-03 17:00', kind, 1, terms), paused);
  check(clockOf(lines, '08-03 17:00', 'FIRST_RESPONSE', 1, terms), { state: 'BREACHED' });
});

test('warnings are told of a clock that runs, and of no other', () => {
  const warned = (lines: readonly Line[]) =>
    clockOf(lines, '08-03 15:00', 'RESOLUTION')?.warnings.map(({ percent }) => percent);
  expect(warned([atTen])).toEqual([50, 75, 90]);
  expect(warned([atTen, at('11:00', does.waitForVendor('C-1'))])).toEqual([]);
  expect(warned([atTen, at('11:00', does.resolve())])).toEqual([]);
});
