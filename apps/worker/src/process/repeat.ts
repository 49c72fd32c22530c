import { Waiting } from '../runtime/waiting.js';

/** Something done again and again beside the jobs, by every worker; `stop` resolves when the round in hand is over. */
export interface Repeated {
  stop(): Promise<void>;
}

/** Runs `round` now and `pauseMs` after the end of each; a failing round is reported and the next one comes all the same. */
export function repeat(round: () => Promise<void>, pauseMs: number, failed: (error: unknown) => void): Repeated {
  const waiting = new Waiting();
  let stopped = false;
  const rounds = (async () => {
    while (!stopped) {
      await round().catch(failed);
      if (!stopped) await waiting.upTo(pauseMs);
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      waiting.wake();
      await rounds;
    },
  };
}
