import type { Signal } from '@daylight/domain';
import { readAlertmanager } from './alertmanager.js';
import { fieldsAt, isFields, labelsOf, listAt, textAt, valueAt } from './fields.js';
import { nothing, oneSignal, severityOf, unreadable, type BodyRead } from './signal-of.js';

const STATES: Readonly<Record<string, Signal['state']>> = { alerting: 'FIRING', no_data: 'FIRING', ok: 'RECOVERED' };
const IDLE = new Set(['paused', 'pending']);

/** What was measured, as the old webhook lists it. */
function matches(body: unknown): string {
  return listAt(body, 'evalMatches')
    .map((match) => `${textAt(match, 'metric') ?? ''} = ${textAt(match, 'value') ?? ''}`)
    .join('\n');
}

function readLegacy(body: unknown): BodyRead {
  const state = textAt(body, 'state') ?? '';
  if (IDLE.has(state)) return nothing(state.toUpperCase());
  const known = STATES[state];
  if (known === undefined) return unreadable('NO_STATE', state);
  const tags = labelsOf(fieldsAt(body, 'tags'));
  return oneSignal({
    fingerprint: `rule:${textAt(body, 'orgId') ?? '1'}:${textAt(body, 'ruleId') ?? ''}`,
    state: known,
    severity: severityOf(tags['severity'] ?? null),
    // The state stands in a field of its own; `[Alerting]` would stay in the subject after the recovery.
    title: (textAt(body, 'title') ?? textAt(body, 'ruleName') ?? '').replace(/^\[[^\]]*\]\s*/, ''),
    description: [textAt(body, 'message'), matches(body)].filter((text) => text !== null && text !== '').join('\n'),
    labels: tags,
    link: textAt(body, 'ruleUrl'),
    occurredAt: null,
  });
}

/** Grafana's unified alerting, and the webhook of the versions before it. */
export function readGrafana(body: unknown): BodyRead {
  if (Array.isArray(valueAt(body, 'alerts'))) return readAlertmanager(body);
  return isFields(body) && 'ruleId' in body ? readLegacy(body) : unreadable('UNKNOWN_SHAPE', 'alerts');
}
