import { formatLocalDate } from '@daylight/web-format';
import { useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';

/** Dates of contracts in words: no zone, no time of day. */
export function useDates(): {
  readonly day: (date: string) => string;
  readonly range: (from: string, to: string | null) => string;
} {
  const text = useText();
  const language = useLanguage();
  const day = (date: string): string => formatLocalDate(date, language);
  return {
    day,
    range: (from, to) => (to === null ? text('contract.from', { from: day(from) }) : `${day(from)} – ${day(to)}`),
  };
}
