import type { Tone } from '@daylight/web-ui';
import type { AlertSeverity } from './generated/triage.js';

export const SEVERITY_TONE: Readonly<Record<AlertSeverity, Tone>> = {
  CRITICAL: 'danger',
  HIGH: 'danger',
  WARNING: 'warn',
  INFO: 'neutral',
};
