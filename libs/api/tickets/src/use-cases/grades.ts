import type { Grade } from '@daylight/domain';
import type { InputFault } from './outcome.js';

function isGrade(value: number): value is Grade {
  return value === 1 || value === 2 || value === 3;
}

/** Impact and urgency as the domain has them, or what is wrong with them. */
export function gradesOf({
  impact,
  urgency,
}: {
  readonly impact: number;
  readonly urgency: number;
}): { readonly impact: Grade; readonly urgency: Grade } | { readonly faults: readonly InputFault[] } {
  if (isGrade(impact) && isGrade(urgency)) return { impact, urgency };
  const faults = [
    { path: 'impact', value: impact },
    { path: 'urgency', value: urgency },
  ].filter(({ value }) => !isGrade(value));
  return { faults: faults.map(({ path }) => ({ path, kind: 'OUT_OF_RANGE' as const })) };
}
