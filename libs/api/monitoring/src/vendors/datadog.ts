import type { Signal } from '@daylight/domain';
import { firstText, isFields, labelled, textAt, valueAt } from './fields.js';
import { instantOf, oneSignal, severityOf, unreadable, type BodyRead } from './signal-of.js';

const STATES: Readonly<Record<string, Signal['state']>> = {
  ...{ triggered: 'FIRING', 're-triggered': 'FIRING', warn: 'FIRING', 're-warn': 'FIRING', renotify: 'FIRING' },
  ...{ 'no data': 'FIRING', 're-no data': 'FIRING', recovered: 'RECOVERED' },
};
const BY_TRANSITION: Readonly<Record<string, string>> = { warn: 'warning', 're-warn': 'warning' };

/** Datadog, by the webhook payload that the source's instructions give. */
export function readDatadog(body: unknown): BodyRead {
  if (!isFields(body)) return unreadable('UNKNOWN_SHAPE');
  const id = firstText(body, 'alert_id', 'aggreg_key', 'id');
  if (id === null) return unreadable('UNKNOWN_SHAPE', 'alert_id');
  const transition = (firstText(body, 'transition', 'alert_transition') ?? '').toLowerCase();
  const state = STATES[transition];
  if (state === undefined) return unreadable('NO_STATE', transition);
  const scope = firstText(body, 'scope', 'alert_scope');
  const type =
    firstText(body, 'priority', 'alert_priority') ?? BY_TRANSITION[transition] ?? firstText(body, 'type', 'alert_type');
  return oneSignal({
    fingerprint: scope === null ? `alert:${id}` : `alert:${id}:${scope}`,
    state,
    severity: severityOf(type, 'HIGH'),
    // `[Triggered] CPU is high on {host:a}` keeps its words only.
    title: (firstText(body, 'alert_title', 'title', 'event_title') ?? '').replace(/^(\[[^\]]*\]\s*)+/, ''),
    description: firstText(body, 'body', 'text', 'alert_status') ?? '',
    labels: labelled({ host: firstText(body, 'host', 'hostname'), scope, tags: textAt(body, 'tags') }),
    link: firstText(body, 'link', 'url'),
    occurredAt: instantOf(valueAt(body, 'date')),
  });
}
