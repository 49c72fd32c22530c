export * from './calendar.js';
export * from './instant.js';
