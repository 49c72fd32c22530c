import type { Language } from './language.js';

const UNITS = [
  { ms: 86_400_000, ko: '일', en: ' d' },
  { ms: 3_600_000, ko: '시간', en: ' h' },
  { ms: 60_000, ko: '분', en: ' min' },
  { ms: 1_000, ko: '초', en: ' s' },
] as const;

/**
 * A length of time (ms, its sign ignored) in its two largest units, rounded down: "2시간 5분", "2 h 5 min", "42초".
 * Rounded down both ways: time left is never overstated and a breach is never called longer than it is.
 */
export function formatDuration(ms: number, language: Language): string {
  const total = Math.floor(Math.abs(ms) / 1_000) * 1_000;
  const first = UNITS.findIndex((unit) => total >= unit.ms);
  const index = first === -1 ? UNITS.length - 1 : first;
  const parts: string[] = [];
  let rest = total;
  for (const unit of UNITS.slice(index, index + 2)) {
    const count = Math.floor(rest / unit.ms);
    rest -= count * unit.ms;
    // Seconds beside minutes are noise above five minutes.
    if (unit.ms === 1_000 && total >= 300_000) continue;
    if (count > 0 || parts.length === 0) parts.push(`${count}${unit[language]}`);
  }
  return parts.join(' ');
}

/** ISO 8601 form for the `datetime` attribute of `<time>`: "PT2H5M". */
export function isoDuration(ms: number): string {
  const total = Math.floor(Math.abs(ms) / 1_000);
  const hours = Math.floor(total / 3_600);
  const minutes = Math.floor((total % 3_600) / 60);
  const seconds = total % 60;
  const text = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 ? `${seconds}S` : ''}`;
  return `PT${text === '' ? '0S' : text}`;
}
