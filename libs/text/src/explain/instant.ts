import type { Instant, Language } from '@daylight/domain';
import { localParts } from '@daylight/domain';

const WEEKDAYS = {
  ko: ['월', '화', '수', '목', '금', '토', '일'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
 * An instant as a wall in a zone shows it: `2026년 8월 3일(월) 10:30` / `Mon 3 Aug 2026, 10:30`.
 * Written out here and not by `Intl`, so that mail, PDF and every browser say the same.
 */
export function sayInstant(at: Instant, zone: string, language: Language): string {
  const { year, month, day, hour, minute, weekday } = localParts(zone, at);
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const name = WEEKDAYS[language][weekday] ?? '';
  if (language === 'ko') return `${year}년 ${month}월 ${day}일(${name}) ${time}`;
  return `${name} ${day} ${MONTHS[month - 1] ?? ''} ${year}, ${time}`;
}

/** The same with its zone, where the reader may be elsewhere: `... 10:30(Asia/Seoul)`. */
export function sayInstantAndZone(at: Instant, zone: string, language: Language): string {
  const said = sayInstant(at, zone, language);
  return language === 'ko' ? `${said}(${zone})` : `${said} (${zone})`;
}
