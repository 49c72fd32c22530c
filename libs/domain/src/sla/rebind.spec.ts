import type { ClockKind } from '../contracts/terms.js';
import { boundClocksAt, inputsAt } from './bound.fixture.js';
import { explainClocks } from './evaluate.js';
import { check, type Expected } from './expect.fixture.js';
import { does, opened, seoul, story, type Line } from './story.fixture.js';

const atTen = opened('08-03 10:00');
type Row = readonly [name: string, kind: ClockKind, lines: readonly Line[], asOf: string, expected: Expected | null];

const agreed = (at: string, digest: string): Line => [at, 'CLIENT', does.rebind(digest)];

describe('a ticket that both sides agreed to judge by another version (D-CON-1)', () => {
  const rows: readonly Row[] = [
    [
      'a miss that the other version would not have seen is met, at the instant it was',
      'FIRST_RESPONSE',
      [atTen, ['08-03 10:50', 'PROVIDER', does.reply()], agreed('08-05 10:00', 'slower')],
      '08-05 10:01',
      { verdict: 'MET', metAt: '08-03 10:50', breachedAt: null, due: '08-03 11:00' },
    ],
    [
      'until they agreed it was missed, and is shown so for ever',
      'FIRST_RESPONSE',
      [atTen, ['08-03 10:50', 'PROVIDER', does.reply()], agreed('08-05 10:00', 'slower')],
      '08-05 09:59',
      { verdict: 'MISSED', breachedAt: '08-03 10:30' },
    ],
    [
      'what the other version makes a miss is one from the agreement on, not before',
      'FIRST_RESPONSE',
      [atTen, ['08-03 10:20', 'PROVIDER', does.reply()], agreed('08-05 10:00', 'faster')],
      '08-05 10:01',
      { verdict: 'MISSED', breachedAt: '08-05 10:00', due: '08-03 10:08' },
    ],
    [
      'a miss under both keeps its date',
      'FIRST_RESPONSE',
      [atTen, ['08-03 14:00', 'PROVIDER', does.reply()], agreed('08-05 10:00', 'slower')],
      '08-05 10:01',
      { verdict: 'MISSED', breachedAt: '08-03 10:30', due: '08-03 11:00' },
    ],
    [
      'a clock without a verdict is due from its opening by the other version',
      'RESOLUTION',
      [atTen, agreed('08-03 15:00', 'slower')],
      '08-03 16:00',
      { state: 'RUNNING', due: '08-04 17:00', used: 360 },
    ],
    [
      'what the other version does not promise is promised no more',
      'RESTORE',
      [atTen, agreed('08-03 11:00', 'faster')],
      '08-03 12:00',
      null,
    ],
    [
      'waiting stops a clock if the other version lets it',
      'RESOLUTION',
      [
        atTen,
        ['08-03 11:00', 'PROVIDER', does.waitForVendor('C-1')],
        ['08-03 13:00', 'PROVIDER', does.resume()],
        agreed('08-03 14:00', 'slower'),
      ],
      '08-03 15:00',
      { state: 'RUNNING', used: 300 },
    ],
    [
      'only the service that it is about now is judged anew, not what it was about before',
      'FIRST_RESPONSE',
      [
        atTen,
        ['08-03 10:40', 'PROVIDER', does.bindTo('d', 'network')],
        ['08-03 10:50', 'CLIENT', does.rebind('slower', 'network')],
      ],
      '08-03 12:00',
      { verdict: 'MISSED', breachedAt: '08-03 10:30' },
    ],
    [
      'agreed a second time, the last agreement counts',
      'FIRST_RESPONSE',
      [atTen, ['08-03 10:50', 'PROVIDER', does.reply()], agreed('08-05 10:00', 'slower'), agreed('08-06 10:00', 'd')],
      '08-06 10:01',
      { verdict: 'MISSED', breachedAt: '08-06 10:00' },
    ],
    [
      'what happens afterwards is judged by it too',
      'RESOLUTION',
      [atTen, agreed('08-03 11:00', 'slower'), ['08-04 16:00', 'PROVIDER', does.resolve()]],
      '08-04 17:00',
      { verdict: 'MET', metAt: '08-04 16:00', due: '08-04 17:00' },
    ],
  ];

  test.each(rows)('%s', (_name, kind, lines, asOf, expected) => {
    const clock = boundClocksAt(story(...lines), seoul(asOf)).find((each) => each.kind === kind);
    if (expected === null) expect(clock).toBeUndefined();
    else check(clock, expected);
  });

  test('the account says when it was agreed', () => {
    const lines = [atTen, ['08-03 10:20', 'PROVIDER', does.reply()], agreed('08-05 10:00', 'faster')] as const;
    const accounts = explainClocks(inputsAt(story(...lines), seoul('08-05 11:00')));
    const account = accounts.find(({ clock }) => clock.kind === 'FIRST_RESPONSE');
    expect(account?.marks.map(({ kind, at }) => [kind, at])).toEqual([
      ['STARTED', seoul('08-03 10:00')],
      ['MET', seoul('08-03 10:20')],
      ['BREACHED', seoul('08-05 10:00')],
      ['REBOUND', seoul('08-05 10:00')],
    ]);
  });
});
