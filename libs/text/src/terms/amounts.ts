import type { Language, LocalizedText, TargetAmount, Terms, WallInterval } from '@daylight/domain';
import { sayMinor } from '../credit/numbers.js';

/** How one part of a terms document reads; `keys` are those of a change, outermost first. null: there is nothing. */
export type Say = (terms: Terms, keys: readonly string[], language: Language) => string | null;

/** A promised length: `1시간 30분`, `2 business days`. */
export function sayTargetAmount(amount: TargetAmount, language: Language): string {
  if (amount.unit === 'BUSINESS_DAYS') return sayCount(amount.days, ['영업일', 'business day'], language);
  return sayMinutes(amount.minutes, language);
}

/** Whole minutes in hours and minutes. */
export function sayMinutes(minutes: number, language: Language): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = language === 'ko' ? [`${hours}시간`, `${rest}분`] : [`${hours} h`, `${rest} min`];
  if (hours === 0) return parts[1] ?? '';
  return rest === 0 ? (parts[0] ?? '') : parts.join(' ');
}

/** `3일`, `1 day`, `3 days`. */
export function sayCount(count: number, [ko, en]: readonly [ko: string, en: string], language: Language): string {
  return language === 'ko' ? `${count}${ko}` : `${count} ${en}${count === 1 ? '' : 's'}`;
}

/** A fee for a month in the contract's currency. */
export function sayFee(minor: number | null | undefined, currency: string, language: Language): string | null {
  return minor === null || minor === undefined ? null : sayMinor(minor, currency, language);
}

export function sayText(text: LocalizedText | undefined, language: Language): string | null {
  const said = text?.[language] ?? '';
  return said === '' ? null : said;
}

export function sayYesNo(yes: boolean, language: Language): string {
  if (language === 'ko') return yes ? '예' : '아니요';
  return yes ? 'yes' : 'no';
}

/** `09:00–12:00, 13:00–18:00`; none: closed. */
export function sayIntervals(intervals: readonly WallInterval[], language: Language): string {
  if (intervals.length === 0) return language === 'ko' ? '휴무' : 'closed';
  return intervals.map(({ from, to }) => `${from}–${to}`).join(', ');
}
