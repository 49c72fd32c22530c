import { lengthFault } from './opening-faults.js';
import type { InputFault } from './outcome.js';

const REASON_LENGTH = 4_000;

/** The words of a reason, or null when there are none. */
export function reasonOf(reason: string | null): string | null {
  const words = reason?.trim() ?? '';
  return words === '' ? null : words;
}

export function reasonFault(reason: string | null): readonly InputFault[] {
  return reason === null ? [] : lengthFault('reason', reason, REASON_LENGTH);
}

/** Words for `ticket_text`, under the id by which an event refers to them; null without any. */
export interface ReasonWords {
  readonly textId: string;
  readonly body: string;
}

export function wordsOf(textId: string | null, body: string | null): ReasonWords | null {
  return textId === null || body === null ? null : { textId, body };
}
