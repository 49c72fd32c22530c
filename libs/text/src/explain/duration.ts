import type { Language, Ms } from '@daylight/domain';
import { DAY, HOUR, MINUTE } from '@daylight/domain';

/** Working time in hours and minutes, `4시간 12분` / `4 h 12 min`: a working day has no fixed length. Rounded down. */
export function sayDuration(ms: Ms, language: Language): string {
  if (ms > 0 && ms < MINUTE) return language === 'ko' ? '1분 미만' : 'under 1 min';
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const parts = [unit(hours, '시간', 'h', language), unit(minutes, '분', 'min', language)].filter(
    (part) => part !== '',
  );
  return parts.length > 0 ? parts.join(' ') : language === 'ko' ? '0분' : '0 min';
}

/** Time as it passes on a wall, in days too from two days on: `2일 15시간` / `2 d 15 h`. Rounded down. */
export function sayLength(ms: Ms, language: Language): string {
  if (ms < 2 * DAY) return sayDuration(ms, language);
  const days = unit(Math.floor(ms / DAY), '일', 'd', language);
  const rest = ms % DAY;
  return rest < MINUTE ? days : `${days} ${sayDuration(rest, language)}`;
}

function unit(count: number, ko: string, en: string, language: Language): string {
  if (count === 0) return '';
  return language === 'ko' ? `${count}${ko}` : `${count} ${en}`;
}
