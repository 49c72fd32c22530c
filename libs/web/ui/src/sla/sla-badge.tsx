import { formatDuration, formatInstant, type Language } from '@daylight/web-format';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconMinus, IconPlayerPause, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Badge, type Tone } from '../feedback/badge.js';
import { Tooltip } from '../overlays/tooltip.js';
import { useLanguage, useZone } from '../text/locale.js';
import type { Say } from '../text/text.js';
import { useUiText, type UiMessageId } from '../text/ui-text.js';
import { useNow } from '../text/use-now.js';
import classes from './sla-badge.module.css';
import { slaView, type SlaClock, type SlaView } from './sla-state.js';

export interface SlaBadgeProps {
  readonly clock: SlaClock;
  /** The contract's zone and calendar, told on hover. */
  readonly contractZone?: string | null;
  readonly calendarName?: string | null;
  /** Why it is paused, in the reader's language. */
  readonly pausedReason?: string | null;
  /** Time not counted so far (ms). */
  readonly pausedMs?: number;
}

const MINUTE = 60_000;

const LOOK: Readonly<Record<SlaView['kind'], readonly [Tone, ReactNode]>> = {
  running: ['neutral', <IconClock key="i" aria-hidden />],
  soon: ['warn', <IconAlertTriangle key="i" aria-hidden />],
  overdue: ['danger', <IconX key="i" aria-hidden />],
  met: ['ok', <IconCircleCheck key="i" aria-hidden />],
  late: ['danger', <IconX key="i" aria-hidden />],
  missed: ['danger', <IconX key="i" aria-hidden />],
  paused: ['neutral', <IconPlayerPause key="i" aria-hidden />],
  cancelled: ['neutral', <IconMinus key="i" aria-hidden />],
  none: ['neutral', <IconMinus key="i" aria-hidden />],
};

function sentence(view: SlaView, props: SlaBadgeProps, language: Language, text: Say<UiMessageId>): string {
  const duration = (ms: number): string => formatDuration(ms, language);
  switch (view.kind) {
    case 'running':
      return text(`ui.sla.running.${props.clock.kind}`, { left: duration(view.leftMs) });
    case 'soon':
      return text('ui.sla.soon', { left: duration(view.leftMs) });
    case 'overdue':
      return text('ui.sla.overdue', { over: duration(view.overMs) });
    case 'met':
      return text('ui.sla.met', { took: duration(view.tookMs) });
    case 'late':
      return text('ui.sla.late', { over: duration(view.overMs) });
    case 'missed':
      return view.overMs < MINUTE ? text('ui.sla.missed') : text('ui.sla.missedBy', { over: duration(view.overMs) });
    case 'paused':
      return props.pausedReason ?? text('ui.sla.paused');
    case 'cancelled':
      return text('ui.sla.cancelled');
    case 'none':
      return text('ui.sla.none');
  }
}

/** Whether the label changes each second: only in the last five minutes, before or after the due instant. */
function needsSeconds(clock: SlaClock, now: number): boolean {
  const counts =
    clock.state === 'RUNNING' || (clock.state === 'BREACHED' && typeof (clock.metAt ?? clock.endedAt) !== 'string');
  if (!counts || clock.dueAt === null) return false;
  return Math.abs(Date.parse(clock.dueAt) - now) < 300_000;
}

/** A clock in one glance: icon, words and hue. The tooltip says the due instant in both zones and what was not counted. */
export function SlaBadge(props: SlaBadgeProps) {
  const minute = useNow('minute');
  return needsSeconds(props.clock, minute) ? <Ticking {...props} /> : <Face {...props} now={minute} />;
}

const Ticking = (props: SlaBadgeProps) => <Face {...props} now={useNow('second')} />;

function Face({ now, ...props }: SlaBadgeProps & { readonly now: number }) {
  const language = useLanguage();
  const text = useUiText();
  const details = useDetails(props);
  const view = slaView(props.clock, now);
  const [tone, icon] = LOOK[view.kind];
  const badge = (
    <Badge tone={tone} icon={icon} look={view.kind === 'none' || view.kind === 'cancelled' ? 'plain' : 'soft'}>
      {sentence(view, props, language, text)}
    </Badge>
  );
  if (details === '') return badge;
  return (
    <Tooltip content={details}>
      <span tabIndex={0} className={classes['trigger']}>
        {badge}
      </span>
    </Tooltip>
  );
}

function useDetails({ clock, contractZone = null, calendarName = null, pausedMs = 0 }: SlaBadgeProps): string {
  const language = useLanguage();
  const zone = useZone();
  const text = useUiText();
  if (clock.state === 'NONE') return '';
  const lines = [text(`ui.sla.kind.${clock.kind}`)];
  if (clock.dueAt !== null) {
    lines.push(text('ui.sla.due', { time: formatInstant(clock.dueAt, { language, zone, withZone: true }) }));
    if (contractZone !== null && contractZone !== zone)
      lines.push(
        text('ui.time.contract', {
          time: formatInstant(clock.dueAt, { language, zone: contractZone, withZone: true }),
        }),
      );
  }
  lines.push(
    text('ui.sla.used', {
      used: formatDuration(clock.usedMs, language),
      target: formatDuration(clock.targetMs, language),
    }),
  );
  if (pausedMs > 0) lines.push(text('ui.sla.notCounted', { paused: formatDuration(pausedMs, language) }));
  if (calendarName !== null) lines.push(text('ui.sla.calendar', { name: calendarName }));
  return lines.join('\n');
}
