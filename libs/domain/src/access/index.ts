export * from './delegation.js';
export * from './permissions.js';
export * from './roles.js';
export * from './ticket-permissions.js';
