import type { SlaTarget } from '../contracts/terms.js';
import { MINUTE } from '../time/instant.js';
import type { HolidayRevision } from '../time/calendar.js';
import { calendars, liberationDay, target, targets, termsWith } from './contract.fixture.js';
import { evaluateClocks, explainClock } from './evaluate.js';
import { atTen, check, clockOf } from './expect.fixture.js';
import { nextInstants } from './next-instants.js';
import { promisedTimes } from './promise.js';
import type { Line } from './story.fixture.js';
import { does, opened, seoul, story } from './story.fixture.js';

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
  test('spare a clock that would have been missed on the day itself', () => {
    check(resolution([declared('08-03 15:00')], '08-04 12:00'), { state: 'RUNNING', due: '08-05 11:00' });
    check(resolution([declared('08-03 15:00')], '08-05 12:00'), { state: 'BREACHED', breachedAt: '08-05 11:00' });
  });
  test('taken back in time, bring the due instant forward', () => {
    const declaration = declared('08-01 09:00');
    const revocation = { ...declaration, knownAt: seoul('08-03 15:00'), revoked: true };
    check(resolution([declaration, revocation], '08-03 14:00'), { due: '08-05 11:00' });
    check(resolution([declaration, revocation], '08-03 15:00'), { due: '08-04 11:00' });
    check(resolution([declaration, revocation], '08-04 12:00'), { state: 'BREACHED', breachedAt: '08-04 11:00' });
  });
  test('taken back too late, make a miss at the moment that is known and not before', () => {
    const declaration = declared('08-01 09:00');
    const revocation = { ...declaration, knownAt: seoul('08-04 15:00'), revoked: true };
    check(resolution([declaration, revocation], '08-04 14:00'), { state: 'RUNNING', due: '08-05 11:00' });
    check(resolution([declaration, revocation], '08-05 10:00'), { state: 'BREACHED', breachedAt: '08-04 15:00' });
  });
  test('declared at the very due instant, still move it', () => {
    check(resolution([declared('08-04 11:00')], '08-04 12:00'), { state: 'RUNNING', due: '08-05 11:00' });
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

describe('before and after the opening', () => {
  const ask = (change: { readonly type?: 'INCIDENT' | 'SERVICE_REQUEST'; readonly serviceItemId?: string }) =>
    promisedTimes({
      terms: termsWith(),
      calendarOf: calendars(),
      serviceItemId: 'servers',
      priority: 'P2',
      type: 'INCIDENT',
      at: seoul('08-14 17:00'),
      ...change,
    }).map(({ clock, dueAt }) => [clock, dueAt]);

  test('what is promised is what the ticket gets', () => {
    const clocks = evaluateClocks({
      events: story(opened('08-14 17:00')),
      terms: termsWith(),
      calendarOf: calendars(),
      asOf: seoul('08-14 17:00'),
    });
    expect(ask({})).toEqual(clocks.map(({ kind, dueAt }) => [kind, dueAt]));
    expect(ask({})).toEqual([
      ['FIRST_RESPONSE', seoul('08-14 17:30')],
      ['RESTORE', seoul('08-18 12:00')],
      ['RESOLUTION', seoul('08-18 16:00')],
    ]);
  });
  test('nothing is restored for a request, and nothing promised out of scope', () => {
    expect(ask({ type: 'SERVICE_REQUEST' }).map(([clock]) => clock)).toEqual(['FIRST_RESPONSE', 'RESOLUTION']);
    expect(ask({ serviceItemId: 'elsewhere' })).toEqual([]);
  });
  test('of two targets the one that names the type goes first, and one for another type promises nothing', () => {
    const of = (types: SlaTarget['types'], minutes: number) => ({ ...target('RESOLUTION', 'P2', minutes), types });
    const due = (...given: readonly SlaTarget[]) =>
      promisedTimes({
        ...{ terms: termsWith({ targets: given }), calendarOf: calendars(), serviceItemId: 'servers' },
        ...{ priority: 'P2', type: 'SECURITY_INCIDENT', at: seoul('08-03 10:00') },
      }).map(({ dueAt }) => dueAt);
    const [general, own, other] = [of([], 60), of(['SECURITY_INCIDENT'], 120), of(['CHANGE'], 180)];
    expect(due(general, own)).toEqual([seoul('08-03 12:00')]);
    expect(due(own, general)).toEqual([seoul('08-03 12:00')]);
    expect(due(other, general, of([], 240))).toEqual([seoul('08-03 11:00')]);
    expect(due(other)).toEqual([]);
  });
  test('updates are promised before the opening too, and restoring a security incident', () => {
    const terms = termsWith({ targets: [...targets, target('UPDATE_CADENCE', 'P2', 120)] });
    const opening = {
      serviceItemId: 'servers',
      priority: 'P2',
      type: 'SECURITY_INCIDENT',
      at: seoul('08-03 10:00'),
    } as const;
    const promised = promisedTimes({ terms, calendarOf: calendars(), ...opening });
    expect(promised.map(({ clock, dueAt }) => [clock, dueAt])).toEqual([
      ['FIRST_RESPONSE', seoul('08-03 10:30')],
      ['UPDATE_CADENCE', seoul('08-03 12:00')],
      ['RESTORE', seoul('08-03 14:00')],
      ['RESOLUTION', seoul('08-03 18:00')],
    ]);
  });
  test('timers of several clocks stand in order of time; what is due at the moment of asking has been told', () => {
    const asOf = seoul('08-03 10:00');
    const inputs = { events: story(atTen), terms: termsWith(), calendarOf: calendars(), asOf };
    const all = nextInstants(evaluateClocks(inputs));
    expect(all.map(({ clock, percent, at }) => `${clock} ${percent} ${(at - asOf) / MINUTE}`)).toEqual([
      ...['FIRST_RESPONSE 50 15', 'FIRST_RESPONSE 75 22.5', 'FIRST_RESPONSE 90 27'],
      `FIRST_RESPONSE 100 ${30 + 1 / MINUTE}`,
      ...['RESTORE 50 120', 'RESTORE 75 180', 'RESTORE 90 216'],
      ...['RESOLUTION 50 240', `RESTORE 100 ${240 + 1 / MINUTE}`, 'RESOLUTION 75 360', 'RESOLUTION 90 432'],
      `RESOLUTION 100 ${480 + 1 / MINUTE}`,
    ]);
    const after = seoul('08-03 17:12');
    expect(nextInstants(evaluateClocks(inputs), after).map(({ percent }) => percent)).toEqual([100]);
  });
  test('timers are armed for warnings and for the first instant of a breach', () => {
    const events = story(atTen, ['08-03 10:10', 'PROVIDER', does.reply()], ['08-03 10:20', 'PROVIDER', does.restore()]);
    const asOf = seoul('08-03 15:00');
    const clocks = evaluateClocks({ events, terms: termsWith(), calendarOf: calendars(), asOf });
    expect(nextInstants(clocks, asOf).map(({ clock, what, percent, at }) => [clock, what, percent, at])).toEqual([
      ['RESOLUTION', 'WARNING', 75, seoul('08-03 16:00')],
      ['RESOLUTION', 'WARNING', 90, seoul('08-03 17:12')],
      ['RESOLUTION', 'BREACH', 100, seoul('08-03 18:00') + 1],
    ]);
  });
});
