import { formatInstant, instantOf, localeOf, wallClock, type Language } from '@daylight/web-format';

const DAY = 86_400_000;

/** `[from, to)` as ISO 8601. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Where a stretch stands in a row that spans `[start, end)` (ms), in percent; null: outside of it. */
export function placeIn(
  start: number,
  end: number,
  span: Span,
): { readonly left: number; readonly width: number } | null {
  const from = Math.max(Date.parse(span.from), start);
  const to = Math.min(Date.parse(span.to), end);
  if (from >= to) return null;
  return { left: ((from - start) / (end - start)) * 100, width: ((to - from) / (end - start)) * 100 };
}

/** `2026-11-23` and a number of days, as a date of the calendar. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The local midnights of `zone` from the one at `from` (ISO 8601) on, `days` + 1 of them (ms): a day may have 23 or 25 hours. */
export function midnights(from: string, days: number, zone: string): readonly number[] {
  const first = wallClock(Date.parse(from), zone).slice(0, 10);
  return Array.from({ length: days + 1 }, (_none, index) =>
    Date.parse(instantOf(`${addDays(first, index)}T00:00`, zone) ?? from),
  );
}

/** The stretch that an instant lies in. */
export const at = <T extends Span>(spans: readonly T[], now: number): T | null =>
  spans.find(({ from, to }) => Date.parse(from) <= now && now < Date.parse(to)) ?? null;

/** The first stretch after an instant. */
export const after = <T extends Span>(spans: readonly T[], now: number): T | null =>
  spans.find(({ from }) => Date.parse(from) > now) ?? null;

/** A day (its midnight, ms) above a week: the date without its year, and its two parts where there is no room for it. */
export function dayWords(day: number, zone: string, language: Language) {
  const date = formatInstant(day, { language, zone, style: 'date' })
    .replace(/^\d{4}\. /, '')
    .replace(/ \d{4}$/, '');
  const weekday = new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', timeZone: zone }).format(day);
  return { date, weekday, dayOfMonth: Number(wallClock(day, zone).slice(8, 10)) };
}

/** The month of an instant, with its year: "2026년 11월". */
export const monthWords = (at: number, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { year: 'numeric', month: 'long', timeZone: zone }).format(at);
