import type { Terms } from '@daylight/domain';
import type { FieldProblem } from '../../forms/field-problems.js';

/** What each part of the editor gets. */
export interface SectionProps {
  readonly terms: Terms;
  readonly change: (part: Partial<Terms>) => void;
  /** Paths from the input's root: `terms.services[0].policyId`. */
  readonly problems: readonly FieldProblem[];
}
