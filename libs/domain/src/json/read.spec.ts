import type { Read, ReadProblem } from './read.js';
import { flag, integer, list, nullable, oneOf, partial, record, recordWith, text, variant } from './read.js';

/** What a reader makes of a value under `hours`, and what it finds wrong: `path KIND detail`. */
function reading(read: Read<unknown>, value: unknown): { value: unknown; problems: readonly string[] } {
  const problems: ReadProblem[] = [];
  const told = read(value, { path: 'hours', problems });
  return { value: told, problems: problems.map(({ path, kind, detail }) => `${path} ${kind} ${detail}`) };
}

const name = text({ max: 5 });
const note = text({ max: 5, mayBeEmpty: true });
const code = text({ max: 5, format: /^[A-Z]+$/ });
const days = integer(1, 31);
const weekday = oneOf('MON', 'TUE');
const rank = oneOf(1, 2);
const days2 = list(weekday, { min: 1, max: 2, unique: (day) => day });
const span = record({ from: name, to: name });
const change = partial<{ from?: string; to?: string }>({ from: name, to: name });
const named = recordWith<{ from: string }, { note?: string }>({ from: name }, { note: name });
const turn = variant<{ kind: string }>('kind', {
  DAILY: record({ kind: oneOf('DAILY') }),
  WEEKLY: record({ kind: oneOf('WEEKLY'), weekday }),
});

describe('reading a document strictly', () => {
  const accepted: readonly (readonly [sentence: string, Read<unknown>, unknown])[] = [
    ['a text as long as is allowed', name, '12345'],
    ['Korean text is counted in letters', name, '서비스시간'],
    ['a note may be left empty', note, ''],
    ['a text in the form asked for', code, 'ACME'],
    ['the least number', days, 1],
    ['the greatest number', days, 31],
    ['yes', flag, true],
    ['no', flag, false],
    ['a word of the list', weekday, 'TUE'],
    ['a number of the list', rank, 2],
    ['nothing, where nothing may stand', nullable(name), null],
    ['a text, where nothing may stand', nullable(name), 'noon'],
    ['the shortest list', days2, ['MON']],
    ['the longest list', days2, ['MON', 'TUE']],
    ['an empty list, where no length is asked for', list(name), []],
    ['equal items, where they need not differ', list(name), ['noon', 'noon']],
    ['all keys of a record', span, { from: '09:00', to: '18:00' }],
    ['a change of one key', change, { to: '18:00' }],
    ['a change of nothing', change, {}],
    ['a record without what may be left out', named, { from: '09:00' }],
    ['a record with what may be left out', named, { from: '09:00', note: 'noon' }],
    ['one kind of turn', turn, { kind: 'DAILY' }],
    ['another kind of turn', turn, { kind: 'WEEKLY', weekday: 'MON' }],
  ];

  test.each(accepted)('%s is read as it stands', (_sentence, read, value) => {
    expect(reading(read, value)).toEqual({ value, problems: [] });
  });

  const refused: readonly (readonly [sentence: string, Read<unknown>, unknown, problems: string])[] = [
    ['a number for a text', name, 9, 'hours WRONG_TYPE string'],
    ['half a character', name, '\ud83d', 'hours BAD_FORMAT well-formed text'],
    ['an empty text', name, '', 'hours EMPTY text'],
    ['white space alone', name, ' \t', 'hours EMPTY text'],
    ['a text one letter too long', name, '123456', 'hours TOO_LONG <= 5'],
    ['more white space than the text may have letters', note, '      ', 'hours TOO_LONG <= 5'],
    ['a text in another form', code, 'acme', 'hours BAD_FORMAT ^[A-Z]+$'],
    ['a text for a number', days, '7', 'hours WRONG_TYPE integer'],
    ['half a day', days, 1.5, 'hours WRONG_TYPE integer'],
    ['a number too great to be exact', integer(0, Infinity), 2 ** 53, 'hours WRONG_TYPE integer'],
    ['a number under the least', days, 0, 'hours OUT_OF_RANGE 1..31'],
    ['a number over the greatest', days, 32, 'hours OUT_OF_RANGE 1..31'],
    ['a word for yes', flag, 'true', 'hours WRONG_TYPE boolean'],
    ['one for yes', flag, 1, 'hours WRONG_TYPE boolean'],
    ['a word off the list', weekday, 'SUN', 'hours NOT_ONE_OF MON|TUE'],
    ['a digit as a text', rank, '1', 'hours NOT_ONE_OF 1|2'],
    ['nothing given as undefined', nullable(name), undefined, 'hours WRONG_TYPE string'],
    ['a word for a list', days2, 'MON', 'hours WRONG_TYPE array'],
    ['a list too short', days2, [], 'hours WRONG_LENGTH 1..2'],
    ['a list too long', days2, ['MON', 'TUE', 'MON'], 'hours WRONG_LENGTH 1..2'],
    ['a wrong item in a list', list(name), ['noon', 9, 'eve'], 'hours[1] WRONG_TYPE string'],
    ['a list for a record', span, ['09:00', '18:00'], 'hours WRONG_TYPE object'],
    ['nothing for a record', span, null, 'hours WRONG_TYPE object'],
    ['a text for a record', span, '09:00-18:00', 'hours WRONG_TYPE object'],
    ['a record with a key missing', span, { from: '09:00' }, 'hours.to MISSING to'],
    ['a record with a wrong value', span, { from: 9, to: '18:00' }, 'hours.from WRONG_TYPE string'],
    [
      'a record with several faults, each told once',
      span,
      { from: '', till: '18:00' },
      'hours.till UNKNOWN_KEY till; hours.from EMPTY text; hours.to MISSING to',
    ],
    ['a change with an unknown key', change, { till: '18:00' }, 'hours.till UNKNOWN_KEY till'],
    ['a change to a wrong value', change, { to: 18 }, 'hours.to WRONG_TYPE string'],
    ['a list for a change', change, [], 'hours WRONG_TYPE object'],
    ['a record without what is needed', named, { note: 'noon' }, 'hours.from MISSING from'],
    ['a record with a wrong note', named, { from: '09:00', note: 9 }, 'hours.note WRONG_TYPE string'],
    ['a record with an unknown key', named, { from: '09:00', memo: 'noon' }, 'hours.memo UNKNOWN_KEY memo'],
    ['a text for a record with a note', named, '09:00', 'hours WRONG_TYPE object'],
    ['an unknown kind', turn, { kind: 'YEARLY' }, 'hours.kind NOT_ONE_OF DAILY|WEEKLY'],
    ['a kind that every object has by birth', turn, { kind: 'toString' }, 'hours.kind NOT_ONE_OF DAILY|WEEKLY'],
    ['a list with a kind in it', turn, { kind: ['DAILY'] }, 'hours.kind NOT_ONE_OF DAILY|WEEKLY'],
    ['an object without a kind', turn, {}, 'hours.kind NOT_ONE_OF DAILY|WEEKLY'],
    ['a word for an object', turn, 'DAILY', 'hours WRONG_TYPE object'],
    ['nothing for an object', turn, null, 'hours WRONG_TYPE object'],
    ['a kind with another kind’s key', turn, { kind: 'DAILY', weekday: 'MON' }, 'hours.weekday UNKNOWN_KEY weekday'],
  ];

  test.each(refused)('%s is refused by its place', (_sentence, read, value, problems) => {
    const told = reading(read, value);
    expect(told.problems.join('; ')).toBe(problems);
    if (!problems.includes('UNKNOWN_KEY')) expect(told.value).toBeUndefined();
  });

  test('every item that repeats an earlier one is named', () => {
    const read = list(weekday, { unique: (day) => day });
    expect(reading(read, ['MON', 'TUE', 'MON', 'TUE']).problems).toEqual([
      'hours[2] DUPLICATE MON',
      'hours[3] DUPLICATE TUE',
    ]);
  });

  test('at the root of a document a key is named alone', () => {
    const problems: ReadProblem[] = [];
    span({ to: '18:00' }, { path: '', problems });
    expect(problems).toEqual([{ path: 'from', kind: 'MISSING', detail: 'from' }]);
  });
});
