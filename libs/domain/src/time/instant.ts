/** An instant: milliseconds since 1970-01-01T00:00:00Z. Always passed in, never read from a clock. */
export type Instant = number;

/** A length of time in milliseconds. */
export type Ms = number;

/** A date on somebody's wall calendar, `YYYY-MM-DD`; meaningful only together with a zone. */
export type LocalDate = string;

/** A wall-clock time `HH:MM`, `24:00` being the end of its day. */
export type WallTime = string;

/** A half-open interval of instants `[from, to)`. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

export const SECOND: Ms = 1_000;
export const MINUTE: Ms = 60_000;
export const HOUR: Ms = 3_600_000;
export const DAY: Ms = 86_400_000;
