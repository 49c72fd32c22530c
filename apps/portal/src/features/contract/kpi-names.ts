import { kpiDefinition } from '@daylight/domain';
import type { MessageId } from '../../app/text.js';

const NAMED = [
  'SLA_ATTAINMENT',
  'ON_TIME_REQUESTS',
  'FIRST_RESPONSE_TIME_P50',
  'FIRST_RESPONSE_TIME_P90',
  'ACKNOWLEDGE_TIME_MEAN',
  'NEVER_ACKNOWLEDGED',
  'RESTORE_TIME_P50',
  'RESTORE_TIME_P90',
  'RESOLVE_TIME_P50',
  'RESOLVE_TIME_P90',
  'CLIENT_REPLY_TIME_P50',
  'CLIENT_REPLY_TIME_P90',
  'REOPEN_RATE',
  'FIRST_CONTACT_RESOLUTION',
  'BACKLOG_END',
  'OPEN_OVERDUE',
  'AGE_OVER_30_DAYS',
] as const;

/** The message that names a figure; null for those that nobody sets a target on. */
export function kpiNameId(kpi: string): Extract<MessageId, `kpi.name.${string}`> | null {
  const known = NAMED.find((name) => name === kpi);
  return known === undefined ? null : `kpi.name.${known}`;
}

/** What a figure's target is counted in; ratios where the figure isn't known. */
export const kpiUnitOf = (kpi: string): 'BASIS_POINTS' | 'SECONDS' | 'COUNT' =>
  kpiDefinition(kpi)?.unit ?? 'BASIS_POINTS';
