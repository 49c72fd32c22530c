export * from './text.js';
export * from './unreachable.js';
export * from './time/index.js';
export * from './contracts/index.js';
export * from './ticketing/index.js';
export * from './sla/index.js';
export * from './access/index.js';
export * from './json/index.js';
