export {
  contractDateText,
  partyName,
  sayDifference,
  sectionTitle,
  type ReportSection,
  type ReviewDifferenceFact,
} from './words.js';
export { actionStateName, notListed, REPORT_WORDS } from './headings.js';
