import type { Grade } from '../contracts/defaults.js';
import type { Instant } from '../time/instant.js';

/** Worst first. */
export const SEVERITIES = ['CRITICAL', 'HIGH', 'WARNING', 'INFO'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One statement of a monitoring system about one thing, in Daylight's words, whoever sent it. */
export interface Signal {
  /** Names the thing that is wrong; unique within its source (D-MON-1). */
  readonly fingerprint: string;
  readonly state: 'FIRING' | 'RECOVERED';
  readonly severity: Severity;
  readonly title: string;
  readonly description: string;
  readonly labels: Readonly<Record<string, string>>;
  /** A page of the sender's about it. */
  readonly link: string | null;
  /** When it began or ended by the sender's clock; never used for deadlines, which count from our receipt (D-TKT-1). */
  readonly occurredAt: Instant | null;
}

export function isSeverity(text: string): text is Severity {
  return SEVERITIES.some((known) => known === text);
}

/** Whether `severity` is at least as bad as `threshold`. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

const GRADES: Readonly<Record<Severity, { readonly impact: Grade; readonly urgency: Grade }>> = {
  CRITICAL: { impact: 1, urgency: 1 },
  HIGH: { impact: 1, urgency: 2 },
  WARNING: { impact: 2, urgency: 2 },
  INFO: { impact: 3, urgency: 3 },
};

/** Impact and urgency of a ticket that an alert opens; the contract's matrix makes the priority of them. */
export function gradesOfSeverity(severity: Severity): { readonly impact: Grade; readonly urgency: Grade } {
  return GRADES[severity];
}
