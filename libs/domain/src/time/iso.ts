import { dayOf } from './date.js';
import type { Instant } from './instant.js';
import { DAY, HOUR, MINUTE, SECOND } from './instant.js';

const ISO = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:([Zz])|([+-])(\d{2}):?(\d{2}))$/;

/** `2026-08-03T00:12:00.000Z`: UTC with milliseconds, as every interface of Daylight writes instants. */
export function toIso(at: Instant): string {
  return new Date(at).toISOString();
}

/**
 * An instant from ISO 8601 with an explicit offset (`Z` or `+09:00`); digits beyond milliseconds are cut.
 * null for anything else: a time without an offset names no instant, a 30 February none either.
 */
export function parseIso(text: string): Instant | null {
  const match = ISO.exec(text.trim());
  if (match === null) return null;
  const [, date = '', hour, minute, second = '0', fraction = '', , sign = '+', offsetHour = '0', offsetMinute = '0'] =
    match;
  const day = dayOf(date);
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  if (day === null || h > 23 || m > 59 || s > 59 || Number(offsetHour) > 23 || Number(offsetMinute) > 59) return null;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  const offset = (Number(offsetHour) * HOUR + Number(offsetMinute) * MINUTE) * (sign === '-' ? -1 : 1);
  return day * DAY + h * HOUR + m * MINUTE + s * SECOND + ms - offset;
}
