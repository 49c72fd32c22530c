export * from './review.js';
export * from './snapshot.js';
