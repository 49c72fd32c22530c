import type { ClockKind, Priority, SlaTarget, Terms, WaitingRule } from '../contracts/terms.js';
import { DEFAULT_PRIORITY_MATRIX } from '../contracts/terms.js';
import type { Side, TicketEvent, TicketEventBody } from '../ticketing/events.js';
import type { CalendarDocument, HolidayRevision } from '../time/calendar.js';
import { compileCalendar } from '../time/compile.js';
import type { Instant } from '../time/instant.js';
import { parseIso } from '../time/iso.js';
import type { CalendarOf } from './track.js';

/**
 * A small contract and a short way to tell a ticket's story, for specs. Times are `MM-DD HH:MM` of 2026 in Seoul (UTC+9, no
 * summer time): 2026-08-03 is a Monday, 2026-08-15 a holiday on a Saturday, 2026-08-17 its substitute.
 */
export function seoul(text: string): Instant {
  const at = parseIso(`2026-${text.replace(' ', 'T')}${text.length > 11 ? '' : ':00'}+09:00`);
  if (at === null) throw new RangeError(`not a time: ${text}`);
  return at;
}

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

export const binding = {
  contractVersionId: 'v1',
  termsDigest: 'd',
  serviceItemId: 'servers',
  policyId: 'policy',
} as const;

/** One line of a story: when, who, what. */
export type Line = readonly [at: string, side: Side, body: TicketEventBody];

/** The opening line of most stories. */
export function opened(
  at: string,
  priority: Priority = 'P2',
  type: 'INCIDENT' | 'SERVICE_REQUEST' = 'INCIDENT',
  serviceItemId = 'servers',
): Line {
  const facts = { impact: 2, urgency: 2, channel: 'PORTAL', confidential: false, requesterId: 'u1' } as const;
  return [
    at,
    'CLIENT',
    { kind: 'OPENED', v: 1, type, priority, ...facts, binding: { ...binding, serviceItemId, policyId: null } },
  ];
}

export function story(...lines: readonly Line[]): readonly TicketEvent[] {
  return lines.map(([at, side, body], index) => ({
    ...body,
    seq: index + 1,
    at: seoul(at),
    actor: { side, userId: `${side}-1` },
  }));
}

const message = { kind: 'MESSAGE_ADDED', v: 1, visibility: 'PUBLIC', automatic: false, question: false } as const;
const waiting = {
  kind: 'WAITING_STARTED',
  v: 1,
  questionMessageId: null,
  caseNumber: null,
  until: null,
  clientConsent: false,
} as const;

/** Event bodies by what they mean. */
export const does = {
  reply: (messageId = 'm1') => ({ ...message, messageId }),
  question: (messageId = 'q1') => ({ ...message, messageId, question: true }),
  note: (messageId = 'n1') => ({ ...message, messageId, visibility: 'INTERNAL' }),
  autoReply: (messageId = 'a1') => ({ ...message, messageId, automatic: true }),
  withdraw: (messageId: string) => ({ kind: 'MESSAGE_WITHDRAWN', v: 1, messageId }),
  waitForClient: (questionMessageId: string | null = 'q1') => ({
    ...waiting,
    status: 'WAITING_ON_CLIENT',
    reason: 'CLIENT_INFO',
    questionMessageId,
  }),
  waitForVendor: (caseNumber: string | null) => ({
    ...waiting,
    status: 'WAITING_ON_THIRD_PARTY',
    reason: 'CLIENT_VENDOR',
    caseNumber,
  }),
  waitForOurVendor: () => ({ ...waiting, status: 'WAITING_ON_THIRD_PARTY', reason: 'OUR_VENDOR', caseNumber: 'C-1' }),
  schedule: (until: string | null, clientConsent = true) => ({
    ...waiting,
    status: 'SCHEDULED',
    reason: 'AGREED_SLOT',
    until: until === null ? null : seoul(until),
    clientConsent,
  }),
  resume: () => ({ kind: 'RESUMED', v: 1, cause: 'CLIENT_REPLY' }),
  restore: () => ({ kind: 'SERVICE_RESTORED', v: 1 }),
  resolve: () => ({ kind: 'RESOLVED', v: 1, code: 'FIXED' }),
  reopen: () => ({ kind: 'REOPENED', v: 1, cause: 'CLIENT_REPLY' }),
  close: (cause: 'CLIENT' | 'STAFF' | 'TIMER' = 'TIMER') => ({ kind: 'CLOSED', v: 1, cause }),
  cancel: () => ({ kind: 'CANCELLED', v: 1, cause: 'CLIENT' }),
  merge: () => ({ kind: 'MERGED', v: 1, intoTicketId: 't2' }),
  absorb: (openedAt: string) => ({ kind: 'ABSORBED', v: 1, ticketId: 't0', openedAt: seoul(openedAt) }),
  call: (personId: string | null = 'u9') => ({ kind: 'RESPONSE_LOGGED', v: 1, act: 'LOGGED_CALL', personId }),
  prioritise: (from: Priority, to: Priority, cause: 'CIRCUMSTANCES' | 'MISCLASSIFIED' = 'CIRCUMSTANCES') => ({
    kind: 'PRIORITY_CHANGED',
    v: 1,
    from,
    to,
    cause,
    reasonTextId: null,
  }),
  moveTo: (serviceItemId: string, policyId: string | null) => ({
    kind: 'SERVICE_CHANGED',
    v: 1,
    binding: { ...binding, serviceItemId, policyId },
  }),
  start: () => ({ kind: 'WORK_STARTED', v: 1 }),
} as const satisfies Record<string, (...args: never[]) => TicketEventBody>;
