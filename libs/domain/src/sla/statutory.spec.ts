import { parseIso, toIso } from '../time/iso.js';
import type { StatutoryClock, StatutoryFulfilment, StatutoryTemplate } from './statutory.js';
import { cloudOutageOwedAt, nextStatutoryInstants, statutoryClocks } from './statutory.js';
import { STATUTORY_TEMPLATES, statutoryTemplatesFor } from './statutory-templates.js';

const HOUR = 3_600_000;
const MIN = 60_000;

function at(text: string): number {
  const instant = parseIso(text);
  if (instant === null) throw new Error(`not an instant: ${text}`);
  return instant;
}

function template(id: string): StatutoryTemplate {
  const found = STATUTORY_TEMPLATES.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no template ${id}`);
  return found;
}

/** Saturday of a long weekend: statutory time runs on. */
const aware = at('2026-09-26T03:00:00+09:00');

function clocks(id: string, now: number, fulfilments: readonly StatutoryFulfilment[] = [], zone = 'Asia/Seoul') {
  return statutoryClocks(template(id), { awareAt: aware, zone, fulfilments }, now);
}

const due = (list: readonly StatutoryClock[]) =>
  list.map(({ dutyId, dueAt }) => `${dutyId} ${toIso(dueAt).slice(0, 16)}`);

describe('what is owed, and by when', () => {
  test.each<readonly [string, readonly string[]]>([
    [
      'KR_PERSONAL_DATA_LEAK',
      ['TELL_CONTROLLER 2026-09-25T18:00', 'NOTIFY_DATA_SUBJECTS 2026-09-28T18:00', 'REPORT_LEAK 2026-09-28T18:00'],
    ],
    ['KR_INTRUSION', ['REPORT_INTRUSION 2026-09-26T18:00']],
    ['KR_CLOUD_OUTAGE', ['TELL_USERS 2026-09-25T18:00']],
    [
      'EU_GDPR',
      ['TELL_CONTROLLER 2026-09-25T18:00', 'NOTIFY_AUTHORITY 2026-09-28T18:00', 'TELL_DATA_SUBJECTS 2026-09-25T18:00'],
    ],
    [
      'EU_NIS2',
      ['EARLY_WARNING 2026-09-26T18:00', 'INCIDENT_NOTIFICATION 2026-09-28T18:00', 'FINAL_REPORT 2026-10-28T18:00'],
    ],
  ])('%s', (id, expected) => expect(due(clocks(id, aware))).toEqual(expected));

  test('every template names its law, both languages and counsel, and counts only from duties before', () => {
    for (const { duties, checkWithCounsel, name } of STATUTORY_TEMPLATES) {
      expect([checkWithCounsel, name.ko.length > 3, name.en.length > 3, duties.length > 0]).toEqual([
        true,
        true,
        true,
        true,
      ]);
      for (const [index, { source, countsFrom }] of duties.entries()) {
        expect(source).toMatch(/ art\. \d+/);
        const before = duties.slice(0, index).map(({ id }) => id);
        if (countsFrom !== 'AWARENESS') expect(before).toContain(countsFrom.duty);
      }
    }
  });

  test.each<readonly [StatutoryTemplate['trigger'], readonly string[], readonly string[]]>([
    ['PERSONAL_DATA_LEAK', ['KR'], ['KR_PERSONAL_DATA_LEAK']],
    ['PERSONAL_DATA_LEAK', ['KR', 'EU'], ['KR_PERSONAL_DATA_LEAK', 'EU_GDPR']],
    ['SECURITY_INCIDENT', ['EU', 'KR'], ['KR_INTRUSION', 'EU_NIS2']],
    ['CLOUD_OUTAGE', ['EU'], []],
    ['CLOUD_OUTAGE', ['KR'], ['KR_CLOUD_OUTAGE']],
  ])('%s in %j asks for %j', (trigger, jurisdictions, ids) => {
    expect(statutoryTemplatesFor(trigger, jurisdictions).map(({ id }) => id)).toEqual(ids);
  });
});

describe('a statutory clock', () => {
  const report = (at: number): StatutoryFulfilment => ({ dutyId: 'REPORT_INTRUSION', at });
  const end = aware + 24 * HOUR;
  const standing = (now: number, ...done: readonly StatutoryFulfilment[]) =>
    clocks('KR_INTRUSION', now, done).map(({ state, metAt, breachedAt }) => [state, metAt, breachedAt]);

  test('is told whole', () => {
    expect(clocks('KR_INTRUSION', aware)).toEqual([
      {
        templateId: 'KR_INTRUSION',
        dutyId: 'REPORT_INTRUSION',
        state: 'RUNNING',
        startedAt: aware,
        dueAt: end,
        metAt: null,
        breachedAt: null,
        warnings: [
          { percent: 50, at: aware + 12 * HOUR },
          { percent: 75, at: aware + 18 * HOUR },
          { percent: 90, at: aware + 21.6 * HOUR },
        ],
      },
    ]);
  });

  test.each<readonly [string, number, readonly StatutoryFulfilment[], readonly unknown[]]>([
    ['runs up to its due instant', end, [], ['RUNNING', null, null]],
    ['is missed a millisecond later', end + 1, [], ['BREACHED', null, end]],
    ['is met at the due instant', end + HOUR, [report(end)], ['MET', end, null]],
    ['is missed when done later, and says when it was done', end + HOUR, [report(end + 1)], ['BREACHED', end + 1, end]],
    ['goes by the first fulfilment', end + HOUR, [report(end + 5), report(end - 5)], ['MET', end - 5, null]],
    ['does not know what lies ahead', aware, [report(aware + 1)], ['RUNNING', null, null]],
    ['knows what happens now', aware + 1, [report(aware + 1)], ['MET', aware + 1, null]],
    ['is met by a report made before', aware, [report(aware - HOUR)], ['MET', aware - HOUR, null]],
    ['is not met by another duty', end + 1, [{ dutyId: 'OTHER', at: aware }], ['BREACHED', null, end]],
  ])('%s', (_, now, done, expected) => expect(standing(now, ...done)).toEqual([expected]));

  test('what is owed at once is missed from the next millisecond on', () => {
    expect([aware, aware + 1].map((now) => clocks('KR_CLOUD_OUTAGE', now).map(({ state }) => state))).toEqual([
      ['RUNNING'],
      ['BREACHED'],
    ]);
  });

  test('warns no more once it is done', () => {
    expect(clocks('KR_INTRUSION', aware + 1, [report(aware + 1)])[0]?.warnings).toEqual([]);
  });
});

describe('a month counts from the notification, on the wall', () => {
  const notified = (text: string) => [{ dutyId: 'INCIDENT_NOTIFICATION', at: at(text) }];
  const final = (text: string, zone: string) => {
    const clock = clocks('EU_NIS2', at('2027-06-01T00:00Z'), notified(text), zone).find(
      ({ dutyId }) => dutyId === 'FINAL_REPORT',
    );
    return clock === undefined ? null : [toIso(clock.startedAt).slice(0, 16), toIso(clock.dueAt).slice(0, 16)];
  };
  test.each([
    ['at the same time of day', '2026-09-27T10:00:00+02:00', 'Europe/Berlin', '2026-09-27T08:00', '2026-10-27T09:00'],
    [
      'the 31st becomes the last of the month',
      '2027-01-31T10:00:00+01:00',
      'Europe/Berlin',
      '2027-01-31T09:00',
      '2027-02-28T09:00',
    ],
    ['December leads into January', '2026-12-15T23:30:00+09:00', 'Asia/Seoul', '2026-12-15T14:30', '2027-01-15T14:30'],
    [
      'an hour that is skipped that day moves to the end of the skip',
      '2027-02-28T02:30:00+01:00',
      'Europe/Berlin',
      '2027-02-28T01:30',
      '2027-03-28T01:00',
    ],
  ])('%s', (_, text, zone, start, end) => expect(final(text, zone)).toEqual([start, end]));

  test('without a notification from the instant at which it was due', () => {
    const [, notification, report] = clocks('EU_NIS2', aware);
    expect(report?.startedAt).toBe(notification?.dueAt);
  });
});

test('timers are armed for warnings and breaches that lie ahead, in order', () => {
  const told = (after: number, done: readonly StatutoryFulfilment[] = []) =>
    nextStatutoryInstants(clocks('EU_NIS2', after, done), after).map(
      ({ dutyId, what, percent, at: instant }) => `${dutyId} ${what} ${percent} ${(instant - aware) / HOUR}`,
    );
  expect(told(aware + 18 * HOUR).slice(0, 6)).toEqual([
    'EARLY_WARNING WARNING 90 21.6',
    `EARLY_WARNING BREACH 100 ${24 + 1 / HOUR}`,
    'INCIDENT_NOTIFICATION WARNING 50 36',
    'INCIDENT_NOTIFICATION WARNING 75 54',
    'INCIDENT_NOTIFICATION WARNING 90 64.8',
    `INCIDENT_NOTIFICATION BREACH 100 ${72 + 1 / HOUR}`,
  ]);
  expect(told(aware + 18 * HOUR, [{ dutyId: 'EARLY_WARNING', at: aware }])[0]).toBe(
    'INCIDENT_NOTIFICATION WARNING 50 36',
  );
  expect(told(aware + 73 * HOUR)[0]).toMatch(/^FINAL_REPORT WARNING 50/);
  const leak = nextStatutoryInstants(clocks('KR_PERSONAL_DATA_LEAK', aware), aware);
  expect(leak.map(({ dutyId }) => dutyId)).toEqual([
    'TELL_CONTROLLER',
    ...['NOTIFY_DATA_SUBJECTS', 'REPORT_LEAK', 'NOTIFY_DATA_SUBJECTS', 'REPORT_LEAK'],
    ...['NOTIFY_DATA_SUBJECTS', 'REPORT_LEAK', 'NOTIFY_DATA_SUBJECTS', 'REPORT_LEAK'],
  ]);
});

describe('an outage has to be told to users in Korea', () => {
  /** Outages as minutes from some instant. */
  const owed = (...outages: readonly (readonly [number, number])[]) => {
    const instant = cloudOutageOwedAt(
      outages.map(([from, to]) => ({ from: aware + from * MIN, to: aware + to * MIN })),
    );
    return instant === null ? null : (instant - aware) / MIN;
  };
  test.each<readonly [string, readonly (readonly [number, number])[], number | null]>([
    ['not without one', [], null],
    ['not before ten minutes', [[0, 9.99]], null],
    ['after ten minutes on end', [[0, 10]], 10],
    ['from the tenth minute, however long it lasts', [[5, 600]], 15],
    [
      'not when two make up less than fifteen minutes',
      [
        [0, 9],
        [60, 65],
      ],
      null,
    ],
    [
      'when two make up fifteen minutes, from the fifteenth on',
      [
        [0, 9],
        [60, 69],
      ],
      66,
    ],
    [
      'when three do',
      [
        [0, 5],
        [60, 65],
        [120, 125],
      ],
      125,
    ],
    [
      'not when they lie more than a day apart',
      [
        [0, 9],
        [1440, 1449],
      ],
      null,
    ],
    [
      'only by the part that lies within the day',
      [
        [0, 9],
        [1435, 1444],
      ],
      null,
    ],
    [
      'up to the last minute of the day',
      [
        [0, 9],
        [1434, 1440],
      ],
      1440,
    ],
    [
      'counting a day from any of them',
      [
        [0, 1],
        [1000, 1009],
        [1600, 1609],
      ],
      1606,
    ],
    [
      'by whichever comes first',
      [
        [0, 9],
        [20, 29.5],
        [60, 70],
      ],
      26,
    ],
    [
      'from ten minutes on end although more follows',
      [
        [0, 12],
        [30, 40],
      ],
      10,
    ],
  ])('%s', (_, outages, expected) => expect(owed(...outages)).toBe(expected));
});
