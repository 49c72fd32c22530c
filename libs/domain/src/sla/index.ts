export * from './clock.js';
export { evaluateClocks, explainClock, explainClocks } from './evaluate.js';
export type { ClockInputs } from './fold.js';
export type { ClockInstant } from './next-instants.js';
export { nextInstants } from './next-instants.js';
export type { PromisedTime } from './promise.js';
export { promisedTimes } from './promise.js';
export { boundPolicy, servicePolicy, targetFor } from './targets.js';
export type { CalendarOf } from './track.js';
