import { useCallback } from 'react';
import { useText } from '../../app/text.js';
import { refusalOf } from './answers.js';

/** Reads the answer to a change of people: null when it was made. */
export function useRefusal(): (result: Parameters<typeof refusalOf>[0]) => string | null {
  const text = useText();
  return useCallback(
    (result) =>
      refusalOf(result, {
        gone: text('page.gone'),
        unreachable: text('page.unreachable'),
        meanwhile: text('queue.changedMeanwhile'),
      }),
    [text],
  );
}
