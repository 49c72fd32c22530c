import { DAY, HOUR, type Instant, type WallTime } from '../time/instant.js';
import { parseWallTime, weekdayOf } from '../time/date.js';
import { firstInstantOfWall, localDayOf } from '../time/zone.js';

export const MAIL_DIGESTS = ['NONE', 'DAILY', 'WEEKLY'] as const;
export type MailDigest = (typeof MAIL_DIGESTS)[number];

/** Hours in which no mail disturbs, on the wall of their person's zone; `to` before `from` runs past midnight. */
export interface QuietHours {
  readonly from: WallTime;
  readonly to: WallTime;
  /** The days on which they begin: 1 = Monday ... 7 = Sunday. */
  readonly days: readonly number[];
}

/** When a person's mails come (domain.md section 11). */
export interface MailTiming {
  readonly digest: MailDigest;
  /** 0 ... 23, on the wall. */
  readonly digestHour: number;
  /** 1 = Monday ... 7 = Sunday; only `WEEKLY` reads it. */
  readonly digestWeekday: number;
  readonly quiet: QuietHours | null;
}

/** What holds for whoever has chosen nothing. */
export const AT_ONCE: MailTiming = { digest: 'NONE', digestHour: 8, digestWeekday: 1, quiet: null };

/**
 * How long a mail can wait. ALWAYS: not at all (calls for help, one's account, what law asks for). SOON: for the end of quiet
 * hours, not for a digest, which would come after what it warns of. WHENEVER: for both.
 */
export type MailUrgency = 'ALWAYS' | 'SOON' | 'WHENEVER';

/** When a mail leaves, and whether together with others. */
export interface MailLeave {
  readonly at: Instant;
  readonly inDigest: boolean;
}

/** Windows never touch, so that a few steps lead out of them whatever a zone's clock does. */
const MOST_WINDOWS = 8;

/** Two different times of day, and days to begin on: hours that would never end are none. */
export function isQuietHours({ from, to, days }: QuietHours): boolean {
  const [begin, end] = [parseWallTime(from), parseWallTime(to)];
  if (begin === null || end === null || begin % DAY !== begin || end % DAY !== end || begin === end) return false;
  return days.length > 0 && days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
}

/** The end of the quiet hours in which `at` lies; null: it lies in none. Throws a RangeError for an unknown zone. */
export function quietUntil(quiet: QuietHours, zone: string, at: Instant): Instant | null {
  const [from, to] = [parseWallTime(quiet.from), parseWallTime(quiet.to)];
  if (from === null || to === null || from === to) return null;
  const today = localDayOf(zone, at);
  // Those of yesterday may run past midnight.
  for (const day of [today - 1, today]) {
    if (!quiet.days.includes(weekdayOf(day) + 1)) continue;
    const begin = firstInstantOfWall(zone, day * DAY + from);
    const end = firstInstantOfWall(zone, (to < from ? day + 1 : day) * DAY + to);
    if (begin <= at && at < end) return end;
  }
  return null;
}

/** The first instant that isn't quiet, `at` itself where it isn't. */
function afterQuiet(quiet: QuietHours | null, zone: string, at: Instant): Instant {
  let leaves = at;
  for (let step = 0; quiet !== null && step < MOST_WINDOWS; step += 1) {
    const end = quietUntil(quiet, zone, leaves);
    if (end === null) break;
    leaves = end;
  }
  return leaves;
}

/** The next time after `at` at which the person's digest is due; an hour that a day skips is due at the skip. */
function nextDigest({ digest, digestHour, digestWeekday }: MailTiming, zone: string, at: Instant): Instant {
  const today = localDayOf(zone, at);
  for (let day = today; ; day += 1) {
    if (digest === 'WEEKLY' && weekdayOf(day) + 1 !== digestWeekday) continue;
    const due = firstInstantOfWall(zone, day * DAY + digestHour * HOUR);
    if (due > at) return due;
  }
}

/**
 * When a mail that is written at `now` leaves, by the wishes of its person and the wall clock of the person's zone. Throws a
 * RangeError for an unknown zone.
 */
export function mailLeave(timing: MailTiming, zone: string, urgency: MailUrgency, now: Instant): MailLeave {
  if (urgency === 'ALWAYS') return { at: now, inDigest: false };
  const inDigest = urgency === 'WHENEVER' && timing.digest !== 'NONE';
  const from = inDigest ? nextDigest(timing, zone, now) : now;
  return { at: afterQuiet(timing.quiet, zone, from), inDigest };
}
