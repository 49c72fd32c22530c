import type { Signal } from '@daylight/domain';
import { firstText, isFields, labelled, textAt, valueAt } from './fields.js';
import { instantOf, oneSignal, severityOf, unreadable, type BodyRead } from './signal-of.js';

const STATES: Readonly<Record<string, Signal['state']>> = {
  ...{ problem: 'FIRING', '1': 'FIRING', alerting: 'FIRING', update: 'FIRING' },
  ...{ resolved: 'RECOVERED', recovery: 'RECOVERED', ok: 'RECOVERED', '0': 'RECOVERED' },
};

/** Zabbix, by the media type that the source's instructions give (macros of the event as flat JSON). */
export function readZabbix(body: unknown): BodyRead {
  if (!isFields(body)) return unreadable('UNKNOWN_SHAPE');
  // A trigger is the thing that is wrong; each of its problems is an event of its own.
  const trigger = firstText(body, 'trigger_id', 'triggerid');
  const event = firstText(body, 'event_id', 'eventid', 'alert_uid');
  if (trigger === null && event === null) return unreadable('UNKNOWN_SHAPE', 'trigger_id');
  const said = firstText(body, 'status', 'event_status', 'state', 'value') ?? '';
  const state = STATES[said.toLowerCase()];
  if (state === undefined) return unreadable('NO_STATE', said);
  const host = firstText(body, 'host', 'host_name');
  return oneSignal({
    fingerprint: trigger === null ? `event:${event}` : `trigger:${trigger}`,
    state,
    severity: severityOf(firstText(body, 'severity', 'event_severity')),
    title: firstText(body, 'name', 'event_name', 'title', 'subject'),
    description: firstText(body, 'message', 'description', 'opdata') ?? '',
    labels: labelled({ host, ip: firstText(body, 'host_ip', 'ip'), tags: textAt(body, 'tags'), event }),
    link: firstText(body, 'link', 'url', 'link_to_upstream_details'),
    occurredAt: instantOf(valueAt(body, 'timestamp')),
  });
}
