export * from './terms.js';
export * from './availability-terms.js';
export * from './credit-terms.js';
export * from './defaults.js';
export * from './currency.js';
export { parseTerms, type ParsedTerms, type TermsProblem } from './parse-terms.js';
export * from './in-force.js';
export * from './amendment.js';
export * from './diff-terms.js';
