export { exclusionName, kpiName, kpiValue, periodName, splitName, targetText } from './say.js';
export { GROUP_NAMES, KPI_GROUPS, type KpiDirection, type KpiGroup } from './groups.js';
export { DIMENSION_NAMES } from './names.js';
export { implementationName, ratingText } from './readings.js';
export { APPROVAL_SUBJECT_NAMES } from './approval-words.js';
export { KPI_WORDS } from './words.js';
