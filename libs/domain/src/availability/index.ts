export * from './facts.js';
export type * from './figure.js';
export {
  compare as compareFractions,
  floorOf,
  fraction,
  halfUpOf,
  parseDecimal,
  partsPerMillion,
  ppmOf,
  type Fraction,
} from './fraction.js';
export { coveredMs, intersectSpans } from './instants.js';
export * from './measure.js';
export { judgeMaintenance, type JudgedWindow, type MaintenanceRules, type UnplannedReason } from './planned.js';
export type { AvailabilityPart } from './states.js';
export { statusStrip, type StripDay, type StripInput } from './strip.js';
