/** After so many attempts a job is given up: visible, replayable, no longer in anybody's way. */
export const MAX_ATTEMPTS = 8;

export const DEFAULT_PAUSE_MS: readonly [first: number, longest: number] = [2_000, 900_000];

/**
 * Pause before the next attempt (ms): doubled each time up to the longest, and spread by a quarter either way, so that
 * jobs that failed together don't come back together. `random` in [0, 1).
 */
export function pauseBefore(
  attemptsMade: number,
  [first, longest]: readonly [first: number, longest: number],
  random: number,
): number {
  const doubled = Math.min(longest, first * 2 ** (attemptsMade - 1));
  return Math.round(doubled * (0.75 + random / 2));
}
