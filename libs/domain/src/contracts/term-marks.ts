import { DAY, type Instant } from '../time/instant.js';
import { daysBefore, effectiveEnd, noticeDeadline, termEnd, type DatedVersion } from './in-force.js';

/** Days ahead at which both parties are reminded where the terms don't say. */
export const DEFAULT_REMIND_DAYS: readonly number[] = [30, 7];

/**
 * Something about a term that both parties are told (D-CON-2: nothing lapses silently at midnight). NOTICE_AHEAD: so many
 * days to the last instant for notice. END_AHEAD: so many days to the end. RENEWED, HELD_OVER, ENDED: what the end brought.
 */
export interface TermMark {
  readonly kind: 'NOTICE_AHEAD' | 'END_AHEAD' | 'RENEWED' | 'HELD_OVER' | 'ENDED';
  /** When it is due to be told. */
  readonly at: Instant;
  /** Days ahead; null: it is reached. */
  readonly days: number | null;
  /** End of the term it is about. */
  readonly end: Instant;
  /** Until when notice would have been in time; null: none is owed. */
  readonly noticeBy: Instant | null;
}

/** A version, and from when a later one of its contract takes over; what lies behind that is moot. */
export type MarkedVersion = DatedVersion & { readonly replacedFrom: Instant | null };

function remindDaysOf({ renewal }: DatedVersion): readonly number[] {
  return [...(renewal.remindDays ?? DEFAULT_REMIND_DAYS)].sort((a, b) => b - a);
}

function ahead(version: DatedVersion, kind: 'NOTICE_AHEAD' | 'END_AHEAD', of: Omit<TermMark, 'kind' | 'at' | 'days'>) {
  const until = kind === 'NOTICE_AHEAD' ? (of.noticeBy ?? of.end) : of.end;
  return remindDaysOf(version).map((days): TermMark => ({
    ...of,
    kind,
    days,
    at: daysBefore(version.zone, until, days),
  }));
}

/** Marks of a term that goes on past its end. Reminders of the end begin where those of the last day for notice stop. */
function marksGoingOn(version: DatedVersion, end: Instant): readonly TermMark[] {
  const noticeBy = noticeDeadline(version, end);
  const kind = version.renewal.atEnd === 'RENEW' ? 'RENEWED' : 'HELD_OVER';
  return [
    ...ahead(version, 'NOTICE_AHEAD', { end, noticeBy }),
    ...ahead(version, 'END_AHEAD', { end, noticeBy }).filter(({ at }) => at >= noticeBy),
    { kind, at: end, days: null, end, noticeBy },
  ];
}

function marksEnding(version: DatedVersion, end: Instant): readonly TermMark[] {
  const of = { end, noticeBy: null };
  return [...ahead(version, 'END_AHEAD', of), { ...of, kind: 'ENDED', at: end, days: null }];
}

/** Ends of terms past which the version goes on, the first ones up to an instant. */
function endsGoneBy(version: DatedVersion, upTo: Instant): readonly Instant[] {
  const { to, renewal } = version;
  const last = effectiveEnd(version) ?? Infinity;
  if (to === null || to >= last) return [];
  if (renewal.atEnd !== 'RENEW') return [to];
  const ends: Instant[] = [];
  for (let end = to; end < last && end <= upTo; end = termEnd(version, to, ends.length)) ends.push(end);
  return ends;
}

/** What is due to be told of a version within `(after, upTo]`, in order of time. */
export function termMarks(
  version: MarkedVersion,
  { after, upTo }: { readonly after: Instant; readonly upTo: Instant },
): readonly TermMark[] {
  const { from, replacedFrom, renewal } = version;
  const lead = (renewal.noticeDays + Math.max(0, ...remindDaysOf(version)) + 2) * DAY;
  const last = effectiveEnd(version);
  const marks = [
    ...endsGoneBy(version, upTo + lead).flatMap((end) => marksGoingOn(version, end)),
    ...(last === null ? [] : marksEnding(version, last)),
  ];
  return marks
    .filter(({ end }) => replacedFrom === null || end < replacedFrom)
    .filter(({ at }) => at >= from && at > after && at <= upTo)
    .sort((a, b) => a.at - b.at);
}

const YEAR = 366 * DAY;

/** When something is due to be told next after an instant; null: never within the years that calendars know. */
export function nextTermMark(version: MarkedVersion, after: Instant): Instant | null {
  const within = (years: number) => termMarks(version, { after, upTo: after + years * YEAR })[0]?.at;
  return within(2) ?? within(100) ?? null;
}
