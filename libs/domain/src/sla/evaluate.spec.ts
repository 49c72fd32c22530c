import type { ClockKind, Terms } from '../contracts/terms.js';
import { HOUR, MINUTE } from '../time/instant.js';
import type { HolidayRevision } from '../time/calendar.js';
import type { Clock } from './clock.js';
import { evaluateClocks, explainClock } from './evaluate.js';
import type { Line } from './story.fixture.js';
import { calendars, does, liberationDay, opened, seoul, story, target, targets, termsWith } from './story.fixture.js';

type Expected = Partial<Pick<Clock, 'state' | 'verdict'>> & {
  readonly due?: string | null;
  readonly used?: number;
  readonly metAt?: string | null;
  readonly breachedAt?: string | null;
  readonly target?: number;
};

type Row = readonly [name: string, lines: readonly Line[], asOf: string, expected: Expected];

function clockOf(
  lines: readonly Line[],
  asOf: string,
  kind: ClockKind,
  cycle = 1,
  terms: Terms | null = termsWith(),
): Clock | undefined {
  const clocks = evaluateClocks({ events: story(...lines), terms, calendarOf: calendars(), asOf: seoul(asOf) });
  return clocks.find((clock) => clock.kind === kind && clock.cycle === cycle);
}

const instant = (text: string | null): number | null => (text === null ? null : seoul(text));

function check(clock: Clock | undefined, expected: Expected): void {
  const facts: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  const compare = (name: string, is: unknown, should: unknown) => {
    facts[name] = is;
    wanted[name] = should;
  };
  if (expected.state !== undefined) compare('state', clock?.state, expected.state);
  if (expected.verdict !== undefined) compare('verdict', clock?.verdict, expected.verdict);
  if (expected.due !== undefined) compare('due', clock?.dueAt, instant(expected.due));
  if (expected.metAt !== undefined) compare('metAt', clock?.metAt, instant(expected.metAt));
  if (expected.breachedAt !== undefined) compare('breachedAt', clock?.breachedAt, instant(expected.breachedAt));
  if (expected.used !== undefined) compare('used', (clock?.usedMs ?? NaN) / MINUTE, expected.used);
  if (expected.target !== undefined) compare('target', (clock?.targetMs ?? NaN) / MINUTE, expected.target);
  expect(facts).toEqual(wanted);
}

const atTen = opened('08-03 10:00');

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

describe('the resolution (8 hours of office time)', () => {
  const asked: readonly Line[] = [atTen, ['08-03 11:00', 'PROVIDER', does.question()]];
  const rows: readonly Row[] = [
    [
      'runs over the night',
      [opened('08-03 16:00')],
      '08-04 10:00',
      { state: 'RUNNING', due: '08-04 15:00', used: 180 },
    ],
    [
      'used up at closing time is due at closing time',
      [atTen],
      '08-03 18:00',
      { state: 'RUNNING', due: '08-03 18:00', used: 480 },
    ],
    [
      'pauses while waiting on the client',
      [...asked, ['08-03 11:00', 'PROVIDER', does.waitForClient()]],
      '08-03 15:00',
      { state: 'PAUSED', due: null, used: 60 },
    ],
    [
      'moves its due instant by the office time waited',
      [...asked, ['08-03 17:00', 'PROVIDER', does.waitForClient()], ['08-04 10:00', 'CLIENT', does.resume()]],
      '08-04 10:00',
      { state: 'RUNNING', used: 420, due: '08-04 11:00' },
    ],
    [
      'does not pause without a question',
      [atTen, ['08-03 11:00', 'PROVIDER', does.waitForClient(null)]],
      '08-03 15:00',
      { state: 'RUNNING', used: 300 },
    ],
    [
      'does not pause for a question asked inside only',
      [atTen, ['08-03 11:00', 'PROVIDER', does.note('q1')], ['08-03 11:00', 'PROVIDER', does.waitForClient('q1')]],
      '08-03 15:00',
      { state: 'RUNNING', used: 300 },
    ],
    [
      'runs on once the question is withdrawn',
      [...asked, ['08-03 11:00', 'PROVIDER', does.waitForClient()], ['08-03 12:00', 'PROVIDER', does.withdraw('q1')]],
      '08-03 15:00',
      { state: 'RUNNING', used: 240 },
    ],
    [
      "pauses for the client's supplier with a case number",
      [atTen, ['08-03 11:00', 'PROVIDER', does.waitForVendor('C-77')]],
      '08-03 15:00',
      { state: 'PAUSED', used: 60 },
    ],
    [
      'does not pause for a supplier without a case number',
      [atTen, ['08-03 11:00', 'PROVIDER', does.waitForVendor(null)]],
      '08-03 15:00',
      { state: 'RUNNING' },
    ],
    [
      "does not pause for the provider's own supplier",
      [atTen, ['08-03 11:00', 'PROVIDER', does.waitForOurVendor()]],
      '08-03 15:00',
      { state: 'RUNNING' },
    ],
    [
      'pauses until the agreed date',
      [atTen, ['08-03 11:00', 'PROVIDER', does.schedule('08-05 10:00')]],
      '08-05 09:59',
      { state: 'PAUSED', used: 60 },
    ],
    [
      'runs again from the agreed date without a word',
      [atTen, ['08-03 11:00', 'PROVIDER', does.schedule('08-05 10:00')]],
      '08-05 11:00',
      { state: 'RUNNING', used: 120, due: '08-05 17:00' },
    ],
    [
      'does not pause for a date without consent',
      [atTen, ['08-03 11:00', 'PROVIDER', does.schedule('08-05 10:00', false)]],
      '08-03 15:00',
      { state: 'RUNNING' },
    ],
    [
      'does not pause for a consent without a date',
      [atTen, ['08-03 11:00', 'PROVIDER', does.schedule(null)]],
      '08-03 15:00',
      { state: 'RUNNING' },
    ],
    [
      'is met by RESOLVED',
      [atTen, ['08-03 12:00', 'PROVIDER', does.resolve()]],
      '08-05 12:00',
      { state: 'MET', verdict: 'MET', used: 120, due: '08-03 18:00' },
    ],
    [
      'stays met when closed',
      [atTen, ['08-03 12:00', 'PROVIDER', does.resolve()], ['08-10 12:00', 'SYSTEM', does.close()]],
      '08-11 12:00',
      { state: 'MET', metAt: '08-03 12:00' },
    ],
    [
      'resumes without the resolved time when reopened',
      [atTen, ['08-03 12:00', 'PROVIDER', does.resolve()], ['08-05 10:00', 'CLIENT', does.reopen()]],
      '08-05 11:00',
      { state: 'RUNNING', verdict: null, used: 180, due: '08-05 16:00' },
    ],
    [
      'is missed after a reopening when the rest is used up',
      [atTen, ['08-03 12:00', 'PROVIDER', does.resolve()], ['08-05 10:00', 'CLIENT', does.reopen()]],
      '08-05 17:00',
      { state: 'BREACHED', breachedAt: '08-05 16:00' },
    ],
    [
      'stays missed when reopened and resolved again',
      [
        atTen,
        ['08-04 12:00', 'PROVIDER', does.resolve()],
        ['08-05 10:00', 'CLIENT', does.reopen()],
        ['08-05 11:00', 'PROVIDER', does.resolve()],
      ],
      '08-06 11:00',
      { state: 'BREACHED', breachedAt: '08-03 18:00', metAt: '08-05 11:00' },
    ],
    [
      'keeps its verdict through a merge',
      [atTen, ['08-04 12:00', 'PROVIDER', does.merge()]],
      '08-06 11:00',
      { state: 'BREACHED', breachedAt: '08-03 18:00', used: 660 },
    ],
    [
      'is cancelled by a merge before any verdict',
      [atTen, ['08-03 12:00', 'PROVIDER', does.merge()]],
      '08-06 11:00',
      { state: 'CANCELLED', used: 120 },
    ],
    [
      'takes the earliest opening from a duplicate',
      [opened('08-04 10:00'), ['08-04 11:00', 'PROVIDER', does.absorb('08-03 17:00')]],
      '08-04 12:00',
      { state: 'RUNNING', due: '08-04 16:00', used: 240 },
    ],
    [
      'is missed at the merge, not before, when the older opening had used it up',
      [opened('08-05 10:00'), ['08-05 11:00', 'PROVIDER', does.absorb('08-03 09:00')]],
      '08-05 12:00',
      { state: 'BREACHED', breachedAt: '08-05 11:00' },
    ],
  ];
  test.each(rows)('%s', (_, lines, asOf, expected) => check(clockOf(lines, asOf, 'RESOLUTION'), expected));
});

describe('a change of priority', () => {
  const p3 = opened('08-03 10:00', 'P3');
  const rows: readonly Row[] = [
    [
      'raised: counts the new target from the change',
      [p3, ['08-03 14:00', 'CLIENT', does.prioritise('P3', 'P1')]],
      '08-03 15:00',
      { due: '08-03 18:00', state: 'RUNNING' },
    ],
    [
      'raised: keeps the old due instant when that is sooner',
      [p3, ['08-05 09:30', 'CLIENT', does.prioritise('P3', 'P2')]],
      '08-05 09:45',
      { due: '08-05 10:00' },
    ],
    [
      'raised after a misclassification: counts from the opening',
      [p3, ['08-03 11:00', 'PROVIDER', does.prioritise('P3', 'P1', 'MISCLASSIFIED')]],
      '08-03 11:30',
      { due: '08-03 14:00', used: 90, target: 240 },
    ],
    [
      'raised after a misclassification: is missed at the change at the earliest',
      [p3, ['08-03 16:00', 'PROVIDER', does.prioritise('P3', 'P1', 'MISCLASSIFIED')]],
      '08-03 17:00',
      { state: 'BREACHED', breachedAt: '08-03 16:00' },
    ],
    [
      'lowered: counts the new target from the opening',
      [opened('08-03 10:00', 'P1'), ['08-03 11:00', 'PROVIDER', does.prioritise('P1', 'P3')]],
      '08-03 12:00',
      { due: '08-05 10:00', used: 120, target: 1080 },
    ],
    [
      'lowered: a miss before it stays a miss',
      [opened('08-03 10:00', 'P1'), ['08-03 15:00', 'PROVIDER', does.prioritise('P1', 'P3')]],
      '08-03 16:00',
      { state: 'BREACHED', breachedAt: '08-03 14:00' },
    ],
    [
      'to one without a target: nothing is promised any more',
      [p3, ['08-03 11:00', 'PROVIDER', does.prioritise('P3', 'P5')]],
      '08-20 12:00',
      { state: 'NONE', verdict: null, used: 60 },
    ],
    [
      'another service: a tighter target counts from the change',
      [p3, ['08-03 16:00', 'PROVIDER', does.moveTo('network', 'quick')]],
      '08-03 17:00',
      { due: '08-03 18:00', state: 'RUNNING' },
    ],
    [
      'another service: a wider target counts from the opening',
      [
        opened('08-03 10:00', 'P3', 'INCIDENT', 'network'),
        ['08-03 11:00', 'PROVIDER', does.moveTo('servers', 'policy')],
      ],
      '08-03 12:00',
      { due: '08-05 10:00' },
    ],
  ];
  test.each(rows)('%s', (_, lines, asOf, expected) => check(clockOf(lines, asOf, 'RESOLUTION'), expected));

  test('shows used time and target that agree with the due instant', () => {
    const clock = clockOf([p3, ['08-03 14:00', 'CLIENT', does.prioritise('P3', 'P1')]], '08-03 15:00', 'RESOLUTION');
    expect(clock).toMatchObject({ usedMs: 5 * HOUR, targetMs: 8 * HOUR, priority: 'P1' });
  });
});

describe('restoring a service (4 hours of office time)', () => {
  const rows: readonly Row[] = [
    [
      'is met by SERVICE_RESTORED',
      [atTen, ['08-03 11:00', 'PROVIDER', does.restore()]],
      '08-03 12:00',
      { state: 'MET', used: 60 },
    ],
    [
      'is met by RESOLVED when nobody recorded it apart',
      [atTen, ['08-03 12:00', 'PROVIDER', does.resolve()]],
      '08-03 13:00',
      { state: 'MET', used: 120 },
    ],
    [
      'stays met through a reopening once restored',
      [
        atTen,
        ['08-03 11:00', 'PROVIDER', does.restore()],
        ['08-03 12:00', 'PROVIDER', does.resolve()],
        ['08-03 13:00', 'CLIENT', does.reopen()],
      ],
      '08-05 13:00',
      { state: 'MET', metAt: '08-03 11:00' },
    ],
    [
      'resumes with a reopening when only RESOLVED had met it',
      [atTen, ['08-03 12:00', 'PROVIDER', does.resolve()], ['08-03 13:00', 'CLIENT', does.reopen()]],
      '08-03 14:00',
      { state: 'RUNNING', due: '08-03 15:00' },
    ],
  ];
  test.each(rows)('%s', (_, lines, asOf, expected) => check(clockOf(lines, asOf, 'RESTORE'), expected));

  test('is promised for incidents only', () => {
    expect(clockOf([opened('08-03 10:00', 'P2', 'SERVICE_REQUEST')], '08-03 11:00', 'RESTORE')).toBeUndefined();
  });
});

describe('public updates every 2 hours', () => {
  const terms = termsWith({ targets: [...targets, target('UPDATE_CADENCE', 'P2', 120)] });
  const cycles = (lines: readonly Line[], asOf: string) =>
    evaluateClocks({ events: story(...lines), terms, calendarOf: calendars(), asOf: seoul(asOf) })
      .filter(({ kind }) => kind === 'UPDATE_CADENCE')
      .map(({ state }) => state);

  test('a silence of three times the cadence is three misses', () => {
    expect(cycles([atTen], '08-03 17:00')).toEqual(['BREACHED', 'BREACHED', 'BREACHED', 'RUNNING']);
  });
  test('each update starts the next cycle', () => {
    expect(
      cycles(
        [atTen, ['08-03 11:30', 'PROVIDER', does.reply()], ['08-03 13:00', 'PROVIDER', does.reply('m2')]],
        '08-03 14:00',
      ),
    ).toEqual(['MET', 'MET', 'RUNNING']);
  });
  test('none is owed while resolved or after the end', () => {
    expect(cycles([atTen, ['08-03 11:00', 'PROVIDER', does.resolve()]], '08-05 11:00')).toEqual(['PAUSED']);
    expect(
      cycles(
        [atTen, ['08-03 11:00', 'PROVIDER', does.resolve()], ['08-04 11:00', 'CLIENT', does.close()]],
        '08-05 11:00',
      ),
    ).toEqual(['NONE']);
  });
});

describe('holidays declared late', () => {
  const declared = (knownAt: string, date = '2026-08-04'): HolidayRevision => ({
    ...liberationDay,
    date,
    knownAt: seoul(knownAt),
  });
  const clocks = (holidays: readonly HolidayRevision[], asOf: string) =>
    evaluateClocks({
      events: story(opened('08-03 12:00')),
      terms: termsWith(),
      calendarOf: calendars(holidays),
      asOf: seoul(asOf),
    });
  const resolution = (holidays: readonly HolidayRevision[], asOf: string) =>
    clocks(holidays, asOf).find(({ kind }) => kind === 'RESOLUTION');

  test('move a running clock from the moment they are known', () => {
    check(resolution([declared('08-03 15:00')], '08-03 14:59'), { due: '08-04 11:00' });
    check(resolution([declared('08-03 15:00')], '08-03 15:00'), { due: '08-05 11:00' });
  });
  test('leave a verdict alone that was reached before', () => {
    check(resolution([declared('08-04 12:00')], '08-06 12:00'), { state: 'BREACHED', breachedAt: '08-04 11:00' });
  });
});

describe('contracts', () => {
  test('no contract, no clocks', () => {
    expect(
      evaluateClocks({ events: story(atTen), terms: null, calendarOf: calendars(), asOf: seoul('08-03 11:00') }),
    ).toEqual([]);
  });
  test('business days become the open time up to the same wall-clock', () => {
    const terms = termsWith({
      targets: [{ ...target('RESOLUTION', 'P2', 0), amount: { unit: 'BUSINESS_DAYS', days: 2 } }],
    });
    check(clockOf([opened('08-14 15:00')], '08-14 16:00', 'RESOLUTION', 1, terms), {
      target: 1080,
      due: '08-19 15:00',
    });
    check(clockOf([opened('08-14 22:00')], '08-14 23:00', 'RESOLUTION', 1, terms), {
      target: 1080,
      due: '08-19 18:00',
    });
  });
});

describe('the account of a clock', () => {
  test('names nights, holidays and waiting, and adds up', () => {
    const events = story(
      opened('08-14 16:00'),
      ['08-14 17:00', 'PROVIDER', does.question()],
      ['08-14 17:00', 'PROVIDER', does.waitForClient()],
      ['08-18 10:00', 'CLIENT', does.resume()],
    );
    const account = explainClock(
      { events, terms: termsWith(), calendarOf: calendars(), asOf: seoul('08-19 10:00') },
      'RESOLUTION',
      1,
    );
    expect(account?.segments.map(({ cause, countedMs }) => [cause.kind, countedMs / MINUTE])).toEqual([
      ['RUNNING', 60],
      ['WAITING', 0],
      ['RUNNING', 420],
      ['OVERDUE', 60],
      ['OUTSIDE_HOURS', 0],
      ['OVERDUE', 60],
    ]);
  });
  test('names the holiday that it waited out', () => {
    const inputs = {
      events: story(opened('08-14 17:00')),
      terms: termsWith(),
      calendarOf: calendars(),
      asOf: seoul('08-18 10:00'),
    };
    const account = explainClock(inputs, 'RESOLUTION', 1);
    expect(account?.segments.map(({ cause }) => (cause.kind === 'HOLIDAY' ? cause.name.en : cause.kind))).toEqual([
      'RUNNING',
      'OUTSIDE_HOURS',
      'Liberation Day (substitute)',
      'OUTSIDE_HOURS',
      'RUNNING',
    ]);
  });
  test('keeps what happened as marks', () => {
    const events = story(atTen, ['08-03 12:00', 'PROVIDER', does.resolve()], ['08-05 10:00', 'CLIENT', does.reopen()]);
    const account = explainClock(
      { events, terms: termsWith(), calendarOf: calendars(), asOf: seoul('08-05 17:00') },
      'RESOLUTION',
      1,
    );
    expect(account?.marks.map(({ kind }) => kind)).toEqual(['STARTED', 'MET', 'REOPENED', 'BREACHED']);
  });
});
