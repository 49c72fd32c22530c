import type { TargetAmount } from '@daylight/domain';

type Language = 'ko' | 'en';

const BUSINESS_DAYS = /^(\d{1,3})\s*(?:bd|영업일|business\s*days?|working\s*days?)$/i;
const HOURS_AND_MINUTES =
  /^(?:(\d{1,4}(?:\.\d{1,2})?)\s*(?:h|hr|hrs|hours?|시간))?\s*(?:(\d{1,6})\s*(?:m|min|mins|minutes?|분))?$/i;
const CLOCK = /^(\d{1,4}):([0-5]\d)$/;
const EMPTY = /^(?:|-|–|—|없음|n\/a|none)$/i;

/** What somebody wrote into a cell: an amount, nothing on purpose, or something that can't be read. */
export type ReadAmount =
  | { readonly kind: 'amount'; readonly amount: TargetAmount }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' };

const UNREADABLE: ReadAmount = { kind: 'unreadable' };

/**
 * Reads `30`, `30m`, `30분`, `4h`, `4시간`, `1h 30m`, `1.5h`, `1:30`, `5bd`, `5영업일`. A bare number is minutes. `5d` is
 * refused: whether days of the calendar or of business are meant is for a person to say.
 */
export function readAmount(written: string): ReadAmount {
  const text = written.trim();
  if (EMPTY.test(text)) return { kind: 'empty' };
  const days = BUSINESS_DAYS.exec(text)?.[1];
  if (days !== undefined) return within({ unit: 'BUSINESS_DAYS', days: Number(days) }, Number(days), 365);
  const clock = CLOCK.exec(text);
  if (clock !== null) return minutes(Number(clock[1]) * 60 + Number(clock[2]));
  if (/^\d{1,6}$/.test(text)) return minutes(Number(text));
  const parts = HOURS_AND_MINUTES.exec(text);
  return parts === null ? UNREADABLE : minutes(Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0));
}

const minutes = (count: number): ReadAmount =>
  within({ unit: 'MINUTES', minutes: Math.round(count) }, Math.round(count), 525_600);

/** Limits of the terms: at most a year of working minutes, at least one. */
const within = (amount: TargetAmount, count: number, most: number): ReadAmount =>
  count >= 1 && count <= most ? { kind: 'amount', amount } : UNREADABLE;

/** An amount as it can be typed again: `1시간 30분`, `48 h`, `5 business days`. Never in days of 24 hours, which nobody promised. */
export function writeAmount(amount: TargetAmount, language: Language): string {
  if (amount.unit === 'BUSINESS_DAYS')
    return language === 'ko' ? `${amount.days}영업일` : `${amount.days} business ${amount.days === 1 ? 'day' : 'days'}`;
  const hours = Math.floor(amount.minutes / 60);
  const rest = amount.minutes % 60;
  const parts = [
    hours > 0 ? `${hours}${language === 'ko' ? '시간' : ' h'}` : '',
    rest > 0 ? `${rest}${language === 'ko' ? '분' : ' min'}` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
