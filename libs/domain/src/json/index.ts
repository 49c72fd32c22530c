export * from './canonical.js';
export * from './read.js';
