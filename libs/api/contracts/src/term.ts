import {
  addDays,
  dayOf,
  inForce,
  localDateOf,
  noticeDeadline,
  startOfLocalDate,
  unreachable,
  type DatedVersion,
  type Instant,
  type LocalDate,
  type RenewalTerms,
} from '@daylight/domain';

/** What of a version decides when it holds. */
export interface VersionDates {
  readonly versionId: string;
  readonly contractId: string;
  readonly state: 'DRAFT' | 'PROPOSED' | 'AGREED' | 'REJECTED' | 'WITHDRAWN';
  readonly effectiveFrom: Instant;
  readonly effectiveTo: Instant | null;
  readonly termTo: Instant | null;
  readonly zone: string;
  readonly renewal: RenewalTerms;
  /** When a party gave notice; null: nobody did. */
  readonly noticeAt: Instant | null;
}

export type TermPhase = 'UPCOMING' | 'IN_TERM' | 'RENEWED' | 'HOLDOVER' | 'OPEN_ENDED' | 'ENDED' | 'NOT_AGREED';

/** `ContractTermStatus` of the schema. */
export interface TermStatus {
  readonly phase: TermPhase;
  readonly currentTermEnd: LocalDate | null;
  readonly noticeBy: LocalDate | null;
  readonly daysLeft: number | null;
}

/** A version as the domain dates it; in the database a successor's beginning is its end too. */
export function dated(version: VersionDates): DatedVersion {
  const {
    versionId,
    contractId,
    effectiveFrom: from,
    effectiveTo: endedAt,
    termTo: to,
    zone,
    renewal,
    noticeAt,
  } = version;
  return { versionId, contractId, from, to, zone, renewal, noticeGivenAt: noticeAt, endedAt };
}

/** Where a version stands on the calendar at an instant (D-CON-2). */
export function termStatus(version: VersionDates, now: Instant): TermStatus {
  if (version.state !== 'AGREED') return phaseOnly('NOT_AGREED');
  if (now < version.effectiveFrom) return { ...withEnd(version, version.termTo, now), phase: 'UPCOMING' };
  const answer = inForce([dated(version)], now);
  switch (answer.kind) {
    case 'NONE':
      return phaseOnly('ENDED');
    case 'HELD_OVER':
      return { ...withEnd(version, answer.since, now), phase: 'HOLDOVER', noticeBy: null };
    case 'RENEWED':
      return { ...withEnd(version, answer.termEnd, now), phase: 'RENEWED' };
    case 'IN_TERM':
      return { ...withEnd(version, answer.termEnd, now), phase: answer.termEnd === null ? 'OPEN_ENDED' : 'IN_TERM' };
    default:
      return unreachable(answer);
  }
}

function phaseOnly(phase: TermPhase): TermStatus {
  return { phase, currentTermEnd: null, noticeBy: null, daysLeft: null };
}

function withEnd(version: VersionDates, end: Instant | null, now: Instant): Omit<TermStatus, 'phase'> {
  if (end === null) return { currentTermEnd: null, noticeBy: null, daysLeft: null };
  const { zone, renewal } = version;
  const currentTermEnd = lastDateBefore(zone, end);
  // Terms that end by themselves owe no notice, nor does anybody once it was given.
  const noticeBy =
    renewal.atEnd === 'END' || version.noticeAt !== null ? null : lastDateBefore(zone, noticeDeadline(version, end));
  const daysLeft = (dayOf(currentTermEnd) ?? 0) - (dayOf(localDateOf(zone, now)) ?? 0);
  return { currentTermEnd, noticeBy, daysLeft };
}

/** The date whose end an exclusive instant is. */
export function lastDateBefore(zone: string, end: Instant): LocalDate {
  return localDateOf(zone, end - 1);
}

/** The dates of a version as instants: `[effectiveFrom, termTo)` around the first and the last day, both included. */
export function instantsOf(
  zone: string,
  dates: { readonly effectiveFrom: LocalDate; readonly termEnd: LocalDate | null },
): { readonly effectiveFrom: Instant; readonly termTo: Instant | null } {
  return {
    effectiveFrom: startOfLocalDate(zone, dates.effectiveFrom),
    termTo: dates.termEnd === null ? null : startOfLocalDate(zone, addDays(dates.termEnd, 1)),
  };
}

/** When an agreed version stops by its own terms; null: it goes on until replaced (D-CON-2). */
export function endByTerms(version: Pick<VersionDates, 'termTo' | 'renewal'>): Instant | null {
  return version.renewal.atEnd === 'END' ? version.termTo : null;
}

/** Months begun from the first day to the last; twelve when there is no last day. */
export function monthsOf(version: Pick<VersionDates, 'effectiveFrom' | 'termTo' | 'zone'>): number {
  if (version.termTo === null) return 12;
  const [from, to] = [localDateOf(version.zone, version.effectiveFrom), localDateOf(version.zone, version.termTo)];
  const months = (date: LocalDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return months(to) - months(from) + (to.slice(8) > from.slice(8) ? 1 : 0);
}
