import { outcomeOf, type TypedDocumentNode } from '@daylight/web-data';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { useAct } from '../forms/use-act.js';
import type { ReviewChangeFragment, ReviewWholeFragment } from './generated/reviews.js';

export interface ReviewAct<Variables> {
  /** The review as it is now; null when the wish was refused, and `messages` say why. */
  readonly run: (variables: Variables) => Promise<ReviewWholeFragment | null>;
  readonly busy: boolean;
  readonly messages: readonly string[];
  /** What somebody else wrote meanwhile; null when nobody did. */
  readonly stale: ReviewWholeFragment | null;
  readonly forget: () => void;
}

/** Any of the review's mutations: they all end in the same ways. */
export function useReviewAct<Key extends string, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<{ readonly [K in Key]: ReviewChangeFragment }, Variables>,
  key: Key,
): ReviewAct<Variables> {
  const text = useText();
  const act = useAct(document);
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [stale, setStale] = useState<ReviewWholeFragment | null>(null);
  function forget(): void {
    setMessages([]);
    setStale(null);
  }
  async function run(variables: Variables): Promise<ReviewWholeFragment | null> {
    forget();
    const data = await act.run(variables);
    if (data === null) return null;
    const result: ReviewChangeFragment = data[key];
    return outcomeOf<ReviewChangeFragment, ReviewWholeFragment | null>(result, {
      ReviewChanged: ({ review }) => review,
      ReviewRefused: ({ message }) => refuse([message]),
      StaleReview: ({ current }) => {
        setStale(current);
        return null;
      },
      InputRefused: ({ problems }) => refuse(problems.map(({ message }) => message)),
      NotFound: () => refuse([text('review.gone')]),
    });
  }
  const refuse = (said: readonly string[]): null => {
    setMessages(said);
    return null;
  };
  return { run, busy: act.busy, messages, stale, forget };
}
