export * from './definitions.js';
export * from './facts.js';
export * from './facts-of.js';
export { nearestRank, valueOf, type Exclusion, type KpiFigure, type KpiPeriod } from './figure.js';
export * from './report.js';
export * from './judge.js';
export * from './rollup.js';
export * from './summary.js';
