import type { LocalDate, Ms, WallTime } from './instant.js';
import { DAY, HOUR, MINUTE } from './instant.js';

/** Days since 1970-01-01 on a wall calendar: the arithmetic form of a `LocalDate`. */
export type DayNumber = number;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_DAY = /^(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2})$/;

/** The day number of `YYYY-MM-DD`; null when there is no such date. */
export function dayOf(date: LocalDate): DayNumber | null {
  const match = DATE.exec(date);
  if (match === null) return null;
  const day = utcDay(Number(match[1]), Number(match[2]), Number(match[3]));
  return dateOf(day) === date ? day : null;
}

/** `YYYY-MM-DD` of a day number. */
export function dateOf(day: DayNumber): LocalDate {
  const date = new Date(day * DAY);
  return `${digits(date.getUTCFullYear(), 4)}-${digits(date.getUTCMonth() + 1, 2)}-${digits(date.getUTCDate(), 2)}`;
}

/** Day number of a Gregorian date; months past December carry over, years below 100 are meant as written. */
export function utcDay(year: number, month: number, day: number): DayNumber {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / DAY);
}

/** 0 = Monday ... 6 = Sunday, the order of `WEEKDAYS`. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** `month * 100 + day` of a day number: the key under which a date returns every year. */
export function monthDayOf(day: DayNumber): number {
  const date = new Date(day * DAY);
  return (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** `month * 100 + day` of `MM-DD`; null when no year has such a date (02-29 is one). */
export function parseMonthDay(text: string): number | null {
  const match = MONTH_DAY.exec(text);
  if (match === null) return null;
  return dayOf(`2000-${text}`) === null ? null : Number(match[1]) * 100 + Number(match[2]);
}

/** Milliseconds from midnight of `HH:MM`, `24:00` included; null when it is no time of day. */
export function parseWallTime(text: WallTime): Ms | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null;
  return hours * HOUR + minutes * MINUTE;
}

/** The date `days` later (or earlier). */
export function addDays(date: LocalDate, days: number): LocalDate {
  const day = dayOf(date);
  if (day === null) throw new RangeError(`not a date: ${date}`);
  return dateOf(day + days);
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
