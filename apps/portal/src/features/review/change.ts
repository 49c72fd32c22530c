import { outcomeOf } from '@daylight/web-data';
import type { ReviewChangeFragment } from './generated/review.js';

/** What came of an act on a review. */
export type ReviewOutcome =
  | { readonly kind: 'changed' }
  | { readonly kind: 'stale'; readonly yours: number; readonly current: number }
  | { readonly kind: 'refused'; readonly messages: readonly string[] };

interface Words {
  readonly failed: string;
  readonly gone: string;
}

/** Reads the answer to any of the review's mutations; undefined: none came. */
export function readReviewChange(result: ReviewChangeFragment | undefined, { failed, gone }: Words): ReviewOutcome {
  if (result === undefined) return { kind: 'refused', messages: [failed] };
  return outcomeOf<ReviewChangeFragment, ReviewOutcome>(result, {
    ReviewChanged: () => ({ kind: 'changed' }),
    ReviewRefused: ({ message }) => ({ kind: 'refused', messages: [message] }),
    StaleReview: ({ yourVersion, current }) => ({ kind: 'stale', yours: yourVersion, current: current.version }),
    InputRefused: ({ problems }) => ({ kind: 'refused', messages: problems.map(({ message }) => message) }),
    NotFound: () => ({ kind: 'refused', messages: [gone] }),
  });
}
