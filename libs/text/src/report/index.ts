export {
  contractDateText,
  partyName,
  sayDifference,
  sectionTitle,
  type ReportSection,
  type ReviewDifferenceFact,
} from './words.js';
