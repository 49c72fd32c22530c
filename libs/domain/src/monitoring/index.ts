export * from './signal.js';
export * from './alert.js';
export * from './grouping.js';
