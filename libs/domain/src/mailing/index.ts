export * from './mail-timing.js';
