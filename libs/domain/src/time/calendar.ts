import type { LocalizedText } from '../text.js';
import type { Instant, Interval, LocalDate, Ms, WallTime } from './instant.js';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Open from `from` until `to` on a wall clock; `to <= from` runs past midnight and belongs to the date it starts on. */
export interface WallInterval {
  readonly from: WallTime;
  readonly to: WallTime;
}

/** A dated exception to the week: its intervals replace the weekly ones of that date (none = closed). */
export interface CalendarException {
  /** `YYYY-MM-DD`, or `MM-DD` for one that returns every year. */
  readonly date: string;
  readonly name: LocalizedText;
  readonly intervals: readonly WallInterval[];
}

/** Hours cut out of one date, whatever opened them. */
export interface CalendarBreak {
  readonly date: LocalDate;
  readonly intervals: readonly WallInterval[];
}

/**
 * Service hours as terms state them (domain.md section 3). Public holidays are not in here when the policy is
 * `FOLLOW_OFFICIAL`: they arrive as dated revisions, since governments declare them late (D-CAL-4).
 */
export interface CalendarDocument {
  readonly id: string;
  readonly name: LocalizedText;
  /** IANA zone, e.g. `Asia/Seoul`. */
  readonly zone: string;
  /** `ALWAYS` is 24x7: week, exceptions and holidays don't apply. */
  readonly kind: 'ALWAYS' | 'WEEKLY';
  readonly weekly: Readonly<Partial<Record<Weekday, readonly WallInterval[]>>>;
  readonly exceptions: readonly CalendarException[];
  readonly breaks: readonly CalendarBreak[];
  readonly holidayPolicy: 'FOLLOW_OFFICIAL' | 'FIXED_LIST' | 'NONE';
  /** ISO 3166-1 alpha-2 region whose official days are followed; null unless `FOLLOW_OFFICIAL`. */
  readonly holidayRegion: string | null;
  /** The closed days of a `FIXED_LIST`. */
  readonly fixedHolidays: readonly { readonly date: LocalDate; readonly name: LocalizedText }[];
}

/** One official day as it became known (D-CAL-4). `revoked` takes an earlier declaration of the same date back. */
export interface HolidayRevision {
  readonly date: LocalDate;
  readonly name: LocalizedText;
  readonly knownAt: Instant;
  readonly source: string;
  readonly revoked: boolean;
}

/** Why a stretch of time is not service time. */
export type ClosedReason =
  | { readonly kind: 'OUTSIDE_HOURS' }
  | { readonly kind: 'HOLIDAY'; readonly date: LocalDate; readonly name: LocalizedText };

/** A stretch of one kind inside a queried range: open, or closed with its reason. Adjacent, in order, gapless. */
export type CalendarStretch = Interval &
  ({ readonly open: true } | { readonly open: false; readonly reason: ClosedReason });

/**
 * A calendar ready to answer (D-CAL-1..3). All instants are UTC milliseconds; everything is half-open.
 * Covers 1970-01-01 to 2100-01-01; outside that range no time is open.
 */
export interface CompiledCalendar {
  readonly zone: string;
  readonly document: CalendarDocument;
  isOpen(at: Instant): boolean;
  /** Open milliseconds of `[a, b)`; 0 when `b <= a`. O(log n). */
  elapsed(a: Instant, b: Instant): Ms;
  /** Least t >= a with `elapsed(a, t) = d`; for d = 0 `a` itself when open, else the next opening. null: never. */
  add(a: Instant, d: Ms): Instant | null;
  /** Greatest t <= a with `elapsed(t, a) = d`; null: never. */
  subtract(a: Instant, d: Ms): Instant | null;
  /** First open instant >= at; null: never. */
  nextOpen(at: Instant): Instant | null;
  /** First closed instant >= at; null: never (24x7). */
  nextClose(at: Instant): Instant | null;
  /** Open windows clipped to `[from, to)`. */
  windows(from: Instant, to: Instant): readonly Interval[];
  /** The whole of `[from, to)` as open and closed stretches, holidays named. */
  stretches(from: Instant, to: Instant): readonly CalendarStretch[];
  /** `n` business days later at the same wall-clock (a business day is a local date with any open time); null: never. */
  addBusinessDays(at: Instant, n: number): Instant | null;
  /** End of the last hours that start on the local date of `at`, past its midnight too; null: no business day. */
  endOfBusinessDay(at: Instant): Instant | null;
}

export type CalendarProblem =
  | { readonly kind: 'UNKNOWN_ZONE'; readonly path: string; readonly zone: string }
  | { readonly kind: 'BAD_TIME'; readonly path: string; readonly value: string }
  | { readonly kind: 'BAD_DATE'; readonly path: string; readonly value: string }
  | { readonly kind: 'EMPTY_INTERVAL'; readonly path: string }
  | { readonly kind: 'OVERLAPPING_INTERVALS'; readonly path: string }
  | { readonly kind: 'NEVER_OPEN'; readonly path: string };
