export { exclusionName, kpiName, kpiValue, periodName, splitName, targetText } from './say.js';
export { DIMENSION_NAMES } from './names.js';
export { GROUP_NAMES, KPI_GROUPS, KPI_WORDS, type KpiDirection, type KpiGroup } from './words.js';
