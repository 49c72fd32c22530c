import { formatInstant } from '@daylight/web-format';
import { Time, useLanguage, useZone } from '@daylight/web-ui';
import { useText } from '../text.js';

/** From when to when, the date said once where both are of one day in the reader's zone; without an end: until now. */
export function Stretch({ from, to }: { readonly from: string; readonly to: string | null }) {
  const text = useText();
  const language = useLanguage();
  const zone = useZone();
  const dateOf = (at: string): string => formatInstant(at, { language, zone, style: 'date' });
  return (
    <span>
      <Time at={from} style="dateTime" /> –{' '}
      {to === null ? (
        text('avail.goesOn')
      ) : (
        <Time at={to} style={dateOf(from) === dateOf(to) ? 'time' : 'dateTime'} withZone />
      )}
    </span>
  );
}
