import { outcomeOf } from '@daylight/web-data';
import type { HappenedLineFragment, TicketChangeFragment, TicketWholeFragment } from './generated/ticket.js';

export type Seen = Pick<TicketWholeFragment, 'status' | 'priority'>;

/** What came of an act on a ticket. */
export type ChangeOutcome =
  | { readonly kind: 'changed' }
  /** The change took it out of the reader's sight. */
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'refused';
      readonly messages: readonly string[];
      readonly goOnAt: { readonly id: string; readonly key: string } | null;
    }
  | Conflict;

/** Somebody was faster: the version that was acted on, the one there is now, and what happened between. */
export interface Conflict {
  readonly kind: 'conflict';
  readonly yours: number;
  /** The ticket as it was on the screen: the answer has already replaced it in the cache. */
  readonly seen: Seen;
  readonly current: TicketWholeFragment;
  readonly since: readonly HappenedLineFragment[];
}

const refused = (messages: readonly string[]): ChangeOutcome => ({ kind: 'refused', messages, goOnAt: null });

/** Reads the answer to any of the ticket's mutations; undefined: none came, said as `failed`. `seen` is what was acted on. */
export function readChange(result: TicketChangeFragment | undefined, seen: Seen, failed: string): ChangeOutcome {
  if (result === undefined) return refused([failed]);
  return outcomeOf<TicketChangeFragment, ChangeOutcome>(result, {
    TicketChanged: ({ ticket }) => ({ kind: ticket === null ? 'gone' : 'changed' }),
    TicketRefused: ({ problem, goOnAt }) => ({ kind: 'refused', messages: [problem.message], goOnAt }),
    TicketConflict: ({ yours, current, since }) => ({
      kind: 'conflict',
      yours,
      seen: { status: seen.status, priority: seen.priority },
      current,
      since,
    }),
    InputRefused: ({ problems }) => refused(problems.map(({ message }) => message)),
    NotFound: () => ({ kind: 'gone' }),
  });
}
