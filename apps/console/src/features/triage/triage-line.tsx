import { Badge, Time } from '@daylight/web-ui';
import { IconEye } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { SEVERITY_TONE } from './severity.js';
import classes from './triage.module.css';
import type { TriageGroup } from './use-triage-list.js';

interface LineProps {
  readonly group: TriageGroup;
  readonly current: boolean;
  /** Colleagues who look at it. */
  readonly viewers: readonly string[];
  readonly onChoose: () => void;
}

/** One line of triage: an alert, or several that go together. */
export function TriageLine({ group, current, viewers, onChoose }: LineProps) {
  const text = useText();
  const { lead: alert, ids, gone } = group;
  const fires = alert.state === 'FIRING';
  return (
    <button type="button" className={classes['line']} aria-current={current} data-gone={gone} onClick={onChoose}>
      <span className={classes['title']}>{alert.title}</span>
      <span className={classes['meta']}>
        <Badge tone={fires ? SEVERITY_TONE[alert.severity] : 'ok'}>
          {fires ? text(`alert.severity.${alert.severity}`) : text('alert.state.RECOVERED')}
        </Badge>
        {ids.length > 1 ? <Badge tone="accent">{text('triage.grouped', { count: ids.length })}</Badge> : null}
        {alert.signals > 1 ? <Badge>{text('triage.times', { count: alert.signals })}</Badge> : null}
        {alert.flapping ? <Badge tone="warn">{text('triage.flapping')}</Badge> : null}
        {alert.underMaintenance ? <Badge>{text('triage.maintenance')}</Badge> : null}
        {alert.ticketKey === null ? null : <Badge tone="accent">{alert.ticketKey}</Badge>}
        {alert.claimedBy === null ? null : <Badge>{text('triage.taken', { name: alert.claimedBy.displayName })}</Badge>}
        {gone ? <Badge>{text('triage.goneMark')}</Badge> : null}
        {viewers.length === 0 ? null : (
          <Badge look="plain" icon={<IconEye aria-hidden />}>
            {text('presence.VIEWING', { names: viewers.join(', ') })}
          </Badge>
        )}
        <span>{alert.tenantName}</span>
        <span>{alert.sourceName}</span>
        <Time at={alert.lastAt} style="dayTime" />
      </span>
    </button>
  );
}
