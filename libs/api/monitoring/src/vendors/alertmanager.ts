import type { Signal } from '@daylight/domain';
import { firstText, fieldsAt, isFields, labelsOf, listAt, textAt, valueAt, type Fields } from './fields.js';
import { fingerprintOf, instantOf, severityOf, signalOf, unreadable, type BodyRead } from './signal-of.js';

/** One notification names so many alerts at most. */
const MOST_ALERTS = 5_000;

function titleOf(labels: Fields, annotations: Fields): string | null {
  const said = firstText(annotations, 'summary', 'title', 'message');
  if (said !== null) return said;
  const [name, instance] = [firstText(labels, 'alertname'), firstText(labels, 'instance')];
  return name !== null && instance !== null ? `${name}: ${instance}` : (name ?? firstText(annotations, 'description'));
}

function alertOf(alert: Fields): Signal | 'NO_STATE' | 'NO_TITLE' {
  const status = textAt(alert, 'status');
  if (status !== 'firing' && status !== 'resolved') return 'NO_STATE';
  const [labels, annotations] = [fieldsAt(alert, 'labels'), fieldsAt(alert, 'annotations')];
  const known = labelsOf(labels);
  const signal = signalOf({
    // As Alertmanager itself does: the labels are the identity.
    fingerprint: textAt(alert, 'fingerprint') ?? fingerprintOf(known),
    state: status === 'firing' ? 'FIRING' : 'RECOVERED',
    severity: severityOf(firstText(labels, 'severity', 'priority')),
    title: titleOf(labels, annotations),
    description: [textAt(annotations, 'description'), textAt(annotations, 'message'), textAt(alert, 'valueString')]
      .filter((text) => text !== null)
      .join('\n'),
    labels: known,
    link: textAt(alert, 'panelURL') ?? textAt(alert, 'generatorURL'),
    occurredAt: instantOf(valueAt(alert, status === 'firing' ? 'startsAt' : 'endsAt')),
  });
  return signal ?? 'NO_TITLE';
}

/** Prometheus Alertmanager's webhook, version 4 and 3; Grafana's unified alerting has the same shape. */
export function readAlertmanager(body: unknown): BodyRead {
  const alerts = listAt(body, 'alerts');
  if (!Array.isArray(valueAt(body, 'alerts'))) return unreadable('UNKNOWN_SHAPE', 'alerts');
  if (alerts.length === 0) return unreadable('EMPTY', 'alerts');
  if (alerts.length > MOST_ALERTS) return unreadable('TOO_MANY', String(alerts.length));
  const signals: Signal[] = [];
  for (const [index, alert] of alerts.entries()) {
    const signal = isFields(alert) ? alertOf(alert) : 'NO_STATE';
    if (typeof signal === 'string') return unreadable(signal, `alerts[${index}]`);
    signals.push(signal);
  }
  return { kind: 'signals', signals, note: null };
}
