import type { InputProblem } from '@daylight/api-calendars';
import type { Language, LocalizedText } from '@daylight/domain';
import { REFUSALS, type RefusalKind } from './messages.js';

/** `AvailabilityRefused` of the schema: the rules say no; nothing was written. */
export interface AvailabilityRefused {
  readonly __typename: 'AvailabilityRefused';
  readonly kind: string;
  readonly message: string;
}

export function refused(kind: RefusalKind, language: Language): AvailabilityRefused {
  return { __typename: 'AvailabilityRefused', kind, message: REFUSALS[kind][language] };
}

/** One problem of the input, in the reader's language. */
export function problem(path: string, kind: string, text: LocalizedText, language: Language): InputProblem {
  return { path, kind, message: text[language] };
}
