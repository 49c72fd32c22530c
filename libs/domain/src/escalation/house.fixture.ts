import type { CalendarDocument, CompiledCalendar, WallInterval } from '../time/calendar.js';
import { compileCalendar } from '../time/compile.js';
import type { ContactChannel, EscalationContact } from './contact.js';
import type { EscalationDirectory } from './directory.js';
import type { EscalationCase, EscalationPolicy, EscalationStep, EscalationTarget } from './policy.js';
import { layer, named, schedule, seoul } from './schedule.fixture.js';

const office: readonly WallInterval[] = [{ from: '09:00', to: '18:00' }];

/** Weekdays 9 to 18 in Seoul, and a calendar that never opens. */
const CALENDARS: ReadonlyMap<string, CompiledCalendar> = new Map([
  ['office', calendar({ mon: office, tue: office, wed: office, thu: office, fri: office })],
  ['never', calendar({})],
]);

export function calendarOf(id: string): CompiledCalendar | null {
  return CALENDARS.get(id) ?? null;
}

function calendar(weekly: CalendarDocument['weekly']): CompiledCalendar {
  const document: CalendarDocument = {
    ...{ id: 'c', name: named('c'), zone: 'Asia/Seoul', kind: 'WEEKLY', weekly, exceptions: [], breaks: [] },
    ...{ holidayPolicy: 'NONE', holidayRegion: null, fixedHolidays: [] },
  };
  return compileCalendar(document, [], 0);
}

export function channel(id: string, change: Partial<ContactChannel> = {}): ContactChannel {
  return { id, kind: 'SMS', address: '+82 10 0000 0000', bouncedAt: null, ...change };
}

/** An engineer of the provider for every client, by default; the id is `c-<person>`. */
export function contact(personId: string, change: Partial<EscalationContact> = {}): EscalationContact {
  return {
    id: `c-${personId}`,
    tenantId: null,
    personId,
    name: personId,
    side: 'PROVIDER',
    order: 1,
    role: 'ENGINEER',
    channels: [channel('sms'), channel('voice', { kind: 'VOICE' })],
    languages: ['ko'],
    zone: 'Asia/Seoul',
    hoursCalendarId: null,
    validFrom: seoul('01-01 00:00'),
    validTo: null,
    lastVerifiedAt: seoul('11-01 00:00'),
    ...change,
  };
}

export const minutes = (count: number) => ({ unit: 'WALL_MINUTES', minutes: count }) as const;
export const onSchedule = (scheduleId: string): EscalationTarget => ({ kind: 'SCHEDULE', scheduleId });
export const toContact = (contactId: string): EscalationTarget => ({ kind: 'CONTACT', contactId });
export const toTeam = (teamId: string): EscalationTarget => ({ kind: 'TEAM', teamId });
export const toRole = (role: string, side: 'CLIENT' | 'PROVIDER' = 'PROVIDER'): EscalationTarget => ({
  kind: 'ROLE',
  side,
  role,
});

export function step(id: string, delay: number, ...targets: readonly EscalationTarget[]): EscalationStep {
  return { id, delay: minutes(delay), targets };
}

/** On-call at once, the manager after 15 minutes, once more, 20 minutes after each last step; then the director. */
export function policy(change: Partial<EscalationPolicy> = {}): EscalationPolicy {
  return {
    id: 'p1',
    name: named('p1'),
    scope: { contractIds: [], priorities: [], types: [] },
    steps: [step('first', 0, onSchedule('infra')), step('second', 15, toRole('MANAGER'))],
    repeats: 1,
    afterLastStep: minutes(20),
    fallback: [toContact('c-director')],
    ...change,
  };
}

/** Kim, Lee, Park on call by the week; a manager with office hours; a director; a coordinator of the client Hanbit. */
export function directory(change: Partial<EscalationDirectory> = {}): EscalationDirectory {
  return {
    contacts: [
      ...['kim', 'lee', 'park'].map((person) => contact(person)),
      contact('manager', { role: 'MANAGER', hoursCalendarId: 'office' }),
      contact('director', { role: 'DIRECTOR' }),
      contact('jung', { tenantId: 'hanbit', side: 'CLIENT', role: 'COORDINATOR' }),
    ],
    schedules: [schedule({ layers: [layer({})] })],
    teams: [],
    policies: [policy()],
    calendarOf,
    ...change,
  };
}

/** A P1 incident of Hanbit under its contract. */
export function incident(change: Partial<EscalationCase> = {}): EscalationCase {
  return { tenantId: 'hanbit', contractId: 'k1', priority: 'P1', type: 'INCIDENT', ...change };
}
