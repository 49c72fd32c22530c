import type { Signal } from '@daylight/domain';
import { fieldsAt, isFields, labelled, listAt, textAt, valueAt } from './fields.js';
import { instantOf, nothing, oneSignal, unreadable, type BodyRead } from './signal-of.js';

const STATES: Readonly<Record<string, Signal['state']>> = { ALARM: 'FIRING', OK: 'RECOVERED' };

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

function dimensions(alarm: unknown): Readonly<Record<string, string | null>> {
  const named = listAt(alarm, 'Trigger', 'Dimensions').map((each): readonly [string, string | null] => [
    textAt(each, 'name') ?? '',
    textAt(each, 'value'),
  ]);
  return Object.fromEntries(named.filter(([name]) => name !== ''));
}

/** An alarm of CloudWatch: the text inside a notification of SNS. */
function readAlarm(alarm: unknown): BodyRead {
  const [name, value] = [textAt(alarm, 'AlarmName'), textAt(alarm, 'NewStateValue')];
  if (name === null || value === null) return unreadable('UNKNOWN_SHAPE', 'Message.AlarmName');
  // Not measured is neither wrong nor well again.
  if (value === 'INSUFFICIENT_DATA') return nothing(value);
  const state = STATES[value];
  if (state === undefined) return unreadable('NO_STATE', value);
  const [account, region] = [textAt(alarm, 'AWSAccountId'), textAt(alarm, 'Region')];
  const trigger = fieldsAt(alarm, 'Trigger');
  return oneSignal({
    fingerprint: textAt(alarm, 'AlarmArn') ?? [account, region, name].join(':'),
    state,
    severity: 'HIGH',
    title: name,
    description: [textAt(alarm, 'AlarmDescription'), textAt(alarm, 'NewStateReason')]
      .filter((text) => text !== null)
      .join('\n'),
    labels: labelled({
      ...{ account, region, namespace: textAt(trigger, 'Namespace'), metric: textAt(trigger, 'MetricName') },
      ...dimensions(alarm),
    }),
    link: null,
    occurredAt: instantOf(valueAt(alarm, 'StateChangeTime')),
  });
}

/** What SNS posts. Its signature is checked apart (sns/verify.ts); a confirmation asks for an answer and names no alert. */
export function readCloudwatch(body: unknown): BodyRead {
  const type = textAt(body, 'Type');
  if (type === 'SubscriptionConfirmation' || type === 'UnsubscribeConfirmation') return nothing(type);
  if (type !== 'Notification') return unreadable('UNKNOWN_SHAPE', 'Type');
  const alarm = parse(textAt(body, 'Message') ?? '');
  return isFields(alarm) ? readAlarm(alarm) : unreadable('UNKNOWN_SHAPE', 'Message');
}
