import { integer, oneOf, record, variant, type Read } from '../json/read.js';
import type { TargetAmount } from './terms.js';

/** At most a year of working minutes: more is a slip of the pen, not a promise. */
export const readAmount: Read<TargetAmount> = variant<TargetAmount>('unit', {
  MINUTES: record({ unit: oneOf('MINUTES'), minutes: integer(1, 525_600) }),
  BUSINESS_DAYS: record({ unit: oneOf('BUSINESS_DAYS'), days: integer(1, 365) }),
});
