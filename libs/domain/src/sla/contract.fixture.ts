import type { ClockKind, Priority, SlaTarget, Terms, WaitingRule } from '../contracts/terms.js';
import { DEFAULT_PRIORITY_MATRIX } from '../contracts/terms.js';
import type { CalendarDocument, HolidayRevision } from '../time/calendar.js';
import { compileCalendar } from '../time/compile.js';
import type { CalendarOf } from './track.js';

// A small contract for specs, with office hours in Seoul and some promises around the clock.

const text = (ko: string, en: string) => ({ ko, en });
const weekdays = [{ from: '09:00', to: '18:00' }];

const calendarBase = { exceptions: [], breaks: [], holidayRegion: null, fixedHolidays: [] } as const;

/** Mon-Fri 09:00-18:00 in Seoul, following official holidays. */
export const officeHours: CalendarDocument = {
  ...calendarBase,
  id: 'office',
  name: text('평일 09-18시', 'Weekdays 9-18'),
  zone: 'Asia/Seoul',
  kind: 'WEEKLY',
  weekly: { mon: weekdays, tue: weekdays, wed: weekdays, thu: weekdays, fri: weekdays },
  holidayPolicy: 'FOLLOW_OFFICIAL',
  holidayRegion: 'KR',
};

export const allHours: CalendarDocument = {
  ...calendarBase,
  id: 'always',
  name: text('24시간', 'Around the clock'),
  zone: 'Asia/Seoul',
  kind: 'ALWAYS',
  weekly: {},
  holidayPolicy: 'NONE',
};

export function target(clock: ClockKind, priority: Priority, minutes: number, calendarId = 'office'): SlaTarget {
  const id = `${clock}-${priority}`;
  return {
    id,
    clock,
    priority,
    types: [],
    amount: { unit: 'MINUTES', minutes },
    calendarId,
    warnAtPercent: [50, 75, 90],
  };
}

const waitingRules: readonly WaitingRule[] = [
  {
    reason: 'CLIENT_INFO',
    name: text('고객 회신 대기', 'Waiting on client'),
    status: 'WAITING_ON_CLIENT',
    pauses: ['RESTORE', 'RESOLUTION', 'UPDATE_CADENCE'],
    needsCaseNumber: false,
  },
  {
    reason: 'CLIENT_VENDOR',
    name: text('고객 지정 업체', "Client's own supplier"),
    status: 'WAITING_ON_THIRD_PARTY',
    pauses: ['RESTORE', 'RESOLUTION'],
    needsCaseNumber: true,
  },
  {
    reason: 'OUR_VENDOR',
    name: text('당사 협력사', 'Our supplier'),
    status: 'WAITING_ON_THIRD_PARTY',
    pauses: [],
    needsCaseNumber: false,
  },
  {
    reason: 'AGREED_SLOT',
    name: text('일정 협의 완료', 'Scheduled'),
    status: 'SCHEDULED',
    pauses: ['RESTORE', 'RESOLUTION', 'UPDATE_CADENCE'],
    needsCaseNumber: false,
  },
];

/** P1 answers in 15 minutes and resolves in 4 h around the clock; P2 in 30 minutes and 8 h, P3 in 1 h and 18 h of office time. */
export const targets: readonly SlaTarget[] = [
  target('FIRST_RESPONSE', 'P1', 15, 'always'),
  target('FIRST_RESPONSE', 'P2', 30),
  target('FIRST_RESPONSE', 'P3', 60),
  target('NEXT_RESPONSE', 'P2', 120),
  target('NEXT_RESPONSE', 'P3', 240),
  target('RESTORE', 'P1', 120, 'always'),
  target('RESTORE', 'P2', 240),
  target('RESOLUTION', 'P1', 240, 'always'),
  target('RESOLUTION', 'P2', 480),
  target('RESOLUTION', 'P3', 1080),
];

export function termsWith(
  change: Partial<Pick<Terms, 'responseMetBy'>> & { readonly targets?: readonly SlaTarget[] } = {},
): Terms {
  const name = text('운영', 'Operations');
  const policy = { id: 'policy', name, targets: change.targets ?? targets };
  const quick = { id: 'quick', name, targets: [target('RESOLUTION', 'P2', 120), target('RESOLUTION', 'P3', 120)] };
  const service = { name, level: 'OPERATE', inScope: name, outOfScope: name } as const;
  return {
    schema: 1,
    reportingZone: 'Asia/Seoul',
    currency: 'KRW',
    monthlyFeeMinor: null,
    services: [
      { ...service, serviceItemId: 'servers', policyId: 'policy' },
      { ...service, serviceItemId: 'network', policyId: 'quick' },
    ],
    policies: [policy, quick],
    calendars: [officeHours, allHours],
    priorityMatrix: DEFAULT_PRIORITY_MATRIX,
    responseMetBy: change.responseMetBy ?? ['PUBLIC_REPLY'],
    waiting: waitingRules,
    reopenWindowDays: 7,
    autoCloseDays: 7,
    responsibilities: [],
    kpiTargets: [],
    renewal: { atEnd: 'RENEW', renewMonths: 12, noticeDays: 30 },
  };
}

export const liberationDay: HolidayRevision = {
  date: '2026-08-17',
  name: text('광복절 대체공휴일', 'Liberation Day (substitute)'),
  knownAt: 0,
  source: 'gazette',
  revoked: false,
};

export function calendars(holidays: readonly HolidayRevision[] = [liberationDay]): CalendarOf {
  return (id, knownAt) => compileCalendar(id === 'always' ? allHours : officeHours, holidays, knownAt);
}
