export * from './canonical.js';
export type { ReadProblem } from './read.js';
export * as jsonReaders from './read.js';
