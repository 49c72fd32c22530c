import { localeOf, type Language } from './language.js';

/** How much of an instant to say. `dateTime` is the default everywhere; `time` only beside a date. */
export type InstantStyle = 'dateTime' | 'date' | 'time' | 'dayTime';

const OPTIONS: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  dateTime: { year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit' },
  date: { year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'short' },
  dayTime: { month: 'numeric', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
};
const ENGLISH_MONTH: Partial<Record<InstantStyle, Intl.DateTimeFormatOptions>> = {
  dateTime: { month: 'short' },
  date: { month: 'short' },
  dayTime: { month: 'short' },
};

/** Names that people use where the browser's own tables only know an offset. */
const ZONE_NAMES: Readonly<Record<string, string>> = {
  'Asia/Seoul': 'KST',
  'Asia/Tokyo': 'JST',
  UTC: 'UTC',
  'Etc/UTC': 'UTC',
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, zone: string, style: InstantStyle): Intl.DateTimeFormat {
  const key = `${language}|${zone}|${style}`;
  const known = formats.get(key);
  if (known) return known;
  const extra = language === 'en' ? ENGLISH_MONTH[style] : undefined;
  const made = new Intl.DateTimeFormat(localeOf(language), {
    ...OPTIONS[style],
    ...extra,
    hourCycle: 'h23',
    timeZone: zone,
  });
  formats.set(key, made);
  return made;
}

/** The short name of `zone` at that instant: "KST", "GMT+1". */
export function zoneName(at: number, zone: string, language: Language): string {
  const known = ZONE_NAMES[zone];
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat(localeOf(language), { timeZone: zone, timeZoneName: 'short' }).formatToParts(
    at,
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

export interface InstantFormat {
  readonly language: Language;
  /** IANA zone of the reader, or of the contract. */
  readonly zone: string;
  readonly style?: InstantStyle;
  /** Say the zone after the time; always do so where the reader may be elsewhere. */
  readonly withZone?: boolean;
}

/** "2026. 11. 22. (일) 14:05 KST" / "Sun, 22 Nov 2026, 14:05 KST". `at` is milliseconds since 1970 or ISO 8601. */
export function formatInstant(at: number | string, format: InstantFormat): string {
  const ms = typeof at === 'number' ? at : Date.parse(at);
  const text = formatOf(format.language, format.zone, format.style ?? 'dateTime').format(ms);
  return format.withZone === true ? `${text} ${zoneName(ms, format.zone, format.language)}` : text;
}

/** A calendar date `YYYY-MM-DD` (no zone, no instant) in words: "2026. 11. 22. (일)". */
export function formatLocalDate(date: string, language: Language): string {
  return formatOf(language, 'UTC', 'date').format(Date.parse(`${date}T00:00:00Z`));
}

/** A month `YYYY-MM` in words: "2026년 11월" / "November 2026"; `short` beside others of its year: "11월" / "Nov". */
export function formatMonth(month: string, language: Language, style: 'long' | 'short' = 'long'): string {
  const options = style === 'long' ? ({ year: 'numeric', month: 'long' } as const) : ({ month: 'short' } as const);
  const format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' });
  return format.format(Date.parse(`${month}-01T00:00:00Z`));
}

/** The zone of this browser. */
export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
