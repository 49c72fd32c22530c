import type { ClockKind } from '../contracts/terms.js';
import { bindTerms, isBoundAnew, termsDigestsOf } from './bound-terms.js';
import { boundClocksAt, documents, first, inputsAt } from './bound.fixture.js';
import { explainClocks } from './evaluate.js';
import { check, type Expected } from './expect.fixture.js';
import { does, opened, seoul, story, type Line } from './story.fixture.js';

const atTen = opened('08-03 10:00');
type Row = readonly [name: string, kind: ClockKind, lines: readonly Line[], asOf: string, expected: Expected];

function clockAt(kind: ClockKind, lines: readonly Line[], asOf: string) {
  return boundClocksAt(story(...lines), seoul(asOf)).find((clock) => clock.kind === kind);
}

describe('a ticket that moves to a service under another version (D-CON-1)', () => {
  const rows: readonly Row[] = [
    [
      'what was missed stays missed, however generous the other version is',
      'FIRST_RESPONSE',
      [atTen, ['08-03 11:00', 'PROVIDER', does.bindTo('slower')]],
      '08-03 11:10',
      { verdict: 'MISSED', breachedAt: '08-03 10:30' },
    ],
    [
      'what was met stays met, though the other version would not have counted it',
      'FIRST_RESPONSE',
      [atTen, ['08-03 10:20', 'PROVIDER', does.call()], ['08-03 10:25', 'PROVIDER', does.bindTo('slower')]],
      '08-03 18:00',
      { verdict: 'MET', metAt: '08-03 10:20' },
    ],
    [
      'what is not judged yet takes the longer time from the opening, as a later promise',
      'RESOLUTION',
      [atTen, ['08-03 11:00', 'PROVIDER', does.bindTo('slower')]],
      '08-03 12:00',
      { state: 'RUNNING', due: '08-04 17:00', target: 960 },
    ],
    [
      'a tighter one counts from the change, by the hours that its own calendar is open',
      'RESOLUTION',
      [opened('08-03 16:00'), ['08-03 17:00', 'PROVIDER', does.bindTo('faster')]],
      '08-03 19:00',
      { state: 'RUNNING', due: '08-03 21:00' },
    ],
    [
      'waiting stops the clock by the rules that were in force when it began',
      'RESOLUTION',
      [
        atTen,
        ['08-03 11:00', 'PROVIDER', does.waitForVendor('C-1')],
        ['08-03 12:00', 'PROVIDER', does.bindTo('slower')],
        ['08-03 13:00', 'PROVIDER', does.resume()],
      ],
      '08-03 13:00',
      { state: 'RUNNING', used: 60 },
    ],
    [
      'and waiting that begins afterwards by the new ones',
      'RESOLUTION',
      [
        atTen,
        ['08-03 11:00', 'PROVIDER', does.bindTo('slower')],
        ['08-03 12:00', 'PROVIDER', does.waitForVendor('C-1')],
      ],
      '08-03 14:00',
      { state: 'RUNNING', used: 240 },
    ],
    [
      'a service out of contract promises nothing more, but washes no miss away',
      'FIRST_RESPONSE',
      [atTen, ['08-03 11:00', 'PROVIDER', does.bindTo(null)]],
      '08-03 12:00',
      { verdict: 'MISSED', breachedAt: '08-03 10:30' },
    ],
    [
      'from out of contract into one the promise counts from the change',
      'RESOLUTION',
      [atTen, ['08-03 10:01', 'PROVIDER', does.bindTo(null)], ['08-03 11:00', 'PROVIDER', does.bindTo('d')]],
      '08-03 12:00',
      { state: 'RUNNING', due: '08-04 10:00' },
    ],
    [
      'there and back again gains nothing',
      'FIRST_RESPONSE',
      [atTen, ['08-03 10:05', 'PROVIDER', does.bindTo('slower')], ['08-03 10:10', 'PROVIDER', does.bindTo('d')]],
      '08-03 10:20',
      { state: 'RUNNING', due: '08-03 10:40' },
    ],
  ];

  test.each(rows)('%s', (_name, kind, lines, asOf, expected) => {
    check(clockAt(kind, lines, asOf), expected);
  });

  test('each clock says by which version it is judged, and its calendar by its own name', () => {
    const lines: readonly Line[] = [atTen, ['08-03 11:00', 'PROVIDER', does.bindTo('faster')]];
    const told = boundClocksAt(story(...lines), seoul('08-03 12:00')).map(({ kind, termsDigest, calendarId }) => [
      ...[kind, termsDigest, calendarId],
    ]);
    expect(told).toEqual([
      ['FIRST_RESPONSE', 'd', 'office'],
      ['RESTORE', 'd', 'office'],
      ['RESOLUTION', 'faster', 'office'],
    ]);
  });

  test('the account of a clock counts by the calendar of its own version', () => {
    const lines: readonly Line[] = [opened('08-03 16:00'), ['08-03 17:00', 'PROVIDER', does.bindTo('faster')]];
    const accounts = explainClocks(inputsAt(story(...lines), seoul('08-03 22:00')));
    const resolution = accounts.find(({ clock }) => clock.kind === 'RESOLUTION');
    expect(resolution?.segments.map(({ cause }) => cause.kind)).toEqual(['RUNNING', 'OVERDUE']);
  });
});

describe('the documents that a log names', () => {
  const moved = story(
    atTen,
    ['08-03 11:00', 'PROVIDER', does.bindTo('slower')],
    ['08-03 12:00', 'PROVIDER', does.bindTo('d')],
  );

  test('each once, in order', () => {
    expect(termsDigestsOf(moved)).toEqual(['d', 'slower']);
    expect([isBoundAnew(moved), isBoundAnew(story(atTen))]).toEqual([true, false]);
  });

  test('leaving the contract is being bound anew too', () => {
    expect(isBoundAnew(story(atTen, ['08-03 11:00', 'PROVIDER', does.bindTo(null)]))).toBe(true);
  });

  test('a document that nobody has is named with the binding that wants it', () => {
    expect(bindTerms(moved, (digest) => (digest === 'd' ? first : null))).toEqual({
      ...{ kind: 'TERMS_MISSING', missing: [{ seq: 2, termsDigest: 'slower' }] },
    });
  });

  test('found are those that the log names and no others', () => {
    const found = bindTerms(moved, (digest) => documents.get(digest) ?? null);
    expect(found.kind === 'BOUND' && [...found.boundTerms.keys()]).toEqual(['d', 'slower']);
  });
});
