// A year of a client's tickets replayed under other terms: interactive only if it takes no longer than a second (CPU of one core).
import { compileCalendar, DAY, HOUR, MINUTE, quarterOf, startOfLocalDate, whatIf } from '@daylight/domain';
import { randomFrom } from './words.mjs';

const QUARTERS = 4;
const TICKETS_PER_QUARTER = 10_000;
const ZONE = 'Asia/Seoul';
const SERVICES = ['SRV', 'NET', 'BAK', 'APPS'];
const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'];
const same = (text) => ({ ko: text, en: text });

const calendarBase = { name: same('c'), zone: ZONE, exceptions: [], breaks: [], fixedHolidays: [] };
const OFFICE = {
  ...calendarBase,
  ...{ id: 'office', kind: 'WEEKLY', holidayPolicy: 'FOLLOW_OFFICIAL', holidayRegion: 'KR' },
  weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [{ from: '09:00', to: '18:00' }]])),
};
const ALWAYS = {
  ...calendarBase,
  ...{ id: 'always', kind: 'ALWAYS', weekly: {}, holidayPolicy: 'NONE', holidayRegion: null },
};

/** Minutes by clock and priority; P1 around the clock. */
const MINUTES = {
  FIRST_RESPONSE: [15, 30, 60, 120, 240],
  NEXT_RESPONSE: [30, 60, 120, 240, 480],
  RESTORE: [120, 240, 480, 960, 1_920],
  RESOLUTION: [240, 480, 1_080, 2_160, 4_320],
};

function termsWith(share) {
  const targets = Object.entries(MINUTES).flatMap(([clock, minutes]) =>
    minutes.map((most, n) => ({
      ...{ id: `${clock}-${PRIORITIES[n]}`, clock, priority: PRIORITIES[n], types: [], warnAtPercent: [50, 75, 90] },
      amount: { unit: 'MINUTES', minutes: Math.max(1, Math.round(most * share)) },
      calendarId: n === 0 ? 'always' : 'office',
    })),
  );
  const words = { inScope: same('in'), outOfScope: same('out') };
  return {
    ...{ schema: 1, reportingZone: ZONE, currency: 'KRW', monthlyFeeMinor: null },
    services: SERVICES.map((id) => ({
      ...words,
      serviceItemId: id,
      name: same(id),
      level: 'OPERATE',
      policyId: 'policy',
    })),
    policies: [{ id: 'policy', name: same('policy'), targets }],
    calendars: [OFFICE, ALWAYS],
    priorityMatrix: [PRIORITIES.slice(0, 3), PRIORITIES.slice(1, 4), PRIORITIES.slice(2, 5)],
    responseMetBy: ['PUBLIC_REPLY'],
    waiting: [
      {
        ...{ reason: 'CLIENT_ANSWER', name: same('waiting'), status: 'WAITING_ON_CLIENT', needsCaseNumber: false },
        pauses: ['RESTORE', 'RESOLUTION', 'UPDATE_CADENCE'],
      },
    ],
    ...{ reopenWindowDays: 7, autoCloseDays: 7, responsibilities: [], kpiTargets: [] },
    renewal: { atEnd: 'RENEW', renewMonths: 12, noticeDays: 30 },
  };
}

const client = { side: 'CLIENT', userId: 'c1' };
const staff = { side: 'PROVIDER', userId: 's1' };
const message = { kind: 'MESSAGE_ADDED', v: 1, visibility: 'PUBLIC', automatic: false, question: false };

/** One ticket's log: opened, taken, answered, perhaps asked and waited, restored, resolved, perhaps reopened, closed. */
function historyOf(random, openedAt, n) {
  const events = [];
  let at = openedAt;
  const add = (after, actor, body) => {
    at += Math.round(after * (0.3 + 1.4 * random()));
    events.push({ ...body, seq: events.length + 1, at, actor });
  };
  const priority = PRIORITIES[Math.floor(random() * 5)];
  const pace = [1, 3, 8, 16, 30][PRIORITIES.indexOf(priority)];
  const serviceItemId = SERVICES[n % SERVICES.length];
  const binding = { contractVersionId: 'v1', termsDigest: 'd', serviceItemId, policyId: 'policy' };
  add(0, client, {
    ...{ kind: 'OPENED', v: 1, type: random() < 0.7 ? 'INCIDENT' : 'SERVICE_REQUEST', priority, impact: 2, urgency: 2 },
    ...{ channel: 'PORTAL', confidential: false, requesterId: 'c1', binding },
  });
  add(5 * MINUTE, staff, { kind: 'ASSIGNED', v: 1, assigneeId: 's1', teamId: null });
  add(pace * 8 * MINUTE, staff, { ...message, messageId: `${n}-1` });
  add(10 * MINUTE, staff, { kind: 'WORK_STARTED', v: 1 });
  if (random() < 0.3) {
    add(pace * 20 * MINUTE, staff, { ...message, messageId: `${n}-q`, question: true });
    add(0, staff, {
      ...{ kind: 'WAITING_STARTED', v: 1, status: 'WAITING_ON_CLIENT', reason: 'CLIENT_ANSWER' },
      ...{ questionMessageId: `${n}-q`, caseNumber: null, until: null, clientConsent: false },
    });
    add(6 * HOUR, client, { ...message, messageId: `${n}-a` });
    add(0, client, { kind: 'RESUMED', v: 1, cause: 'CLIENT_REPLY' });
  }
  add(pace * 30 * MINUTE, staff, { ...message, messageId: `${n}-2` });
  if (random() < 0.5) add(pace * 20 * MINUTE, staff, { kind: 'SERVICE_RESTORED', v: 1 });
  add(pace * 40 * MINUTE, staff, { kind: 'RESOLVED', v: 1, code: 'FIXED' });
  if (random() < 0.06) {
    add(DAY, client, { kind: 'REOPENED', v: 1, cause: 'CLIENT' });
    add(6 * HOUR, staff, { kind: 'RESOLVED', v: 1, code: 'FIXED' });
  }
  add(3 * DAY, client, { kind: 'CLOSED', v: 1, cause: 'CLIENT' });
  return { ticketId: `t${n}`, events };
}

/** `{ histories, periods, calendars }`: 10,000 tickets in each quarter of 2025, with the holidays of Seoul known in time. */
function year() {
  const random = randomFrom(11);
  const start = startOfLocalDate(ZONE, '2025-01-01');
  const periods = [];
  for (let at = start; periods.length < QUARTERS; at = periods.at(-1).to) periods.push(quarterOf(ZONE, at));
  const histories = periods.flatMap(({ from, to }, quarter) =>
    Array.from({ length: TICKETS_PER_QUARTER }, (_, n) =>
      historyOf(random, from + Math.floor(random() * (to - from)), quarter * TICKETS_PER_QUARTER + n),
    ),
  );
  const days = ['2025-01-28', '2025-01-29', '2025-01-30', '2025-03-03', '2025-05-05', '2025-05-06', '2025-06-06'];
  const more = ['2025-08-15', '2025-10-03', '2025-10-06', '2025-10-07', '2025-10-08', '2025-10-09', '2025-12-25'];
  const holidays = [...days, ...more].map((date) => ({
    ...{ date, name: same('holiday'), knownAt: 0, source: 'bench', revoked: false },
  }));
  const calendarOf = (terms) => {
    const compiled = new Map(terms.calendars.map((each) => [each.id, compileCalendar(each, holidays, start)]));
    return (id) => compiled.get(id);
  };
  return { histories, periods, calendarOf };
}

/** `{ tickets, quarters, changes, cpuMs }`: CPU of this process, the median of `repeats` after a turn that warms up. */
export function measureWhatIf(repeats) {
  const { histories, periods, calendarOf } = year();
  const bound = termsWith(1);
  const tickets = histories.map((history) => ({ ...history, terms: bound }));
  const staffed = compileCalendar(OFFICE, [], periods[0].from);
  const proposed = termsWith(0.7);
  let changes = 0;
  const turn = () => {
    const from = process.cpuUsage();
    const inputs = { tickets, proposed, calendarsOf: calendarOf, periods, asOf: periods.at(-1).to, staffed };
    changes = whatIf(inputs).changes.length;
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1_000;
  };
  turn();
  const times = Array.from({ length: repeats }, turn).sort((a, b) => a - b);
  return { tickets: tickets.length, quarters: periods.length, changes, cpuMs: times[times.length >> 1] };
}
