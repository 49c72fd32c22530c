import { formatInstant, zoneName } from '@daylight/web-format';
import { useLanguage, useZone } from '@daylight/web-ui';
import { useText } from '../../app/text.js';

/** A stretch by the schedule's clock and, where the reader's says something else, by that one as well. */
export function Stretch({ from, to, zone }: { readonly from: string; readonly to: string; readonly zone: string }) {
  const text = useText();
  const language = useLanguage();
  const own = useZone();
  const say = (clock: string): string =>
    `${formatInstant(from, { language, zone: clock, style: 'dayTime' })} – ${formatInstant(to, { language, zone: clock, style: 'dayTime', withZone: true })}`;
  const at = Date.parse(from);
  const same = zoneName(at, own, language) === zoneName(at, zone, language);
  return (
    <span className="dl-number">
      {say(zone)}
      {same ? null : ` (${text('onCall.yours', { time: say(own) })})`}
    </span>
  );
}
