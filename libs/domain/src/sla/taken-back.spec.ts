import type { TicketEventBody } from '../ticketing/events.js';
import { calendars, target, targets, termsWith } from './contract.fixture.js';
import { explainClock } from './evaluate.js';
import type { Row } from './expect.fixture.js';
import { atTen, check, clockOf } from './expect.fixture.js';
import type { Line } from './story.fixture.js';
import { does, opened, seoul, story } from './story.fixture.js';

const logged = (act: 'OWNER_ACCEPTANCE' | 'ON_SITE', personId: string | null): TicketEventBody => ({
  ...{ kind: 'RESPONSE_LOGGED', v: 1, act, personId },
});

describe('who and what answers (D-SLA-3)', () => {
  const rows: readonly (readonly [string, Parameters<typeof termsWith>[0], Line, 'RUNNING' | 'MET'])[] = [
    ['a message that Daylight sends is no answer', {}, ['08-03 10:05', 'SYSTEM', does.reply()], 'RUNNING'],
    [
      'a public reply is none where only calls are agreed',
      { responseMetBy: ['LOGGED_CALL'] },
      ['08-03 10:05', 'PROVIDER', does.reply()],
      'RUNNING',
    ],
    [
      'a call that the client logs is none',
      { responseMetBy: ['LOGGED_CALL'] },
      ['08-03 10:05', 'CLIENT', does.call()],
      'RUNNING',
    ],
    [
      'an acceptance by nobody in particular is none',
      { responseMetBy: ['OWNER_ACCEPTANCE'] },
      ['08-03 10:05', 'PROVIDER', logged('OWNER_ACCEPTANCE', null)],
      'RUNNING',
    ],
    [
      'an acceptance by a named owner is one where agreed',
      { responseMetBy: ['OWNER_ACCEPTANCE'] },
      ['08-03 10:05', 'PROVIDER', logged('OWNER_ACCEPTANCE', 'u9')],
      'MET',
    ],
    [
      'an arrival on site speaks for itself',
      { responseMetBy: ['ON_SITE'] },
      ['08-03 10:05', 'PROVIDER', logged('ON_SITE', null)],
      'MET',
    ],
  ];
  test.each(rows)('%s', (_, change, line, state) => {
    check(clockOf([atTen, line], '08-03 10:20', 'FIRST_RESPONSE', 1, termsWith(change)), { state });
  });
});

const reply = (at: string, id: string): Line => [at, 'PROVIDER', does.reply(id)];
const takeBack = (at: string, id: string): Line => [at, 'PROVIDER', does.withdraw(id)];

describe('a first answer that is taken back', () => {
  const rows: readonly Row[] = [
    [
      'the second answer, at the due instant, keeps it met',
      [atTen, reply('08-03 10:05', 'm1'), reply('08-03 10:30', 'm2'), takeBack('08-03 11:00', 'm1')],
      '08-03 12:00',
      { state: 'MET', metAt: '08-03 10:30', due: '08-03 10:30' },
    ],
    [
      'an answer given at the same moment takes its place',
      [atTen, reply('08-03 10:05', 'm1'), reply('08-03 10:05', 'm2'), takeBack('08-03 11:00', 'm1')],
      '08-03 12:00',
      { state: 'MET', metAt: '08-03 10:05' },
    ],
    [
      'the second answer came too late: missed at the withdrawal, for until then it was met',
      [atTen, reply('08-03 10:05', 'm1'), reply('08-03 10:45', 'm2'), takeBack('08-03 11:00', 'm1')],
      '08-03 12:00',
      { state: 'BREACHED', breachedAt: '08-03 11:00', metAt: '08-03 10:45', due: '08-03 11:00', used: 45 },
    ],
    [
      'a late answer taken back leaves the miss, and the next answer ends the wait',
      [atTen, reply('08-03 10:45', 'm1'), reply('08-03 10:50', 'm2'), takeBack('08-03 11:00', 'm1')],
      '08-03 12:00',
      { state: 'BREACHED', breachedAt: '08-03 10:30', metAt: '08-03 10:50', used: 50 },
    ],
    [
      'a late answer taken back without another: the client waits on',
      [atTen, reply('08-03 10:45', 'm1'), takeBack('08-03 11:00', 'm1')],
      '08-03 12:00',
      { state: 'BREACHED', breachedAt: '08-03 10:30', metAt: null, used: 120 },
    ],
    [
      'both answers taken back, it was never answered',
      [
        ...[atTen, reply('08-03 10:05', 'm1'), reply('08-03 10:15', 'm2')],
        ...[takeBack('08-03 11:00', 'm1'), takeBack('08-03 11:10', 'm2')],
      ],
      '08-03 12:00',
      { state: 'BREACHED', breachedAt: '08-03 11:10', metAt: null },
    ],
    [
      'an answer that met nothing changes nothing when it is taken back',
      [atTen, reply('08-03 10:05', 'm1'), reply('08-03 10:15', 'm2'), takeBack('08-03 11:00', 'm2')],
      '08-03 12:00',
      { state: 'MET', metAt: '08-03 10:05' },
    ],
  ];
  test.each(rows)('%s', (_, lines, asOf, expected) => check(clockOf(lines, asOf, 'FIRST_RESPONSE'), expected));

  test('no warning is dated before the withdrawal that made it due', () => {
    const lines = [atTen, reply('08-03 10:05', 'm1'), takeBack('08-03 10:20', 'm1')];
    const clock = clockOf(lines, '08-03 10:21', 'FIRST_RESPONSE');
    expect(clock?.warnings.map(({ percent, at }) => [percent, at])).toEqual([
      [50, seoul('08-03 10:20')],
      [75, seoul('08-03 10:22:30')],
      [90, seoul('08-03 10:27')],
    ]);
  });

  test('its account keeps the answer, the withdrawal and the miss', () => {
    const marks = (lines: readonly Line[]) => {
      const events = story(...lines);
      const inputs = { events, terms: termsWith(), calendarOf: calendars(), asOf: seoul('08-03 12:00') };
      return explainClock(inputs, 'FIRST_RESPONSE', 1)?.marks.map(({ kind, at }) => [kind, at]);
    };
    const started = ['STARTED', seoul('08-03 10:00')];
    const met = ['MET', seoul('08-03 10:05')];
    expect(marks([atTen, reply('08-03 10:05', 'm1'), takeBack('08-03 11:00', 'm1')])).toEqual([
      ...[started, met],
      ...[
        ['REOPENED', seoul('08-03 11:00')],
        ['BREACHED', seoul('08-03 11:00')],
      ],
    ]);
    expect(
      marks([atTen, reply('08-03 10:05', 'm1'), reply('08-03 10:45', 'm2'), takeBack('08-03 11:00', 'm1')]),
    ).toEqual([started, met, ['BREACHED', seoul('08-03 11:00')]]);
    expect(marks([atTen, ['08-03 10:05', 'CLIENT', does.close('CLIENT')]])).toEqual([
      started,
      ['CANCELLED', seoul('08-03 10:05')],
    ]);
    expect(marks([atTen, ['08-03 10:05', 'PROVIDER', does.merge()]])).toEqual([
      started,
      ['CANCELLED', seoul('08-03 10:05')],
    ]);
  });
});

describe('words of the client that wait for an answer', () => {
  const answered: readonly Line[] = [atTen, reply('08-03 10:10', 'm1')];
  const asks = (at: string, id: string): Line => [at, 'CLIENT', does.reply(id)];
  const unasks = (at: string, id: string): Line => [at, 'CLIENT', does.withdraw(id)];
  const rows: readonly Row[] = [
    [
      'of two questions one is taken back: the other waits since the first',
      [...answered, asks('08-03 11:00', 'c1'), asks('08-03 11:30', 'c2'), unasks('08-03 11:40', 'c1')],
      '08-03 11:50',
      { state: 'RUNNING', due: '08-03 13:00', used: 50 },
    ],
    [
      'both taken back, nobody waits',
      [
        ...[...answered, asks('08-03 11:00', 'c1'), asks('08-03 11:30', 'c2')],
        ...[unasks('08-03 11:40', 'c1'), unasks('08-03 11:45', 'c2')],
      ],
      '08-03 12:00',
      { state: 'CANCELLED', verdict: null, used: 45 },
    ],
    [
      'answered, it stays met when the question is taken back',
      [...answered, asks('08-03 11:00', 'c1'), reply('08-03 12:00', 'm2'), unasks('08-03 12:30', 'c1')],
      '08-03 13:00',
      { state: 'MET', metAt: '08-03 12:00', used: 60 },
    ],
    [
      'missed, it stays missed when the question is taken back, and uses no more time',
      [...answered, asks('08-03 11:00', 'c1'), unasks('08-03 13:30', 'c1')],
      '08-03 15:00',
      { state: 'BREACHED', breachedAt: '08-03 13:00', metAt: null, used: 150 },
    ],
    [
      'an answer taken back: earlier answers were to something else',
      [...answered, asks('08-03 11:00', 'c1'), reply('08-03 12:00', 'm2'), takeBack('08-03 12:10', 'm2')],
      '08-03 12:30',
      { state: 'RUNNING', metAt: null, due: '08-03 13:00', used: 90 },
    ],
    [
      'resolving is no answer',
      [...answered, asks('08-03 11:00', 'c1'), ['08-03 11:30', 'PROVIDER', does.resolve()]],
      '08-03 12:00',
      { state: 'RUNNING', due: '08-03 13:00', used: 60 },
    ],
  ];
  test.each(rows)('%s', (_, lines, asOf, expected) => check(clockOf(lines, asOf, 'NEXT_RESPONSE'), expected));

  test('a burst is one cycle; what comes after a question taken back too late is the next', () => {
    const burst = [...answered, asks('08-03 11:00', 'c1'), asks('08-03 11:30', 'c2')];
    expect(clockOf(burst, '08-03 11:50', 'NEXT_RESPONSE', 2)).toBeUndefined();
    const late = [...answered, asks('08-03 11:00', 'c1'), unasks('08-03 13:30', 'c1'), asks('08-03 14:00', 'c2')];
    check(clockOf(late, '08-03 15:00', 'NEXT_RESPONSE', 2), { state: 'RUNNING', due: '08-03 16:00' });
  });

  test('a word that was promised no answer has no number', () => {
    const lines: readonly Line[] = [
      opened('08-03 10:00', 'P1'),
      ...[reply('08-03 10:05', 'm1'), asks('08-03 10:10', 'c1'), reply('08-03 10:20', 'm2')],
      ['08-03 10:30', 'PROVIDER', does.prioritise('P1', 'P3')],
      asks('08-03 11:00', 'c2'),
    ];
    check(clockOf(lines, '08-03 12:00', 'NEXT_RESPONSE', 1), { state: 'RUNNING', due: '08-03 15:00', used: 60 });
    expect(clockOf(lines, '08-03 12:00', 'NEXT_RESPONSE', 2)).toBeUndefined();
  });

  const resolved: readonly Line[] = [...answered, ['08-03 11:00', 'PROVIDER', does.resolve()]];
  const reopens = (at: string): Line => [at, 'CLIENT', does.reopen()];

  test('words taken back before the reopening ask nothing', () => {
    const lines = [...resolved, asks('08-03 14:00', 'c1'), unasks('08-03 14:05', 'c1'), reopens('08-03 14:10')];
    expect(clockOf(lines, '08-03 15:00', 'NEXT_RESPONSE')).toBeUndefined();
    const two = [...resolved, asks('08-03 14:00', 'c1'), asks('08-03 14:01', 'c2'), unasks('08-03 14:05', 'c1')];
    const open = [...two, reopens('08-03 14:10')];
    check(clockOf(open, '08-03 15:00', 'NEXT_RESPONSE'), { state: 'RUNNING', due: '08-03 16:10' });
    check(clockOf([...open, unasks('08-03 14:20', 'c2')], '08-03 15:00', 'NEXT_RESPONSE'), { state: 'CANCELLED' });
  });

  test('a reopening without a word asks nothing, and before the first answer a word waits for that', () => {
    expect(clockOf([...resolved, reopens('08-03 14:00')], '08-03 15:00', 'NEXT_RESPONSE')).toBeUndefined();
    const unanswered: readonly Line[] = [atTen, ['08-03 10:05', 'PROVIDER', does.resolve()]];
    const lines = [...unanswered, asks('08-03 10:10', 'c1'), reopens('08-03 10:10')];
    expect(clockOf(lines, '08-03 10:20', 'NEXT_RESPONSE')).toBeUndefined();
  });

  test('closing what was resolved forgets no word', () => {
    const lines: readonly Line[] = [
      ...[...resolved, asks('08-03 14:00', 'c1')],
      ['08-03 15:00', 'SYSTEM', does.close()],
      reopens('08-03 16:00'),
    ];
    check(clockOf(lines, '08-03 17:00', 'NEXT_RESPONSE'), { state: 'RUNNING', due: '08-03 18:00' });
  });

  test('a client that closes takes back no answer that was given', () => {
    const lines: readonly Line[] = [...answered, ['08-03 10:20', 'CLIENT', does.close('CLIENT')]];
    check(clockOf(lines, '08-03 12:00', 'FIRST_RESPONSE'), { state: 'MET', metAt: '08-03 10:10' });
  });

  test('what is written after a merge asks nothing', () => {
    const lines: readonly Line[] = [...answered, ['08-03 12:00', 'PROVIDER', does.merge()], asks('08-03 13:00', 'c1')];
    expect(clockOf(lines, '08-03 14:00', 'NEXT_RESPONSE')).toBeUndefined();
  });
});

describe('public updates and what stops them (D-SLA-11)', () => {
  const terms = termsWith({ targets: [...targets, target('UPDATE_CADENCE', 'P2', 120)] });
  const cycle = (lines: readonly Line[], asOf: string, number: number) =>
    clockOf(lines, asOf, 'UPDATE_CADENCE', number, terms);

  test('a reply while it is resolved is no update that anybody owed', () => {
    const lines: readonly Line[] = [atTen, ['08-03 11:00', 'PROVIDER', does.resolve()], reply('08-03 11:30', 'm1')];
    check(cycle(lines, '08-03 15:00', 1), { state: 'PAUSED', used: 60, metAt: null });
    expect(cycle(lines, '08-03 15:00', 2)).toBeUndefined();
  });

  test('waiting told after the resolution starts nothing again', () => {
    const lines: readonly Line[] = [
      ...[atTen, ['08-03 11:00', 'PROVIDER', does.resolve()] as const],
      ['08-03 12:00', 'PROVIDER', does.waitForVendor('C-1')],
      ['08-03 13:00', 'CLIENT', does.resume()],
    ];
    check(cycle(lines, '08-04 12:00', 1), { state: 'PAUSED', used: 60 });
  });

  test('they are owed from the last word on when a change of priority promises them', () => {
    const lines: readonly Line[] = [
      ...[opened('08-03 10:00', 'P3'), reply('08-03 10:30', 'm1')],
      ['08-03 11:00', 'PROVIDER', does.prioritise('P3', 'P2')],
    ];
    check(cycle(lines, '08-03 12:00', 1), { state: 'RUNNING', due: '08-03 13:00', used: 90 });
    expect(cycle(lines, '08-03 12:00', 2)).toBeUndefined();
  });

  const waiting: readonly Line[] = [
    atTen,
    ['08-03 11:00', 'PROVIDER', does.question()],
    ['08-03 11:00', 'PROVIDER', does.waitForClient()],
  ];
  test('an update while the client is waited for starts a cycle that stands still', () => {
    const lines = [...waiting, reply('08-03 12:00', 'm2')];
    check(cycle(lines, '08-03 17:00', 2), { state: 'MET', used: 0 });
    check(cycle(lines, '08-03 17:00', 3), { state: 'PAUSED', used: 0, due: null });
    const resumed: readonly Line[] = [...lines, ['08-03 16:00', 'CLIENT', does.resume()]];
    check(cycle(resumed, '08-03 17:00', 3), { state: 'RUNNING', used: 60, due: '08-03 18:00' });
  });

  test('an update before the agreed date starts a cycle that runs from that date', () => {
    const lines: readonly Line[] = [
      ...[atTen, ['08-03 11:00', 'PROVIDER', does.schedule('08-05 10:00')] as const],
      reply('08-04 12:00', 'm1'),
    ];
    check(cycle(lines, '08-05 09:59', 2), { state: 'PAUSED', used: 0 });
    check(cycle(lines, '08-05 11:00', 2), { state: 'RUNNING', used: 60, due: '08-05 12:00' });
  });
});
