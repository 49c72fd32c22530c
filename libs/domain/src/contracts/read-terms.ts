import {
  flag,
  integer,
  list,
  nullable,
  oneOf,
  partial,
  record,
  recordWith,
  text,
  type Read,
  type Shape,
} from '../json/read.js';
import type { LocalizedText } from '../text.js';
import type { CalendarDocument, WallInterval } from '../time/calendar.js';
import { MAX_MINOR } from './currency.js';
import { STATUTORY_JURISDICTIONS } from './jurisdictions.js';
import { readAmount } from './read-amount.js';
import { readAvailabilityTerms, readCreditSchedule, readMaintenanceTerms } from './read-credit-terms.js';
import {
  CLOCK_KINDS,
  PARTIES,
  PRIORITIES,
  RESPONSE_ACTS,
  SERVICE_LEVELS,
  TICKET_TYPES,
  WAITING_STATUSES,
  type DeemedConsentTerms,
  type KpiTarget,
  type RenewalTerms,
  type ResponsibilityRow,
  type ServiceTerms,
  type SlaPolicy,
  type SlaTarget,
  type Terms,
  type WaitingRule,
} from './terms.js';

// The shape of a terms document, read strictly: what it doesn't name is a problem. What holds between parts of the
// document (references, uniqueness per clock and type) is parse-terms.ts.

const MAX_TARGETS = 500;
const word: Read<string> = text({ max: 200 });
const identity = (value: string | number) => String(value);
const id: Read<string> = text({ max: 100, format: /^[A-Za-z0-9][A-Za-z0-9._:-]*$/ });
const name: Read<LocalizedText> = record({ ko: word, en: word });
const prose: Read<LocalizedText> = record({
  ko: text({ max: 10_000, mayBeEmpty: true }),
  en: text({ max: 10_000, mayBeEmpty: true }),
});

const interval: Read<WallInterval> = record({ from: word, to: word });
const intervals = list(interval, { max: 24 });

/** The shape of service hours; `validateCalendar` judges what they say. */
export const readCalendar: Read<CalendarDocument> = record({
  id,
  name,
  zone: word,
  kind: oneOf('ALWAYS', 'WEEKLY'),
  weekly: partial<CalendarDocument['weekly']>({
    ...{
      mon: intervals,
      tue: intervals,
      wed: intervals,
      thu: intervals,
      fri: intervals,
      sat: intervals,
      sun: intervals,
    },
  }),
  exceptions: list(record({ date: word, name, intervals }), { max: 1_000 }),
  breaks: list(record({ date: word, intervals }), { max: 1_000 }),
  holidayPolicy: oneOf('FOLLOW_OFFICIAL', 'FIXED_LIST', 'NONE'),
  holidayRegion: nullable(text({ max: 2, format: /^[A-Z]{2}$/ })),
  fixedHolidays: list(record({ date: word, name }), { max: 1_000 }),
});

const target: Read<SlaTarget> = record({
  id,
  clock: oneOf(...CLOCK_KINDS),
  priority: oneOf(...PRIORITIES),
  types: list(oneOf(...TICKET_TYPES), { unique: identity }),
  amount: readAmount,
  calendarId: id,
  warnAtPercent: list(integer(1, 99), { max: 10, unique: identity }),
});

const policy: Read<SlaPolicy> = record({
  id,
  name,
  targets: list(target, { max: MAX_TARGETS, unique: (item) => item.id }),
});

const service: Read<ServiceTerms> = recordWith(
  { serviceItemId: id, name, level: oneOf(...SERVICE_LEVELS), inScope: prose, outOfScope: prose, policyId: id },
  { monthlyFeeMinor: integer(0, MAX_MINOR) },
);

const waiting: Read<WaitingRule> = record({
  reason: text({ max: 60, format: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/ }),
  name,
  status: oneOf(...WAITING_STATUSES),
  pauses: list(oneOf('RESTORE', 'RESOLUTION', 'UPDATE_CADENCE'), { unique: identity }),
  needsCaseNumber: flag,
});

const parties = list(oneOf(...PARTIES), { unique: identity });

const responsibility: Read<ResponsibilityRow> = record({
  activity: name,
  accountable: oneOf(...PARTIES),
  responsible: parties,
  consulted: parties,
  informed: parties,
});

const kpiTarget: Read<KpiTarget> = record({
  kpi: word,
  clock: nullable(oneOf(...CLOCK_KINDS)),
  side: oneOf('PROVIDER', 'CLIENT'),
  comparison: oneOf('AT_LEAST', 'AT_MOST'),
  value: integer(0, Number.MAX_SAFE_INTEGER),
});

const renewal: Read<RenewalTerms> = recordWith<Omit<RenewalTerms, 'remindDays'>, Pick<RenewalTerms, 'remindDays'>>(
  { atEnd: oneOf('RENEW', 'HOLDOVER', 'END'), renewMonths: integer(0, 120), noticeDays: integer(0, 730) },
  { remindDays: list(integer(1, 365), { max: 10, unique: identity }) },
);

const businessDays = nullable(integer(1, 60));
const deemedConsent: Read<DeemedConsentTerms> = record({
  calendarId: id,
  proposalDays: businessDays,
  amendmentDays: businessDays,
});

type LaterTerms = Pick<Terms, 'availability' | 'maintenance' | 'credits' | 'deemedConsent' | 'jurisdictions'>;
type NeededTerms = Omit<Terms, keyof LaterTerms>;

const needed: Shape<NeededTerms> = {
  schema: oneOf(1),
  reportingZone: word,
  currency: text({ max: 3, format: /^[A-Z]{3}$/ }),
  monthlyFeeMinor: nullable(integer(0, Number.MAX_SAFE_INTEGER)),
  services: list(service, { min: 1, max: 1_000, unique: (item) => item.serviceItemId }),
  policies: list(policy, { min: 1, max: 200, unique: (item) => item.id }),
  calendars: list(readCalendar, { min: 1, max: 200, unique: (item) => item.id }),
  priorityMatrix: list(list(oneOf(...PRIORITIES), { min: 3, max: 3 }), { min: 3, max: 3 }),
  responseMetBy: list(oneOf(...RESPONSE_ACTS), { min: 1, unique: identity }),
  waiting: list(waiting, { max: 100, unique: (item) => item.reason }),
  reopenWindowDays: integer(0, 365),
  autoCloseDays: integer(1, 365),
  responsibilities: list(responsibility, { max: 1_000, unique: (item) => `${item.activity.ko}/${item.activity.en}` }),
  kpiTargets: list(kpiTarget, { max: 200, unique: (item) => `${item.kpi}/${item.clock}/${item.side}` }),
  renewal,
};

/** Parts that documents may lack because they were written before the parts existed. */
const later: Shape<Required<LaterTerms>> = {
  availability: list(readAvailabilityTerms, { max: 200, unique: (item) => item.id }),
  maintenance: readMaintenanceTerms,
  credits: list(readCreditSchedule, { max: 200, unique: (item) => item.id }),
  deemedConsent,
  jurisdictions: list(oneOf(...STATUTORY_JURISDICTIONS), { max: 20, unique: identity }),
};

/** Reads the shape of a terms document; undefined after noting problems. */
export const readTerms: Read<Terms> = recordWith<NeededTerms, LaterTerms>(needed, later);
