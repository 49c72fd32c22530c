import { useState } from 'react';

interface Held<Message> {
  readonly shown: readonly Message[];
  /** How many have come since and wait to be asked for. */
  readonly count: number;
  readonly show: () => void;
}

/**
 * Holds back messages that arrive while somebody reads: what is under the eyes doesn't move by itself (ux.md 1.2). The
 * reader's own appear at once. Withdrawn ones go without being asked for.
 */
export function useHeld<Message extends { readonly id: string; readonly author: { readonly id: string } | null }>(
  messages: readonly Message[],
  readerId: string,
): Held<Message> {
  const [known, setKnown] = useState<ReadonlySet<string>>(() => new Set(messages.map(({ id }) => id)));
  const lastOwn = messages.findLastIndex(({ id, author }) => author?.id === readerId && !known.has(id));
  const shown = messages.filter(({ id }, index) => known.has(id) || index <= lastOwn);
  return { shown, count: messages.length - shown.length, show: () => setKnown(new Set(messages.map(({ id }) => id))) };
}
