import { calendars, target, targets, termsWith } from './contract.fixture.js';
import { evaluateClocks, explainClock } from './evaluate.js';
import { atTen, check, clockOf, type Row } from './expect.fixture.js';
import { does, seoul, story, type Line } from './story.fixture.js';

// Resolution within 8 h of office time; the ticket waits from 11:00 to 17:00 of its first day. WAITING_STARTED has seq 3.
const waited: readonly Line[] = [
  atTen,
  ['08-03 11:00', 'PROVIDER', does.question()],
  ['08-03 11:00', 'PROVIDER', does.waitForClient()],
  ['08-03 17:00', 'CLIENT', does.resume()],
];
const contested: readonly Line[] = [...waited, ['08-03 17:30', 'CLIENT', does.contest(3)]];

describe('waiting that the client contests (D-SLA-4)', () => {
  const rows: readonly Row[] = [
    [
      'goes on standing still until it is settled',
      contested,
      '08-04 10:00',
      { state: 'RUNNING', used: 180, due: '08-04 15:00' },
    ],
    [
      'conceded, it counts, and the due instant is what it would have been',
      [...contested, ['08-03 17:45', 'PROVIDER', does.settle(3, 'CONCEDED')]],
      '08-03 17:50',
      { state: 'RUNNING', used: 470, due: '08-03 18:00' },
    ],
    [
      'conceded too late to keep the target, it is a miss from then on and not before',
      [...contested, ['08-04 11:00', 'PROVIDER', does.settle(3, 'CONCEDED')]],
      '08-04 11:01',
      { state: 'BREACHED', verdict: 'MISSED', breachedAt: '08-04 11:00', due: '08-04 11:00', used: 601 },
    ],
    [
      'conceded after it was resolved, what would have been missed is missed at the concession',
      [
        ...contested,
        ['08-04 10:00', 'PROVIDER', does.resolve()],
        ['08-05 09:00', 'PROVIDER', does.settle(3, 'CONCEDED')],
      ],
      '08-05 09:00',
      {
        state: 'BREACHED',
        verdict: 'MISSED',
        breachedAt: '08-05 09:00',
        due: '08-03 18:00',
        metAt: '08-04 10:00',
        used: 540,
      },
    ],
    [
      'conceded after it was resolved in time even so, it stays met',
      [
        ...contested,
        ['08-03 17:40', 'PROVIDER', does.resolve()],
        ['08-05 09:00', 'PROVIDER', does.settle(3, 'CONCEDED')],
      ],
      '08-05 09:00',
      { state: 'MET', verdict: 'MET', metAt: '08-03 17:40', used: 460, breachedAt: null, due: '08-03 18:00' },
    ],
    [
      'withdrawn, everything stays as it was',
      [...contested, ['08-04 09:00', 'CLIENT', does.settle(3, 'WITHDRAWN')]],
      '08-04 10:00',
      { state: 'RUNNING', used: 180, due: '08-04 15:00' },
    ],
    [
      'conceded while it still waits, the clock runs again, the time waited included',
      [
        ...waited.slice(0, 3),
        ['08-03 12:00', 'CLIENT', does.contest(3)],
        ['08-03 13:00', 'PROVIDER', does.settle(3, 'CONCEDED')],
      ],
      '08-03 14:00',
      { state: 'RUNNING', used: 240, due: '08-03 18:00' },
    ],
    [
      'a miss that was reached before the concession keeps its date',
      [...contested, ['08-05 09:00', 'PROVIDER', does.settle(3, 'CONCEDED')]],
      '08-05 10:00',
      { state: 'BREACHED', breachedAt: '08-04 15:00', due: '08-04 15:00' },
    ],
    [
      'a miss that was reached before the concession keeps its date, also when it was done since',
      [
        ...contested,
        ['08-05 09:00', 'PROVIDER', does.resolve()],
        ['08-05 10:00', 'PROVIDER', does.settle(3, 'CONCEDED')],
      ],
      '08-05 10:00',
      { state: 'BREACHED', breachedAt: '08-04 15:00', due: '08-04 15:00', metAt: '08-05 09:00' },
    ],
    [
      'resolved when the time without the waiting was just used up, it stays met, and is shown by that due instant',
      [
        ...contested,
        ['08-03 18:00', 'PROVIDER', does.resolve()],
        ['08-05 09:00', 'PROVIDER', does.settle(3, 'CONCEDED')],
      ],
      '08-05 09:00',
      { state: 'MET', metAt: '08-03 18:00', due: '08-03 18:00', used: 480 },
    ],
    [
      'conceding other waiting changes nothing',
      [...contested, ['08-03 17:45', 'PROVIDER', does.settle(9, 'CONCEDED')]],
      '08-04 10:00',
      { state: 'RUNNING', used: 180, due: '08-04 15:00' },
    ],
  ];

  test.each(rows)('%s', (_name, lines, asOf, expected) => {
    check(clockOf(lines, asOf, 'RESOLUTION'), expected);
  });
});

describe('until it is settled both figures are shown', () => {
  const at = (lines: readonly Line[], asOf: string) => ({
    ...{ events: story(...lines), terms: termsWith(), calendarOf: calendars(), asOf: seoul(asOf) },
  });

  test('met with the waiting, missed without it', () => {
    const lines: readonly Line[] = [...contested, ['08-04 10:00', 'PROVIDER', does.resolve()]];
    expect(clockOf(lines, '08-05 09:00', 'RESOLUTION')).toMatchObject({
      ...{ state: 'MET', verdict: 'MET', usedMs: 180 * 60_000, dueAt: seoul('08-04 15:00') },
      ifConceded: {
        ...{ state: 'BREACHED', dueAt: seoul('08-03 18:00'), usedMs: 540 * 60_000, metAt: seoul('08-04 10:00') },
        ...{ breachedAt: seoul('08-03 18:00'), verdict: 'MISSED', verdictAt: seoul('08-03 18:00') },
      },
    });
  });

  test('clocks that it never stopped have one figure', () => {
    const clocks = evaluateClocks(at(contested, '08-04 09:00'));
    expect(clocks.filter((clock) => clock.ifConceded !== undefined).map(({ kind }) => kind)).toEqual([
      'RESTORE',
      'RESOLUTION',
    ]);
  });

  test('of two waits that are contested the other stays so when one is settled', () => {
    const lines: readonly Line[] = [
      ...waited,
      ['08-03 17:00', 'PROVIDER', does.waitForVendor('C-1')],
      ['08-03 17:30', 'CLIENT', does.contest(3)],
      ['08-03 17:31', 'CLIENT', does.contest(5)],
      ['08-03 17:40', 'CLIENT', does.settle(3, 'WITHDRAWN')],
    ];
    const resolution = clockOf(lines, '08-03 17:50', 'RESOLUTION');
    expect([resolution?.state, resolution?.usedMs, resolution?.ifConceded?.usedMs]).toEqual([
      'PAUSED',
      60 * 60_000,
      110 * 60_000,
    ]);
  });

  test('each cycle of updates has its own other figure, and one that began afterwards none', () => {
    const terms = termsWith({ targets: [...targets, target('UPDATE_CADENCE', 'P2', 300)] });
    const lines: readonly Line[] = [
      ...waited.slice(0, 3),
      ['08-03 13:00', 'PROVIDER', does.reply('m2')],
      ['08-03 14:00', 'CLIENT', does.resume()],
      ['08-03 15:00', 'PROVIDER', does.reply('m3')],
      ['08-03 16:00', 'CLIENT', does.contest(3)],
    ];
    const figures = [1, 2, 3, 4].map((cycle) => {
      const clock = clockOf(lines, '08-03 17:00', 'UPDATE_CADENCE', cycle, terms);
      return [
        (clock?.usedMs ?? NaN) / 60_000,
        clock?.ifConceded === undefined ? null : clock.ifConceded.usedMs / 60_000,
      ];
    });
    expect(figures).toEqual([
      [60, null],
      [0, 120],
      [60, 120],
      [120, null],
    ]);
  });

  test('a miss by concession is a mark beside it', () => {
    const lines: readonly Line[] = [
      ...contested,
      ['08-04 10:00', 'PROVIDER', does.resolve()],
      ['08-05 09:00', 'PROVIDER', does.settle(3, 'CONCEDED')],
    ];
    expect(explainClock(at(lines, '08-05 09:00'), 'RESOLUTION', 1)?.marks.map((mark) => [mark.kind, mark.at])).toEqual([
      ['STARTED', seoul('08-03 10:00')],
      ['MET', seoul('08-04 10:00')],
      ['WAITING_CONCEDED', seoul('08-05 09:00')],
      ['BREACHED', seoul('08-05 09:00')],
    ]);
  });

  test('no warning is dated before the concession', () => {
    const lines: readonly Line[] = [...contested, ['08-03 17:45', 'PROVIDER', does.settle(3, 'CONCEDED')]];
    expect(clockOf(lines, '08-03 17:50', 'RESOLUTION')?.warnings.map((warning) => warning.at)).toEqual(
      Array.from({ length: 3 }, () => seoul('08-03 17:45')),
    );
  });

  test.each(['CONCEDED', 'WITHDRAWN'] as const)('%s, there is one again', (outcome) => {
    const lines: readonly Line[] = [...contested, ['08-03 17:45', 'PROVIDER', does.settle(3, outcome)]];
    expect(evaluateClocks(at(lines, '08-04 09:00')).some((clock) => clock.ifConceded !== undefined)).toBe(false);
  });

  test('the account says which stretch is contested, and what was conceded', () => {
    const stretch = explainClock(at(contested, '08-03 17:45'), 'RESOLUTION', 1)?.segments[1];
    expect(stretch).toEqual({
      ...{ from: seoul('08-03 11:00'), to: seoul('08-03 17:00'), countedMs: 0 },
      cause: {
        ...{ kind: 'WAITING', reason: 'CLIENT_INFO', name: { ko: '고객 회신 대기', en: 'Waiting on client' } },
        ...{ bySide: 'PROVIDER', byUserId: 'PROVIDER-1', contested: true },
      },
    });
    const account = explainClock(at(contested, '08-03 17:45'), 'RESOLUTION', 1);
    expect(account?.clock.ifConceded?.usedMs).toBe(465 * 60_000);
    const conceded: readonly Line[] = [...contested, ['08-03 17:45', 'PROVIDER', does.settle(3, 'CONCEDED')]];
    expect(explainClock(at(conceded, '08-03 17:50'), 'RESOLUTION', 1)).toMatchObject({
      segments: [{ cause: { kind: 'RUNNING' }, countedMs: 470 * 60_000 }],
      marks: [{ kind: 'STARTED' }, { kind: 'WAITING_CONCEDED', at: seoul('08-03 17:45') }],
    });
  });
});

describe('what the client is accountable for (D-SLA-8)', () => {
  const rows: readonly Row[] = [
    [
      'stops the clock by its consent',
      [atTen, ['08-03 11:00', 'CLIENT', does.ownDuty()]],
      '08-03 15:00',
      { state: 'PAUSED', used: 60, due: null },
    ],
    [
      'stops nothing without it',
      [atTen, ['08-03 11:00', 'PROVIDER', does.ownDuty(false)]],
      '08-03 15:00',
      { state: 'RUNNING', used: 300 },
    ],
    [
      'until the ticket is worked on again',
      [atTen, ['08-03 11:00', 'CLIENT', does.ownDuty()], ['08-03 13:00', 'CLIENT', does.resume()]],
      '08-03 15:00',
      { state: 'RUNNING', used: 180 },
    ],
  ];

  test.each(rows)('%s', (_name, lines, asOf, expected) => {
    check(clockOf(lines, asOf, 'RESOLUTION'), expected);
  });
});
