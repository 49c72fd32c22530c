import type { ClockKind, Priority, SlaTarget, TargetAmount, TicketType } from '@daylight/domain';

const FAULTS: readonly TicketType[] = ['INCIDENT', 'SECURITY_INCIDENT'];
const ALL: readonly TicketType[] = [];

const minutes = (count: number): TargetAmount => ({ unit: 'MINUTES', minutes: count });
const hours = (count: number): TargetAmount => minutes(count * 60);
const businessDays = (days: number): TargetAmount => ({ unit: 'BUSINESS_DAYS', days });

type Row = readonly [Priority, ClockKind, readonly TicketType[], TargetAmount, 'always' | 'office'];

/** What a new contract starts from: the grave ones round the clock, the rest in service hours. Both sides edit before anybody agrees. */
const ROWS: readonly Row[] = [
  ['P1', 'FIRST_RESPONSE', ALL, minutes(15), 'always'],
  ['P1', 'NEXT_RESPONSE', ALL, minutes(30), 'always'],
  ['P1', 'UPDATE_CADENCE', ALL, hours(1), 'always'],
  ['P1', 'RESTORE', FAULTS, hours(4), 'always'],
  ['P1', 'RESOLUTION', ALL, hours(24), 'always'],
  ['P2', 'FIRST_RESPONSE', ALL, minutes(30), 'always'],
  ['P2', 'NEXT_RESPONSE', ALL, hours(1), 'always'],
  ['P2', 'UPDATE_CADENCE', ALL, hours(2), 'always'],
  ['P2', 'RESTORE', FAULTS, hours(8), 'always'],
  ['P2', 'RESOLUTION', ALL, hours(48), 'always'],
  ['P3', 'FIRST_RESPONSE', ALL, hours(4), 'office'],
  ['P3', 'NEXT_RESPONSE', ALL, hours(8), 'office'],
  ['P3', 'RESOLUTION', ALL, businessDays(5), 'office'],
  ['P4', 'FIRST_RESPONSE', ALL, hours(8), 'office'],
  ['P4', 'RESOLUTION', ALL, businessDays(10), 'office'],
  ['P5', 'FIRST_RESPONSE', ALL, hours(16), 'office'],
  ['P5', 'RESOLUTION', ALL, businessDays(20), 'office'],
];
const WARN_AT_PERCENT = [50, 75, 90] as const;

/** Targets for P1 to P5; the two calendars by their ids in the terms. */
export function defaultTargets(calendarIds: {
  readonly always: string;
  readonly office: string;
}): readonly SlaTarget[] {
  return ROWS.map(([priority, clock, types, amount, hoursOf]) => ({
    id: `${priority}-${clock}`.toLowerCase().replaceAll('_', '-'),
    ...{ clock, priority, types, amount },
    calendarId: calendarIds[hoursOf],
    warnAtPercent: WARN_AT_PERCENT,
  }));
}
