import type { Severity, Signal } from '@daylight/domain';
import { asText, fieldsAt, labelled, listAt, textAt, valueAt } from './fields.js';
import { instantOf, oneSignal, unreadable, type BodyRead } from './signal-of.js';

const STATES: Readonly<Record<string, Signal['state']>> = { Fired: 'FIRING', Resolved: 'RECOVERED' };
const SEVERITY: Readonly<Record<string, Severity>> = {
  ...{ Sev0: 'CRITICAL', Sev1: 'HIGH', Sev2: 'WARNING', Sev3: 'INFO', Sev4: 'INFO' },
};

/** `Percentage CPU GreaterThan 25: 7.727`, one line a criterion. */
function criteria(body: unknown): string {
  return listAt(body, 'data', 'alertContext', 'condition', 'allOf')
    .map((each) => {
      const [metric, operator] = [textAt(each, 'metricName'), textAt(each, 'operator')];
      const [threshold, value] = [textAt(each, 'threshold'), textAt(each, 'metricValue')];
      return `${[metric, operator, threshold].filter((text) => text !== null).join(' ')}: ${value ?? '?'}`;
    })
    .join('\n');
}

/** Azure Monitor, common alert schema. */
export function readAzure(body: unknown): BodyRead {
  if (textAt(body, 'schemaId') !== 'azureMonitorCommonAlertSchema') return unreadable('UNKNOWN_SHAPE', 'schemaId');
  const essentials = fieldsAt(body, 'data', 'essentials');
  const condition = textAt(essentials, 'monitorCondition') ?? '';
  const state = STATES[condition];
  if (state === undefined) return unreadable('NO_STATE', condition);
  const rule = textAt(essentials, 'alertRule');
  const id = textAt(essentials, 'alertId') ?? textAt(essentials, 'originAlertId');
  if (rule === null || id === null) return unreadable('UNKNOWN_SHAPE', 'data.essentials.alertId');
  const items = listAt(essentials, 'configurationItems').flatMap((item) => asText(item) ?? []);
  const target = listAt(essentials, 'alertTargetIDs').flatMap((item) => asText(item) ?? [])[0] ?? null;
  return oneSignal({
    fingerprint: id,
    state,
    severity: SEVERITY[textAt(essentials, 'severity') ?? ''] ?? 'WARNING',
    title: items.length === 0 ? rule : `${rule}: ${items.join(', ')}`,
    description: [textAt(essentials, 'description'), criteria(body)]
      .filter((text) => text !== null && text !== '')
      .join('\n'),
    labels: labelled({
      ...{ rule, item: items[0] ?? null, target, service: textAt(essentials, 'monitoringService') },
      signal: textAt(essentials, 'signalType'),
    }),
    link: textAt(essentials, 'investigationLink'),
    occurredAt: instantOf(valueAt(essentials, state === 'FIRING' ? 'firedDateTime' : 'resolvedDateTime')),
  });
}
