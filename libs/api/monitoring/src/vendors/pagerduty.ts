import { fieldsAt, isFields, labelled, labelsOf, listAt, textAt, valueAt } from './fields.js';
import { fingerprintOf, instantOf, nothing, oneSignal, severityOf, unreadable, type BodyRead } from './signal-of.js';

/** The key of an event, made up for a trigger that has none, as its sender expects it in the answer; null: not an event. */
export function dedupKeyOf(body: unknown): string | null {
  if (!isFields(body) || textAt(body, 'event_action') === null) return null;
  const key = textAt(body, 'dedup_key');
  return key ?? fingerprintOf([textAt(body, 'payload', 'source'), textAt(body, 'payload', 'summary')]);
}

/** Whatever speaks PagerDuty's Events API v2. */
export function readPagerduty(body: unknown): BodyRead {
  const key = dedupKeyOf(body);
  if (key === null) return unreadable('UNKNOWN_SHAPE', 'event_action');
  const action = textAt(body, 'event_action') ?? '';
  if (action === 'acknowledge') return nothing('ACKNOWLEDGE');
  if (action !== 'trigger' && action !== 'resolve') return unreadable('NO_STATE', action);
  if (action === 'resolve' && textAt(body, 'dedup_key') === null) return unreadable('UNKNOWN_SHAPE', 'dedup_key');
  const payload = fieldsAt(body, 'payload');
  const [source, component] = [textAt(payload, 'source'), textAt(payload, 'component')];
  const details = labelsOf(fieldsAt(payload, 'custom_details'));
  const described = Object.entries(details).map(([name, value]) => `${name}: ${value}`);
  return oneSignal({
    fingerprint: key,
    state: action === 'trigger' ? 'FIRING' : 'RECOVERED',
    severity: severityOf(textAt(payload, 'severity')),
    // The end of an event may name nothing but its key.
    title: textAt(payload, 'summary') ?? (action === 'resolve' ? key : null),
    description: described.join('\n'),
    labels: labelled({
      ...{ source, component, group: textAt(payload, 'group'), class: textAt(payload, 'class') },
    }),
    link: textAt(body, 'client_url') ?? textAt(listAt(body, 'links')[0], 'href'),
    occurredAt: instantOf(valueAt(payload, 'timestamp')),
  });
}
