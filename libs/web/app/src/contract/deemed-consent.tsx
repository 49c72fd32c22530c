import { Text, Time, useNow } from '@daylight/web-ui';
import { useText } from '../text.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Until when the client can object before silence counts as its consent (D-SLA-8, D-CON-4), and how long that is. */
export function DeemedConsent({ at }: { readonly at: string | null }) {
  const text = useText();
  const now = useNow('minute');
  if (at === null) return null;
  const left = Date.parse(at) - now;
  const said =
    left <= 0
      ? text('deemed.over')
      : left < DAY
        ? text('deemed.hours', { hours: Math.max(1, Math.ceil(left / HOUR)) })
        : text('deemed.days', { days: Math.floor(left / DAY) });
  return (
    <Text look="small">
      {text('deemed.until')} <Time at={at} withZone /> · {said}
    </Text>
  );
}
