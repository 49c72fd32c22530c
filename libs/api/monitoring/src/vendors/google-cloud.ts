import type { Signal } from '@daylight/domain';
import { fieldsAt, firstText, labelled, labelsOf, textAt, valueAt } from './fields.js';
import { instantOf, oneSignal, severityOf, unreadable, type BodyRead } from './signal-of.js';

const STATES: Readonly<Record<string, Signal['state']>> = { open: 'FIRING', closed: 'RECOVERED' };

/** Google Cloud Monitoring's webhook (and Stackdriver's before it). */
export function readGoogleCloud(body: unknown): BodyRead {
  const incident = fieldsAt(body, 'incident');
  const id = textAt(incident, 'incident_id');
  if (id === null) return unreadable('UNKNOWN_SHAPE', 'incident.incident_id');
  const state = STATES[textAt(incident, 'state') ?? ''];
  if (state === undefined) return unreadable('NO_STATE', textAt(incident, 'state') ?? '');
  const resource = firstText(incident, 'resource_display_name', 'resource_name');
  const [policy, condition] = [textAt(incident, 'policy_name'), textAt(incident, 'condition_name')];
  const named = [policy, condition].filter((text) => text !== null).join(': ');
  return oneSignal({
    fingerprint: id,
    state,
    severity: severityOf(textAt(incident, 'severity')),
    title: textAt(incident, 'summary') ?? (named === '' ? null : named),
    description: [named, textAt(incident, 'documentation', 'content')]
      .filter((text) => text !== null && text !== '')
      .join('\n'),
    labels: labelled({
      ...labelsOf(fieldsAt(incident, 'resource', 'labels')),
      ...{ policy, condition, resource, resource_id: textAt(incident, 'resource_id') },
    }),
    link: textAt(incident, 'url'),
    occurredAt: instantOf(valueAt(incident, state === 'FIRING' ? 'started_at' : 'ended_at')),
  });
}
