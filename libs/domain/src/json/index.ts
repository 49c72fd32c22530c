export * from './canonical.js';
export type { ReadProblem } from './read.js';
