import { fieldsAt, firstText, isFields, labelled, textAt, valueAt } from './fields.js';
import { instantOf, nothing, oneSignal, unreadable, type BodyRead } from './signal-of.js';

/** Uptime Kuma's webhook (JSON). */
export function readUptimeKuma(body: unknown): BodyRead {
  if (!isFields(body) || !('heartbeat' in body) || !('monitor' in body))
    return unreadable('UNKNOWN_SHAPE', 'heartbeat');
  // The test button sends neither.
  if (body['heartbeat'] === null && body['monitor'] === null) return nothing('TEST');
  const [heartbeat, monitor] = [fieldsAt(body, 'heartbeat'), fieldsAt(body, 'monitor')];
  const id = textAt(monitor, 'id') ?? firstText(heartbeat, 'monitorID', 'monitor_id');
  if (id === null) return unreadable('UNKNOWN_SHAPE', 'monitor.id');
  const status = textAt(heartbeat, 'status');
  if (status === '2' || status === '3') return nothing(status === '2' ? 'PENDING' : 'MAINTENANCE');
  if (status !== '0' && status !== '1') return unreadable('NO_STATE', status ?? '');
  return oneSignal({
    fingerprint: `monitor:${id}`,
    state: status === '0' ? 'FIRING' : 'RECOVERED',
    severity: 'CRITICAL',
    title: textAt(monitor, 'name'),
    description: textAt(heartbeat, 'msg') ?? textAt(body, 'msg') ?? '',
    labels: labelled({ type: textAt(monitor, 'type'), url: textAt(monitor, 'url'), host: textAt(monitor, 'hostname') }),
    link: textAt(monitor, 'url'),
    // Its text has no zone; only a true instant is taken.
    occurredAt: /Z$|[+-]\d\d:?\d\d$/.test(textAt(heartbeat, 'time') ?? '')
      ? instantOf(valueAt(heartbeat, 'time'))
      : null,
  });
}
