import type { Scope } from '@daylight/api-platform';
import type { Actor } from '@daylight/domain';

/** Who the log names for what this scope does. */
export function actorOf(scope: Scope): Actor {
  return { side: scope.side, userId: scope.personId };
}
