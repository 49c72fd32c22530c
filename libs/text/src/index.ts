export * from './explain/index.js';
export * from './mail/index.js';
