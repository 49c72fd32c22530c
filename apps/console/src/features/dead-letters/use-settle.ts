import { outcomeOf, useMutation } from '@daylight/web-data';
import { useText } from '../../app/text.js';
import {
  DiscardDeadLettersDocument,
  RetryDeadLettersDocument,
  type LettersSettledFragment,
} from './generated/dead-letters.js';

export interface Settle {
  readonly busy: boolean;
  /** Null: done. Otherwise why not. */
  readonly retry: (ids: readonly string[]) => Promise<string | null>;
  readonly discard: (ids: readonly string[], reason: string) => Promise<string | null>;
}

/** Sends dead letters back to their queues, or lets them be. */
export function useSettle(): Settle {
  const text = useText();
  const [{ fetching: retrying }, retry] = useMutation(RetryDeadLettersDocument);
  const [{ fetching: discarding }, discard] = useMutation(DiscardDeadLettersDocument);
  const problemOf = (result: LettersSettledFragment | undefined): string | null =>
    result === undefined
      ? text('page.unreachable')
      : outcomeOf<LettersSettledFragment, string | null>(result, {
          DeadLettersSettled: () => null,
          InputRefused: ({ problems }) => problems.map(({ message }) => message).join(' '),
          NotFound: () => text('letters.gone'),
        });
  return {
    busy: retrying || discarding,
    retry: async (ids) => problemOf((await retry({ input: { ids } })).data?.retryDeadLetters),
    discard: async (ids, reason) => problemOf((await discard({ input: { ids, reason } })).data?.discardDeadLetters),
  };
}
