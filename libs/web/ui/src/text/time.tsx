import { formatInstant, zoneName, type InstantStyle } from '@daylight/web-format';
import { useLanguage, useZone } from './locale.js';
import { useUiText } from './ui-text.js';

export interface TimeProps {
  /** ISO 8601. */
  readonly at: string;
  readonly style?: InstantStyle;
  /** The contract's zone: said on hover beside the reader's own. */
  readonly contractZone?: string | null;
  readonly withZone?: boolean;
}

/** An instant in the reader's zone; hovering says it with the zone, and in the contract's zone where that differs. */
export function Time({ at, style = 'dateTime', contractZone = null, withZone = false }: TimeProps) {
  const language = useLanguage();
  const zone = useZone();
  const text = useUiText();
  const own = formatInstant(at, { language, zone, withZone: true });
  const ms = Date.parse(at);
  const same = contractZone === null || zoneName(ms, contractZone, language) === zoneName(ms, zone, language);
  const title = same
    ? own
    : `${own}\n${text('ui.time.contract', { time: formatInstant(at, { language, zone: contractZone, withZone: true }) })}`;
  return (
    <time dateTime={at} title={title} className="dl-number">
      {formatInstant(at, { language, zone, style, withZone })}
    </time>
  );
}
