export * from './explain/index.js';
