import { formatDuration, formatInstant } from '@daylight/web-format';
import { IconAlertTriangle, IconClock, IconPlayerPause, IconX } from '@tabler/icons-react';
import { Badge } from '../feedback/badge.js';
import { Tooltip } from '../overlays/tooltip.js';
import { useLanguage, useZone } from '../text/locale.js';
import { useUiText } from '../text/ui-text.js';
import { useNow } from '../text/use-now.js';
import classes from './sla-badge.module.css';
import type { SlaClock } from './sla-state.js';

export interface DueBadgeProps {
  readonly kind: SlaClock['kind'];
  readonly state: SlaClock['state'];
  /** Null while paused. */
  readonly dueAt: string | null;
  /** Why it is paused, in the reader's language. */
  readonly pausedReason?: string | null;
}

const SOON_MS = 15 * 60_000;
const SECONDS_MS = 5 * 60_000;

/** The clock that comes due first, as a list knows it: by its due instant alone. */
export function DueBadge(props: DueBadgeProps) {
  const minute = useNow('minute');
  const near = props.dueAt !== null && Math.abs(Date.parse(props.dueAt) - minute) < SECONDS_MS;
  return near ? <Ticking {...props} /> : <Face {...props} now={minute} />;
}

const Ticking = (props: DueBadgeProps) => <Face {...props} now={useNow('second')} />;

function Face({ kind, state, dueAt, pausedReason = null, now }: DueBadgeProps & { readonly now: number }) {
  const language = useLanguage();
  const zone = useZone();
  const text = useUiText();
  if (state === 'PAUSED' || dueAt === null)
    return <Badge icon={<IconPlayerPause aria-hidden />}>{pausedReason ?? text('ui.sla.paused')}</Badge>;
  const left = Date.parse(dueAt) - now;
  const length = formatDuration(left, language);
  const badge =
    left <= 0 ? (
      <Badge tone="danger" icon={<IconX aria-hidden />}>
        {text('ui.sla.past', { over: length })}
      </Badge>
    ) : left <= SOON_MS ? (
      <Badge tone="warn" icon={<IconAlertTriangle aria-hidden />}>
        {text('ui.sla.soon', { left: length })}
      </Badge>
    ) : (
      <Badge icon={<IconClock aria-hidden />}>{text(`ui.sla.running.${kind}`, { left: length })}</Badge>
    );
  const details = `${text(`ui.sla.kind.${kind}`)}\n${text('ui.sla.due', { time: formatInstant(dueAt, { language, zone, withZone: true }) })}`;
  return (
    <Tooltip content={details}>
      <span tabIndex={0} className={classes['trigger']}>
        {badge}
      </span>
    </Tooltip>
  );
}
