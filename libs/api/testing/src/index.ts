export * from './test-database.js';
export * from './contracts.js';
