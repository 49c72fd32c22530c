export { sayAvailability, sayExclusion, sayOutage } from './availability.js';
export { sayCredit, sayPayable, sayTermination } from './credit.js';
export { sayAmount, sayMinor, sayPpm, sayRatio } from './numbers.js';
export { creditRefusalText, creditStatusName } from './reasons.js';
export { sayStatement, type StatementSection } from './statement.js';
export { sayDocumentProblem } from './problems.js';
