import type { ClockKind } from '../contracts/terms.js';
import type { HolidayRevision } from '../time/calendar.js';
import { MINUTE } from '../time/instant.js';
import { calendars, liberationDay, target, targets, termsWith } from './contract.fixture.js';
import type { ClockExplanation } from './clock.js';
import { evaluateClocks, explainClock, explainClocks } from './evaluate.js';
import { atTen } from './expect.fixture.js';
import type { Line } from './story.fixture.js';
import { does, opened, seoul, story } from './story.fixture.js';

const told = (
  lines: readonly Line[],
  asOf: string,
  { kind = 'RESOLUTION', days }: { readonly kind?: ClockKind; readonly days?: readonly HolidayRevision[] } = {},
): ClockExplanation | null =>
  explainClock(
    { events: story(...lines), terms: termsWith(), calendarOf: calendars(days), asOf: seoul(asOf) },
    kind,
    1,
  );

/** Each segment as what it was, until when, and the minutes that it counted. */
const segments = (account: ClockExplanation | null) =>
  account?.segments.map(({ cause, to, countedMs }) => [
    cause.kind === 'HOLIDAY' ? cause.name.en : cause.kind,
    to,
    countedMs / MINUTE,
  ]);

describe('the account of a clock, stretch by stretch (D-SLA-9)', () => {
  test('a night in which it was missed is one night', () => {
    const lines: readonly Line[] = [
      opened('08-03 10:00', 'P3'),
      ['08-03 20:00', 'PROVIDER', does.prioritise('P3', 'P2', 'MISCLASSIFIED')],
    ];
    expect(segments(told(lines, '08-04 10:00'))).toEqual([
      ['RUNNING', seoul('08-03 18:00'), 480],
      ['OUTSIDE_HOURS', seoul('08-04 09:00'), 0],
      ['OVERDUE', seoul('08-04 10:00'), 60],
    ]);
  });

  const missedOnHoliday: readonly Line[] = [
    opened('08-14 10:00', 'P3'),
    ['08-17 12:00', 'PROVIDER', does.prioritise('P3', 'P2', 'MISCLASSIFIED')],
  ];
  const substitute = 'Liberation Day (substitute)';

  test('so is a holiday', () => {
    expect(segments(told(missedOnHoliday, '08-18 10:00'))).toEqual([
      ['RUNNING', seoul('08-14 18:00'), 480],
      ['OUTSIDE_HOURS', seoul('08-17 00:00'), 0],
      [substitute, seoul('08-18 00:00'), 0],
      ['OUTSIDE_HOURS', seoul('08-18 09:00'), 0],
      ['OVERDUE', seoul('08-18 10:00'), 60],
    ]);
  });

  test('two holidays are two, each by its name', () => {
    const founding = { ...liberationDay, date: '2026-08-18', name: { ko: '창립기념일', en: 'Founding Day' } };
    expect(segments(told(missedOnHoliday, '08-19 10:00', { days: [liberationDay, founding] }))?.slice(2, 4)).toEqual([
      [substitute, seoul('08-18 00:00'), 0],
      ['Founding Day', seoul('08-19 00:00'), 0],
    ]);
  });

  test('two reasons to wait are two, each by its own', () => {
    const lines: readonly Line[] = [
      ...[atTen, ['08-03 11:00', 'PROVIDER', does.waitForVendor('C-1')] as const],
      ['08-03 12:00', 'PROVIDER', does.schedule('08-03 14:00')],
    ];
    const waits = told(lines, '08-03 15:00')?.segments.map(({ cause, to }) => [
      cause.kind === 'WAITING' ? cause.name.en : cause.kind,
      to,
    ]);
    expect(waits).toEqual([
      ['RUNNING', seoul('08-03 11:00')],
      ["Client's own supplier", seoul('08-03 12:00')],
      ['Scheduled', seoul('08-03 14:00')],
      ['RUNNING', seoul('08-03 15:00')],
    ]);
    const again: readonly Line[] = [
      ...[atTen, ['08-03 11:00', 'PROVIDER', does.waitForVendor('C-1')] as const],
      ['08-03 12:00', 'PROVIDER', does.waitForVendor('C-2')],
    ];
    expect(segments(told(again, '08-03 13:00'))).toEqual([
      ['RUNNING', seoul('08-03 11:00'), 60],
      ['WAITING', seoul('08-03 12:00'), 0],
      ['WAITING', seoul('08-03 13:00'), 0],
    ]);
  });

  test('begins with the opening that it took from a duplicate', () => {
    const lines: readonly Line[] = [
      opened('08-04 10:00'),
      ['08-04 11:00', 'PROVIDER', does.absorb('08-03 17:00')],
      ['08-04 12:00', 'PROVIDER', does.resolve()],
    ];
    expect(told(lines, '08-04 13:00')?.marks).toEqual([
      { kind: 'STARTED', at: seoul('08-03 17:00') },
      { kind: 'MET', at: seoul('08-04 12:00') },
    ]);
  });

  test('a concession is a mark on the clocks that had stood still, and on no other', () => {
    const lines: readonly Line[] = [
      ...[atTen, ['08-03 10:05', 'PROVIDER', does.question()] as const],
      ['08-03 11:00', 'PROVIDER', does.waitForClient()],
      ['08-03 12:00', 'CLIENT', does.contest(3)],
      ['08-03 13:00', 'PROVIDER', does.settle(3, 'CONCEDED')],
    ];
    const kinds = (kind: ClockKind) => told(lines, '08-03 13:30', { kind })?.marks.map((mark) => mark.kind);
    expect(kinds('FIRST_RESPONSE')).toEqual(['STARTED', 'MET']);
    expect(kinds('RESTORE')).toEqual(['STARTED', 'WAITING_CONCEDED']);
  });
});

describe('all clocks of a ticket', () => {
  const terms = termsWith({ targets: [...targets, target('UPDATE_CADENCE', 'P2', 300)] });
  const lines: readonly Line[] = [
    atTen,
    ['08-03 10:10', 'PROVIDER', does.reply('m1')],
    ['08-03 10:20', 'CLIENT', does.reply('c1')],
    ['08-03 10:30', 'CLIENT', does.setDate('08-05 12:00')],
    ['08-03 11:00', 'PROVIDER', does.reply('m2')],
    ['08-03 11:10', 'CLIENT', does.reply('c2')],
    ['08-03 11:20', 'PROVIDER', does.reply('m3')],
    ['08-03 11:30', 'CLIENT', does.reply('c3')],
  ];
  const inputs = { events: story(...lines), terms, calendarOf: calendars(), asOf: seoul('08-03 12:00') };
  const order = [
    ...['FIRST_RESPONSE 1', 'NEXT_RESPONSE 1', 'NEXT_RESPONSE 2', 'NEXT_RESPONSE 3'],
    ...['UPDATE_CADENCE 1', 'UPDATE_CADENCE 2', 'UPDATE_CADENCE 3', 'UPDATE_CADENCE 4'],
    ...['RESTORE 1', 'RESOLUTION 1', 'AGREED_DATE 1'],
  ];

  test('stand in the order in which people expect them, cycle after cycle', () => {
    expect(evaluateClocks(inputs).map(({ kind, cycle }) => `${kind} ${cycle}`)).toEqual(order);
    expect(explainClocks(inputs).map(({ clock }) => `${clock.kind} ${clock.cycle}`)).toEqual(order);
  });

  test('a clock that was never promised has no account, and a ticket out of contract none at all', () => {
    const p3 = { ...inputs, events: story(opened('08-03 10:00', 'P3')) };
    expect(explainClocks(p3).map(({ clock }) => clock.kind)).toEqual(['FIRST_RESPONSE', 'RESOLUTION']);
    expect(explainClocks({ ...inputs, terms: null })).toEqual([]);
  });

  test('a ticket bound to no version has no clocks, whatever policy it names', () => {
    const [opening, ...rest] = story(...lines);
    if (opening?.kind !== 'OPENED') throw new Error('a story opens a ticket');
    const unbound = { ...opening, binding: { ...opening.binding, contractVersionId: null, policyId: 'policy' } };
    expect(evaluateClocks({ ...inputs, events: [unbound, ...rest] })).toEqual([]);
  });
});
