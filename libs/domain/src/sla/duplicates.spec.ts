import type { Row } from './expect.fixture.js';
import { check, clockOf } from './expect.fixture.js';
import type { Line } from './story.fixture.js';
import { does, opened, seoul } from './story.fixture.js';

const tuesday = opened('08-04 10:00');
const absorbs = (at: string, openedAt: string): Line => [at, 'PROVIDER', does.absorb(openedAt)];

describe('a ticket that takes in an older duplicate (D-SLA-7)', () => {
  test('the first response counts from the older opening, and is missed at the merge at the earliest', () => {
    const lines = [tuesday, absorbs('08-04 10:10', '08-03 17:50')];
    check(clockOf(lines, '08-04 10:20', 'FIRST_RESPONSE'), {
      ...{ state: 'BREACHED', breachedAt: '08-04 10:10', used: 90 },
    });
    const inTime = [tuesday, absorbs('08-04 10:10', '08-04 09:55')];
    check(clockOf(inTime, '08-04 10:12', 'FIRST_RESPONSE'), { state: 'RUNNING', due: '08-04 10:25', used: 17 });
  });

  test('so does restoring the service', () => {
    const lines = [tuesday, absorbs('08-04 11:00', '08-03 17:00')];
    check(clockOf(lines, '08-04 11:30', 'RESTORE'), { state: 'RUNNING', due: '08-04 12:00', used: 210 });
  });

  const rows: readonly Row[] = [
    [
      'a duplicate opened later changes nothing',
      [tuesday, absorbs('08-04 11:00', '08-04 10:30')],
      '08-04 12:00',
      { state: 'RUNNING', due: '08-04 18:00', used: 120, target: 480 },
    ],
    [
      'a raise counts from the raise as before, the first promise from the older opening',
      [
        ...[opened('08-04 10:00', 'P3'), ['08-04 12:00', 'CLIENT', does.prioritise('P3', 'P2')] as const],
        absorbs('08-04 13:00', '08-03 10:00'),
      ],
      '08-04 14:00',
      { state: 'RUNNING', due: '08-05 10:00', used: 780 },
    ],
    [
      'a solution that was reached stays as it was',
      [tuesday, ['08-04 12:00', 'PROVIDER', does.resolve()], absorbs('08-04 13:00', '08-03 09:00')],
      '08-04 14:00',
      { state: 'MET', metAt: '08-04 12:00', used: 120 },
    ],
  ];
  test.each(rows)('%s', (_, lines, asOf, expected) => check(clockOf(lines, asOf, 'RESOLUTION'), expected));

  test('no warning is dated before the merge that made it due', () => {
    const clock = clockOf([tuesday, absorbs('08-04 11:00', '08-03 17:00')], '08-04 11:00', 'RESTORE');
    expect(clock?.warnings.map(({ at }) => at)).toEqual([
      ...[seoul('08-04 11:00'), seoul('08-04 11:00')],
      seoul('08-04 11:36'),
    ]);
  });
});

describe('restoring and resolving, twice told', () => {
  test('a restoration told after the solution is for good', () => {
    const lines: readonly Line[] = [
      opened('08-03 10:00'),
      ['08-03 12:00', 'PROVIDER', does.resolve()],
      ['08-03 12:30', 'PROVIDER', does.restore()],
      ['08-03 13:00', 'CLIENT', does.reopen()],
    ];
    check(clockOf(lines, '08-05 13:00', 'RESTORE'), { state: 'MET', metAt: '08-03 12:00', used: 120 });
    check(clockOf(lines, '08-03 13:30', 'RESOLUTION'), { state: 'RUNNING', used: 150 });
  });

  test('a miss keeps the due instant that it missed through a reopening', () => {
    const lines: readonly Line[] = [
      opened('08-03 10:00'),
      ['08-04 12:00', 'PROVIDER', does.resolve()],
      ['08-05 10:00', 'CLIENT', does.reopen()],
    ];
    check(clockOf(lines, '08-05 11:00', 'RESOLUTION'), { state: 'BREACHED', due: '08-03 18:00', metAt: null });
  });

  test('solved twice and reopened twice, every rest is left out', () => {
    const lines: readonly Line[] = [
      opened('08-03 10:00'),
      ...[['08-03 11:00', 'PROVIDER', does.resolve()] as const, ['08-03 12:00', 'CLIENT', does.reopen()] as const],
      ...[['08-03 13:00', 'PROVIDER', does.resolve()] as const, ['08-03 15:00', 'CLIENT', does.reopen()] as const],
    ];
    check(clockOf(lines, '08-03 16:00', 'RESOLUTION'), { state: 'RUNNING', used: 180, due: '08-04 12:00' });
  });
});
