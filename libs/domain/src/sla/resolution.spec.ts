import type { Row } from './expect.fixture.js';
import { atTen, check, clockOf } from './expect.fixture.js';
import type { Line } from './story.fixture.js';
import { does, opened, seoul, story } from './story.fixture.js';
import { calendars, termsWith } from './contract.fixture.js';
import { evaluateClocks } from './evaluate.js';

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
      'shows the due instant of a clock that ran on when it is resolved while waiting',
      [atTen, ['08-03 11:00', 'PROVIDER', does.waitForVendor('C-77')], ['08-03 15:00', 'PROVIDER', does.resolve()]],
      '08-05 12:00',
      { state: 'MET', used: 60, due: '08-04 13:00' },
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

test('a wait that the client contests can be judged as if it stopped nothing', () => {
  const events = story(
    atTen,
    ['08-03 11:00', 'PROVIDER', does.question()],
    ['08-03 11:00', 'PROVIDER', does.waitForClient()],
    ['08-04 10:00', 'CLIENT', does.resume()],
  );
  const judged = (contestedWaits: ReadonlySet<number>) =>
    evaluateClocks({ events, terms: termsWith(), calendarOf: calendars(), asOf: seoul('08-04 11:00'), contestedWaits })
      .filter(({ kind }) => kind === 'RESOLUTION')
      .map(({ state }) => state);
  expect([judged(new Set()), judged(new Set([3]))]).toEqual([['RUNNING'], ['BREACHED']]);
});
