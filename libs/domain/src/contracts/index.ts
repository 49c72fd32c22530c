export * from './terms.js';
export * from './defaults.js';
