import { formatInstant } from '@daylight/web-format';
import { Badge, useLanguage, useZone } from '@daylight/web-ui';
import { useText } from '../../app/text.js';

export interface OpenNowHours {
  readonly always: boolean;
  readonly openNow: boolean;
  readonly nextOpening: string | null;
  readonly nextClosing: string | null;
}

/** Whether service hours run right now, and until or from when. */
export function OpenNow({ hours }: { readonly hours: OpenNowHours }) {
  const text = useText();
  const language = useLanguage();
  const zone = useZone();
  const at = (instant: string): string => formatInstant(instant, { language, zone, style: 'dayTime', withZone: true });
  if (hours.always) return <Badge tone="ok">{text('hours.always')}</Badge>;
  if (hours.openNow)
    return (
      <Badge tone="ok">
        {hours.nextClosing === null ? text('hours.open') : text('hours.openUntil', { at: at(hours.nextClosing) })}
      </Badge>
    );
  return (
    <Badge>
      {hours.nextOpening === null ? text('hours.closed') : text('hours.closedUntil', { at: at(hours.nextOpening) })}
    </Badge>
  );
}
