import type { SlaTarget } from '../contracts/terms.js';
import { calendars, target, targets, termsWith } from './contract.fixture.js';
import { evaluateClocks, explainClock } from './evaluate.js';
import { check, clockOf, type Row } from './expect.fixture.js';
import { does, opened, seoul, story, type Line } from './story.fixture.js';

const request = opened('08-03 10:00', 'P3', 'SERVICE_REQUEST');
const asked: readonly Line[] = [request, ['08-03 11:00', 'CLIENT', does.setDate('08-05 18:00', 'REQUESTED')]];

describe('the agreed date (D-SLA-12)', () => {
  const rows: readonly Row[] = [
    [
      'starts when it is asked for',
      asked,
      '08-03 11:00',
      { state: 'RUNNING', due: '08-05 18:00', used: 0, target: 55 * 60 },
    ],
    ['counts nights too', asked, '08-05 10:00', { state: 'RUNNING', due: '08-05 18:00', used: 47 * 60 }],
    [
      'is kept at the very instant',
      [...asked, ['08-05 18:00', 'PROVIDER', does.resolve()]],
      '08-06 09:00',
      { state: 'MET', verdict: 'MET', metAt: '08-05 18:00', due: '08-05 18:00', used: 55 * 60 },
    ],
    [
      'is missed afterwards',
      asked,
      '08-05 18:01',
      { state: 'BREACHED', breachedAt: '08-05 18:00', due: '08-05 18:00' },
    ],
    [
      'does not wait for the client’s answer',
      [...asked, ['08-03 12:00', 'PROVIDER', does.question()], ['08-03 12:00', 'PROVIDER', does.waitForClient()]],
      '08-04 12:00',
      { state: 'RUNNING', due: '08-05 18:00', used: 25 * 60 },
    ],
    [
      'is moved by agreement, earlier or later, and counts from then to the new date',
      [...asked, ['08-04 11:00', 'CLIENT', does.setDate('08-07 12:00', 'AGREED')]],
      '08-06 12:00',
      { state: 'RUNNING', due: '08-07 12:00', used: 73 * 60, verdict: null, target: 97 * 60 },
    ],
    [
      'moved by the provider with consent on record it is agreed',
      [...asked, ['08-04 11:00', 'PROVIDER', does.setDate('08-07 12:00', 'CONSENT_RECORDED')]],
      '08-07 12:00',
      { state: 'RUNNING', due: '08-07 12:00', breachedAt: null },
    ],
    [
      'moved by the provider alone it is missed at that moment, against the date that was agreed',
      [...asked, ['08-04 11:00', 'PROVIDER', does.setDate('08-07 12:00', 'WITHOUT_CONSENT')]],
      '08-04 11:00',
      { state: 'BREACHED', verdict: 'MISSED', breachedAt: '08-04 11:00', due: '08-05 18:00' },
    ],
    [
      'no later agreement makes the miss good',
      [
        ...asked,
        ['08-04 11:00', 'PROVIDER', does.setDate('08-07 12:00', 'WITHOUT_CONSENT')],
        ['08-04 12:00', 'CLIENT', does.setDate('08-07 12:00', 'AGREED')],
        ['08-04 13:00', 'PROVIDER', does.resolve()],
      ],
      '08-08 09:00',
      { state: 'BREACHED', verdict: 'MISSED', breachedAt: '08-04 11:00', metAt: '08-04 13:00' },
    ],
    [
      'a date that was missed stays missed when another is agreed',
      [...asked, ['08-06 11:00', 'CLIENT', does.setDate('08-07 12:00', 'AGREED')]],
      '08-06 11:00',
      { state: 'BREACHED', breachedAt: '08-05 18:00', due: '08-05 18:00', target: 55 * 60 },
    ],
    [
      'a miss is told by the date that was missed, whatever is agreed while it is resolved',
      [
        ...asked,
        ['08-06 11:00', 'PROVIDER', does.resolve()],
        ['08-06 12:00', 'CLIENT', does.setDate('08-07 12:00', 'AGREED')],
      ],
      '08-06 13:00',
      { state: 'BREACHED', breachedAt: '08-05 18:00', due: '08-05 18:00', target: 55 * 60 },
    ],
    [
      'it is counted to the second',
      [request, ['08-03 11:00:30', 'CLIENT', does.setDate('08-03 12:00')]],
      '08-03 11:01:30',
      { state: 'RUNNING', due: '08-03 12:00', used: 1, target: 59.5 },
    ],
    [
      'a reopening leaves the time that was left when it was resolved (D-SLA-6)',
      [...asked, ['08-05 17:00', 'PROVIDER', does.resolve()], ['08-10 09:00', 'CLIENT', does.reopen()]],
      '08-10 09:30',
      { state: 'RUNNING', due: '08-10 10:00', used: 54 * 60 + 30 },
    ],
    [
      'a date agreed after a reopening is that date',
      [
        ...asked,
        ['08-05 17:00', 'PROVIDER', does.resolve()],
        ['08-10 09:00', 'CLIENT', does.reopen()],
        ['08-10 09:30', 'CLIENT', does.setDate('08-12 12:00')],
      ],
      '08-12 12:00',
      { state: 'RUNNING', due: '08-12 12:00' },
    ],
    [
      'a lowered priority gives no more time',
      [...asked, ['08-03 12:00', 'PROVIDER', does.prioritise('P3', 'P2')]],
      '08-03 13:00',
      { state: 'RUNNING', due: '08-05 18:00' },
    ],
    [
      'a cancelled request was neither kept nor missed',
      [...asked, ['08-04 12:00', 'CLIENT', does.cancel()]],
      '08-09 12:00',
      { state: 'CANCELLED', verdict: null },
    ],
    [
      'a date set while it is resolved counts after the reopening',
      [
        ...asked,
        ['08-05 17:00', 'PROVIDER', does.resolve()],
        ['08-06 09:00', 'CLIENT', does.setDate('08-06 12:00')],
        ['08-06 10:00', 'CLIENT', does.reopen()],
      ],
      '08-06 11:00',
      { state: 'RUNNING', due: '08-06 13:00' },
    ],
  ];

  test.each(rows)('%s', (_name, lines, asOf, expected) => {
    check(clockOf(lines, asOf, 'AGREED_DATE'), expected);
  });

  test('there is none without a date, out of scope, or set when all was done', () => {
    expect(clockOf([request], '08-04 10:00', 'AGREED_DATE')).toBeUndefined();
    expect(clockOf(asked, '08-04 10:00', 'AGREED_DATE', 1, null)).toBeUndefined();
    const elsewhere: readonly Line[] = [opened('08-03 10:00', 'P3', 'SERVICE_REQUEST', 'nothing'), ...asked.slice(1)];
    expect(clockOf(elsewhere, '08-04 10:00', 'AGREED_DATE')).toBeUndefined();
    const late: readonly Line[] = [
      request,
      ['08-03 11:00', 'PROVIDER', does.resolve()],
      ['08-03 12:00', 'CLIENT', does.setDate('08-04 09:00')],
    ];
    expect(clockOf(late, '08-05 10:00', 'AGREED_DATE')).toBeUndefined();
  });

  test('warns at the marks of the terms, else at 50, 75 and 90 per cent', () => {
    const warned = (more: readonly SlaTarget[]) =>
      clockOf(asked, '08-03 11:00', 'AGREED_DATE', 1, termsWith({ targets: [...targets, ...more] }));
    const hours = (clock: ReturnType<typeof warned>) =>
      clock?.warnings.map(({ percent, at }) => [percent, (at - seoul('08-03 11:00')) / 60_000]);
    expect(warned([])?.targetId).toBe('AGREED_DATE');
    expect(hours(warned([]))).toEqual([
      [50, 1650],
      [75, 2475],
      [90, 2970],
    ]);
    const own: SlaTarget = { ...target('AGREED_DATE', 'P3', 1), warnAtPercent: [80], types: ['SERVICE_REQUEST'] };
    expect([warned([own])?.targetId, hours(warned([own]))]).toEqual(['AGREED_DATE-P3', [[80, 2640]]]);
    expect(warned([{ ...own, types: [] }])?.targetId).toBe('AGREED_DATE-P3');
    expect(warned([{ ...own, types: ['CHANGE'] }])?.targetId).toBe('AGREED_DATE');
    expect(warned([{ ...own, priority: 'P1' }])?.targetId).toBe('AGREED_DATE');
  });

  test('another date moves no other clock', () => {
    const lines: readonly Line[] = [...asked, ['08-03 12:00', 'CLIENT', does.setDate('08-07 12:00')]];
    const inputs = { events: story(...lines), terms: termsWith(), calendarOf: calendars(), asOf: seoul('08-03 13:00') };
    expect(explainClock(inputs, 'RESOLUTION', 1)?.marks).toEqual([{ kind: 'STARTED', at: seoul('08-03 10:00') }]);
    check(clockOf(lines, '08-03 13:00', 'RESOLUTION'), { due: '08-05 10:00', target: 1080 });
  });

  test('its account names every date, who set it and how, on one unbroken stretch', () => {
    const lines: readonly Line[] = [
      ...asked,
      ['08-04 11:00', 'PROVIDER', does.setDate('08-07 12:00', 'WITHOUT_CONSENT')],
    ];
    const inputs = { events: story(...lines), terms: termsWith(), calendarOf: calendars(), asOf: seoul('08-04 12:00') };
    const account = explainClock(inputs, 'AGREED_DATE', 1);
    expect(account?.marks).toEqual([
      { kind: 'STARTED', at: seoul('08-03 11:00') },
      {
        kind: 'DATE_SET',
        at: seoul('08-03 11:00'),
        dueAt: seoul('08-05 18:00'),
        before: null,
        cause: 'REQUESTED',
        bySide: 'CLIENT',
        byUserId: 'CLIENT-1',
      },
      { kind: 'BREACHED', at: seoul('08-04 11:00') },
      {
        kind: 'DATE_SET',
        at: seoul('08-04 11:00'),
        dueAt: seoul('08-07 12:00'),
        before: seoul('08-05 18:00'),
        cause: 'WITHOUT_CONSENT',
        bySide: 'PROVIDER',
        byUserId: 'PROVIDER-1',
      },
    ]);
    expect(account?.zone).toBe('Asia/Seoul');
    expect(account?.segments).toEqual([
      { from: seoul('08-03 11:00'), to: seoul('08-04 11:00'), cause: { kind: 'RUNNING' }, countedMs: 24 * 3_600_000 },
      { from: seoul('08-04 11:00'), to: seoul('08-04 12:00'), cause: { kind: 'OVERDUE' }, countedMs: 3_600_000 },
    ]);
    expect(evaluateClocks(inputs).map(({ kind }) => kind)).toEqual(['FIRST_RESPONSE', 'RESOLUTION', 'AGREED_DATE']);
  });
});
