export * from './audit-record.js';
export * from './data-source.js';
export * from './instants.js';
export * from './outbox.js';
export * from './statement.js';
export * from './tx.js';
export * from './unit-of-work.js';
export * from './tx.decorators.js';
