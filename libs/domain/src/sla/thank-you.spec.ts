import { calendars, target, targets, termsWith } from './contract.fixture.js';
import { evaluateClocks } from './evaluate.js';
import { atTen, check, clockOf, type Row } from './expect.fixture.js';
import { does, seoul, story, type Line } from './story.fixture.js';

const thanked: readonly Line[] = [
  atTen,
  ['08-03 10:10', 'PROVIDER', does.reply('m1')],
  ['08-03 12:00', 'PROVIDER', does.resolve()],
  ['08-03 14:00', 'CLIENT', does.reply('thanks')],
  ['08-03 14:00', 'CLIENT', does.reopen()],
];
const putRight: readonly Line[] = [...thanked, ['08-03 16:00', 'PROVIDER', does.thanked('thanks')]];

describe('a mere thank-you, put right', () => {
  const rows: readonly Row[] = [
    [
      'leaves the solution where it was',
      putRight,
      '08-10 09:00',
      { state: 'MET', verdict: 'MET', metAt: '08-03 12:00', used: 120, due: '08-03 18:00' },
    ],
    [
      'runs until it is put right, as was shown then',
      putRight,
      '08-03 15:00',
      { state: 'RUNNING', verdict: null, metAt: null, used: 180 },
    ],
    [
      'what was missed before it was put right stays missed, and is done when it was put right',
      [...thanked, ['08-04 17:00', 'PROVIDER', does.thanked('thanks')]],
      '08-10 09:00',
      { state: 'BREACHED', verdict: 'MISSED', breachedAt: '08-04 11:00', metAt: '08-04 17:00' },
    ],
    [
      'a miss of before stays as it was',
      [
        atTen,
        ['08-04 12:00', 'PROVIDER', does.resolve()],
        ['08-04 14:00', 'CLIENT', does.reply('thanks')],
        ['08-04 14:00', 'CLIENT', does.reopen()],
        ['08-04 16:00', 'PROVIDER', does.thanked('thanks')],
      ],
      '08-10 09:00',
      { state: 'BREACHED', breachedAt: '08-03 18:00', metAt: '08-04 12:00', used: 660 },
    ],
    [
      'a real complaint afterwards resumes the clock with what was left',
      [...putRight, ['08-05 09:00', 'CLIENT', does.reply('no')], ['08-05 09:00', 'CLIENT', does.reopen()]],
      '08-05 10:00',
      { state: 'RUNNING', used: 180, due: '08-05 15:00' },
    ],
    [
      'another message is not what reopened it',
      [...thanked, ['08-03 16:00', 'PROVIDER', does.thanked('m1')]],
      '08-03 17:00',
      { state: 'RUNNING', used: 300 },
    ],
    [
      'what was resolved anew is not put right again',
      [...thanked, ['08-03 15:00', 'PROVIDER', does.resolve()], ['08-03 16:00', 'PROVIDER', does.thanked('thanks')]],
      '08-03 17:00',
      { state: 'MET', metAt: '08-03 15:00', used: 180 },
    ],
  ];

  test.each(rows)('%s', (_name, lines, asOf, expected) => {
    check(clockOf(lines, asOf, 'RESOLUTION'), expected);
  });

  test('nobody owes the thank-you an answer', () => {
    check(clockOf(putRight, '08-10 09:00', 'NEXT_RESPONSE'), { state: 'CANCELLED', verdict: null });
    const late: readonly Line[] = [...thanked, ['08-04 10:00', 'PROVIDER', does.thanked('thanks')]];
    check(clockOf(late, '08-10 09:00', 'NEXT_RESPONSE'), { state: 'BREACHED', breachedAt: '08-03 16:00', metAt: null });
  });

  test('another word of the same reopening still waits for its answer', () => {
    const lines: readonly Line[] = [
      ...thanked.slice(0, 4),
      ['08-03 14:01', 'CLIENT', does.reply('but why?')],
      ['08-03 14:02', 'CLIENT', does.reopen()],
      ['08-03 15:00', 'PROVIDER', does.thanked('thanks')],
    ];
    check(clockOf(lines, '08-03 15:30', 'NEXT_RESPONSE'), { state: 'RUNNING', due: '08-03 16:02', metAt: null });
  });

  test('it is no first answer either', () => {
    const lines: readonly Line[] = [
      atTen,
      ['08-03 10:05', 'PROVIDER', does.resolve()],
      ['08-03 10:10', 'CLIENT', does.reply('thanks')],
      ['08-03 10:10', 'CLIENT', does.reopen()],
      ['08-03 10:40', 'PROVIDER', does.thanked('thanks')],
    ];
    check(clockOf(lines, '08-03 11:00', 'FIRST_RESPONSE'), {
      state: 'BREACHED',
      breachedAt: '08-03 10:30',
      metAt: null,
    });
  });

  test('a date that was agreed meanwhile is kept when it is put right, and not missed afterwards', () => {
    const lines: readonly Line[] = [
      ...thanked,
      ['08-03 15:00', 'CLIENT', does.setDate('08-04 12:00')],
      ['08-03 16:00', 'PROVIDER', does.thanked('thanks')],
    ];
    check(clockOf(lines, '08-10 09:00', 'AGREED_DATE'), { state: 'MET', metAt: '08-03 16:00', due: '08-04 12:00' });
  });

  test('no update is owed while it is resolved again', () => {
    const terms = termsWith({ targets: [...targets, target('UPDATE_CADENCE', 'P2', 300)] });
    const cadence = (asOf: string) =>
      evaluateClocks({ events: story(...putRight), terms, calendarOf: calendars(), asOf: seoul(asOf) })
        .filter(({ kind }) => kind === 'UPDATE_CADENCE')
        .map(({ cycle, state, usedMs }) => [cycle, state, usedMs / 60_000]);
    expect(cadence('08-03 15:00')).toEqual([
      [1, 'MET', 10],
      [2, 'RUNNING', 170],
    ]);
    expect(cadence('08-10 09:00')).toEqual([
      [1, 'MET', 10],
      [2, 'PAUSED', 230],
    ]);
  });

  test('clocks stand as if the thank-you had never been said', () => {
    const at = (lines: readonly Line[]) => ({
      events: story(...lines),
      terms: termsWith(),
      calendarOf: calendars(),
      asOf: seoul('08-10 09:00'),
    });
    const answered = evaluateClocks(at(putRight)).filter(({ kind }) => kind !== 'NEXT_RESPONSE');
    expect(answered).toEqual(evaluateClocks(at(thanked.slice(0, 3))));
  });
});
