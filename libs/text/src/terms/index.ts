export { codeWord } from './codes.js';
export { sayFee, sayTargetAmount } from './amounts.js';
export { SAID_SUBJECTS, sayPlace, sayTerm, sayTermsChange } from './say-change.js';
export {
  sayAssetRule,
  sayAvailabilityTarget,
  sayBasis,
  sayCapTerms,
  sayDegraded,
  sayExcludable,
  sayRounding,
  sayTerminationTerms,
  sayTierTerms,
  sayTreatment,
  sayUnmeasured,
  serviceNames,
} from './say-promises.js';
export { sayDeemedConsent, sayJurisdictions, sayMaintenanceCap, sayNotice, sayReminders } from './say-root.js';
export { SUBJECT_NAMES } from './subject-names.js';
export { isPromiseProblem, promiseProblemText } from './promise-problems.js';
export { workedExample, type ExampleOf } from './worked-example.js';
