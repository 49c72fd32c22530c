import type { SlaPolicy } from '@daylight/domain';
import { readAmount, writeAmount } from './amount.js';
import { paste, readTable, rowsOf, withCell, withLine } from './matrix.js';

const policy: SlaPolicy = {
  id: 'standard',
  name: { ko: '표준', en: 'Standard' },
  targets: [
    {
      id: 'p1-first-response',
      clock: 'FIRST_RESPONSE',
      priority: 'P1',
      types: [],
      amount: { unit: 'MINUTES', minutes: 15 },
      calendarId: 'always',
      warnAtPercent: [50],
    },
    {
      id: 'p1-restore',
      clock: 'RESTORE',
      priority: 'P1',
      types: ['INCIDENT'],
      amount: { unit: 'MINUTES', minutes: 240 },
      calendarId: 'always',
      warnAtPercent: [],
    },
  ],
};
const around = { taken: new Set(['p2-first-response']), firstCalendarId: 'office' };
const said = (from: SlaPolicy) =>
  from.targets.map(
    ({ clock, priority, amount, calendarId }) => `${priority} ${clock} ${writeAmount(amount, 'en')} ${calendarId}`,
  );

describe('what may be written into a cell of the SLA grid', () => {
  it.each([
    ['30', '30 min'],
    ['30m', '30 min'],
    ['30분', '30 min'],
    ['4h', '4 h'],
    ['4 시간', '4 h'],
    ['1h 30m', '1 h 30 min'],
    ['1시간30분', '1 h 30 min'],
    ['1.5h', '1 h 30 min'],
    ['1:30', '1 h 30 min'],
    ['90', '1 h 30 min'],
    ['48h', '48 h'],
    ['5bd', '5 business days'],
    ['5영업일', '5 business days'],
    ['1 business day', '1 business day'],
  ])('%s means %s', (written, meant) => {
    const read = readAmount(written);
    expect(read.kind === 'amount' ? writeAmount(read.amount, 'en') : read.kind).toBe(meant);
  });

  it.each(['', ' ', '-', '–', '없음', 'n/a'])('"%s" promises nothing', (written) =>
    expect(readAmount(written).kind).toBe('empty'),
  );

  it.each(['5d', '5일', 'soon', '0', '366bd', '9999999', '-5', '1h30'])('%s is refused instead of guessed', (written) =>
    expect(readAmount(written).kind).toBe('unreadable'),
  );

  it('what is shown can be typed again', () => {
    for (const minutes of [1, 59, 60, 90, 2_880])
      for (const language of ['ko', 'en'] as const)
        expect(readAmount(writeAmount({ unit: 'MINUTES', minutes }, language))).toEqual({
          kind: 'amount',
          amount: { unit: 'MINUTES', minutes },
        });
  });
});

describe('the SLA grid of a policy', () => {
  it('has a line for each clock, and one per set of ticket types where they differ', () => {
    expect(rowsOf(policy).map(({ key }) => key)).toEqual([
      'FIRST_RESPONSE/',
      'NEXT_RESPONSE/',
      'UPDATE_CADENCE/',
      'RESTORE/INCIDENT',
      'RESOLUTION/',
      'AGREED_DATE/',
    ]);
    expect(rowsOf(policy, [{ clock: 'RESOLUTION', types: ['CHANGE'] }]).map(({ key }) => key)).toContain(
      'RESOLUTION/CHANGE',
    );
  });

  it('a new promise runs on the calendar of its line and gets an id that nothing else in the contract has', () => {
    const [row] = rowsOf(policy);
    if (row === undefined) throw new Error('no line');
    const next = withCell(policy, row, 'P2', { unit: 'MINUTES', minutes: 30 }, around);
    expect(next.targets.at(-1)).toMatchObject({
      id: 'p2-first-response-2',
      calendarId: 'always',
      types: [],
      warnAtPercent: [50],
    });
  });

  it('emptying a cell takes the promise away', () => {
    const [row] = rowsOf(policy);
    if (row === undefined) throw new Error('no line');
    expect(said(withCell(policy, row, 'P1', null, around))).toEqual(['P1 RESTORE 4 h always']);
  });

  it('a line can be moved to other hours as a whole', () => {
    const [row] = rowsOf(policy);
    if (row === undefined) throw new Error('no line');
    expect(said(withLine(policy, row, { calendarId: 'office' }))).toEqual([
      'P1 FIRST_RESPONSE 15 min office',
      'P1 RESTORE 4 h always',
    ]);
  });
});

describe('pasting from a spreadsheet', () => {
  it('reads tabs, lines and quoted cells', () => {
    expect(readTable('15m\t30m\r\n"1h"\t\n')).toEqual([
      ['15m', '30m'],
      ['1h', ''],
    ]);
  });

  it('fills the grid from the chosen cell on', () => {
    const {
      policy: next,
      changed,
      refused,
      outside,
    } = paste(policy, rowsOf(policy), { row: 0, column: 0 }, '10m\t30m\t4h\n\t1h\t2bd', around);
    expect(said(next)).toEqual([
      'P1 FIRST_RESPONSE 10 min always',
      'P1 RESTORE 4 h always',
      'P2 FIRST_RESPONSE 30 min always',
      'P3 FIRST_RESPONSE 4 h always',
      'P2 NEXT_RESPONSE 1 h office',
      'P3 NEXT_RESPONSE 2 business days office',
    ]);
    expect([changed, refused, outside]).toEqual([6, [], 0]);
  });

  it('leaves cells alone whose text it can’t read, and says which', () => {
    const { policy: next, refused } = paste(policy, rowsOf(policy), { row: 0, column: 0 }, 'asap\t30m', around);
    expect(said(next)).toContain('P1 FIRST_RESPONSE 15 min always');
    expect(refused).toEqual([{ spot: { row: 0, column: 0 }, text: 'asap' }]);
  });

  it('counts what lies outside of the grid', () => {
    expect(paste(policy, rowsOf(policy), { row: 5, column: 4 }, '1h\t2h\n3h', around)).toMatchObject({
      changed: 1,
      outside: 2,
    });
  });

  it('an empty cell of the copied range takes the promise away', () => {
    expect(said(paste(policy, rowsOf(policy), { row: 0, column: 0 }, '-', around).policy)).toEqual([
      'P1 RESTORE 4 h always',
    ]);
  });
});
