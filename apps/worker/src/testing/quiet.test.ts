import type { WorkerListener } from '../runtime/worker.js';

/** Listens to nothing. */
export const quiet: WorkerListener = {
  attempted: () => undefined,
  databaseAway: () => undefined,
  databaseBack: () => undefined,
  leaseLost: () => undefined,
};
