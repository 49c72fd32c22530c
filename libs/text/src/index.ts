export * from './explain/index.js';
export * from './mail/index.js';
export * from './kpi/index.js';
export * from './report/index.js';
export * from './escalation/index.js';
export * from './credit/index.js';
export * from './terms/index.js';
export * from './told/index.js';
