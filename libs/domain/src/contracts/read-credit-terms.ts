import { integer, list, nullable, oneOf, record, recordWith, text, variant, type Read } from '../json/read.js';
import type { LocalizedText } from '../text.js';
import { PERIOD_UNITS } from '../time/periods.js';
import {
  ASSET_RULES,
  EXCLUSION_CAUSES,
  UNMEASURED_RULES,
  type AvailabilityTerms,
  type MaintenanceTerms,
} from './availability-terms.js';
import {
  TERMINATION_MISSES,
  type CreditBasis,
  type CreditCap,
  type CreditSchedule,
  type CreditTier,
  type CreditTreatment,
  type TerminationRule,
} from './credit-terms.js';
import { readAmount } from './read-amount.js';
import { CLOCK_KINDS, PRIORITIES } from './terms.js';

// The shape of what terms say about availability, maintenance and credits; what holds between parts is parse-credit-terms.ts.

const ALL_PPM = 1_000_000;
const identity = (value: string) => value;
const word: Read<string> = text({ max: 200 });
const id: Read<string> = text({ max: 100, format: /^[A-Za-z0-9][A-Za-z0-9._:-]*$/ });
const name: Read<LocalizedText> = record({ ko: word, en: word });

export const readAvailabilityTerms: Read<AvailabilityTerms> = record({
  id,
  name,
  serviceItemIds: list(id, { max: 1_000, unique: identity }),
  calendarId: id,
  period: oneOf(...PERIOD_UNITS),
  targetPpm: integer(0, ALL_PPM),
  assetRule: oneOf(...ASSET_RULES),
  weights: list(record({ assetId: id, weight: integer(0, 1_000_000) }), {
    max: 1_000,
    unique: ({ assetId }) => assetId,
  }),
  degradedPercent: integer(0, 100),
  unmeasured: oneOf(...UNMEASURED_RULES),
  excludable: list(oneOf(...EXCLUSION_CAUSES), { unique: identity }),
});

export const readMaintenanceTerms: Read<MaintenanceTerms> = record({
  notice: nullable(readAmount),
  noticeCalendarId: nullable(id),
  capMinutesPerMonth: nullable(integer(0, 44_640)),
});

const tier: Read<CreditTier> = record({
  fromPpm: integer(0, ALL_PPM),
  belowPpm: integer(0, ALL_PPM),
  creditPpm: integer(0, ALL_PPM),
});

const basis: Read<CreditBasis> = variant<CreditBasis>('kind', {
  AVAILABILITY: record({ kind: oneOf('AVAILABILITY'), availabilityId: id }),
  ATTAINMENT: record({
    kind: oneOf('ATTAINMENT'),
    clock: oneOf(...CLOCK_KINDS),
    priority: nullable(oneOf(...PRIORITIES)),
  }),
});

const cap: Read<CreditCap> = record({
  limitPpm: integer(0, ALL_PPM),
  of: oneOf('ITEM', 'CONTRACT'),
  per: oneOf('MONTH', 'YEAR'),
});

const treatment: Read<CreditTreatment> = variant<CreditTreatment>('kind', {
  COMPENSATION: record({ kind: oneOf('COMPENSATION') }),
  PRICE_REDUCTION: record({ kind: oneOf('PRICE_REDUCTION'), vatPpm: integer(0, ALL_PPM) }),
});

const termination = recordWith<Pick<TerminationRule, 'misses' | 'periods'>, Pick<TerminationRule, 'counts'>>(
  { misses: integer(1, 120), periods: integer(1, 120) },
  { counts: oneOf(...TERMINATION_MISSES) },
);

export const readCreditSchedule: Read<CreditSchedule> = record({
  id,
  name,
  basis,
  tiers: list(tier, { min: 1, max: 50 }),
  cap: nullable(cap),
  rounding: oneOf('HALF_UP', 'TRUNCATE'),
  treatment,
  termination: nullable(termination),
});
