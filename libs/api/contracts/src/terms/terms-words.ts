import { type LocalizedText, type Terms, type TermsChange } from '@daylight/domain';
import { sayTermsChange } from '@daylight/text';

/** `TermsChange` of the schema. */
export interface TermsChangeView {
  readonly path: string;
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  readonly text: LocalizedText;
}

/** One difference in words, items by their names. */
export function sayChange(change: TermsChange, before: Terms, after: Terms): TermsChangeView {
  return { path: change.path, kind: change.kind, text: sayTermsChange(change, before, after) };
}
