import type { AvailabilityTerms, MaintenanceTerms } from './availability-terms.js';
import type { CreditSchedule } from './credit-terms.js';

/** 99.95 % around the clock, as one service. */
export const SAMPLE_AVAILABILITY: AvailabilityTerms = {
  id: 'web',
  name: { ko: '웹 서비스', en: 'Web service' },
  serviceItemIds: ['servers'],
  calendarId: 'office',
  period: 'MONTH',
  targetPpm: 999_500,
  assetRule: 'ANY',
  weights: [],
  degradedPercent: 0,
  unmeasured: 'EXCLUDED',
  excludable: ['CLIENT', 'FORCE_MAJEURE'],
};

/** Two days of notice, four hours a month. */
export const SAMPLE_MAINTENANCE: MaintenanceTerms = {
  notice: { unit: 'MINUTES', minutes: 2_880 },
  noticeCalendarId: null,
  capMinutesPerMonth: 240,
};

export const SAMPLE_SCHEDULE: CreditSchedule = {
  id: 'web-credit',
  name: { ko: '웹 서비스 크레딧', en: 'Web service credit' },
  basis: { kind: 'AVAILABILITY', availabilityId: 'web' },
  tiers: [
    { fromPpm: 990_000, belowPpm: 999_500, creditPpm: 100_000 },
    { fromPpm: 950_000, belowPpm: 990_000, creditPpm: 250_000 },
    { fromPpm: 0, belowPpm: 950_000, creditPpm: 1_000_000 },
  ],
  cap: { limitPpm: 300_000, of: 'ITEM', per: 'MONTH' },
  rounding: 'TRUNCATE',
  treatment: { kind: 'PRICE_REDUCTION', vatPpm: 100_000 },
  termination: { misses: 3, periods: 6 },
};
