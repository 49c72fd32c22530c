import { useCallback } from 'react';
import { useText } from '../text.js';

interface Answer {
  readonly __typename: string;
  readonly message?: string;
  readonly problems?: readonly { readonly message: string }[];
}

/**
 * Why a change of an outage, a window, an exclusion or a credit was not made, in words; null: it was. `done` is the
 * member of the union that says so. An answer this build doesn't know is no success.
 */
export function useRefusal(): (answer: Answer | undefined, done: string) => string | null {
  const text = useText();
  return useCallback(
    (answer, done) => {
      const type = answer?.__typename;
      if (type === done) return null;
      if (type === 'AvailabilityRefused') return answer?.message ?? text('avail.failed');
      if (type === 'InputRefused')
        return answer?.problems?.map(({ message }) => message).join(' ') ?? text('avail.failed');
      if (type === 'NotFound') return text('avail.gone');
      return text(type?.endsWith('ChangedMeanwhile') === true ? 'avail.stale' : 'avail.failed');
    },
    [text],
  );
}
