import { flag, integer, list, nullable, oneOf, partial, record, text, variant, type Read } from '../json/read.js';
import type { LocalizedText } from '../text.js';
import type { CalendarDocument, WallInterval } from '../time/calendar.js';
import {
  CLOCK_KINDS,
  PARTIES,
  PRIORITIES,
  RESPONSE_ACTS,
  SERVICE_LEVELS,
  TICKET_TYPES,
  WAITING_STATUSES,
  type KpiTarget,
  type RenewalTerms,
  type ResponsibilityRow,
  type ServiceTerms,
  type SlaPolicy,
  type SlaTarget,
  type TargetAmount,
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

const calendar: Read<CalendarDocument> = record({
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

/** At most a year of working minutes: more is a slip of the pen, not a promise. */
const amount: Read<TargetAmount> = variant<TargetAmount>('unit', {
  MINUTES: record({ unit: oneOf('MINUTES'), minutes: integer(1, 525_600) }),
  BUSINESS_DAYS: record({ unit: oneOf('BUSINESS_DAYS'), days: integer(1, 365) }),
});

const target: Read<SlaTarget> = record({
  id,
  clock: oneOf(...CLOCK_KINDS),
  priority: oneOf(...PRIORITIES),
  types: list(oneOf(...TICKET_TYPES), { unique: identity }),
  amount,
  calendarId: id,
  warnAtPercent: list(integer(1, 99), { max: 10, unique: identity }),
});

const policy: Read<SlaPolicy> = record({
  id,
  name,
  targets: list(target, { max: MAX_TARGETS, unique: (item) => item.id }),
});

const service: Read<ServiceTerms> = record({
  serviceItemId: id,
  name,
  level: oneOf(...SERVICE_LEVELS),
  inScope: prose,
  outOfScope: prose,
  policyId: id,
});

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

const renewal: Read<RenewalTerms> = record({
  atEnd: oneOf('RENEW', 'HOLDOVER', 'END'),
  renewMonths: integer(0, 120),
  noticeDays: integer(0, 730),
});

/** Reads the shape of a terms document; undefined after noting problems. */
export const readTerms: Read<Terms> = record({
  schema: oneOf(1),
  reportingZone: word,
  currency: text({ max: 3, format: /^[A-Z]{3}$/ }),
  monthlyFeeMinor: nullable(integer(0, Number.MAX_SAFE_INTEGER)),
  services: list(service, { min: 1, max: 1_000, unique: (item) => item.serviceItemId }),
  policies: list(policy, { min: 1, max: 200, unique: (item) => item.id }),
  calendars: list(calendar, { min: 1, max: 200, unique: (item) => item.id }),
  priorityMatrix: list(list(oneOf(...PRIORITIES), { min: 3, max: 3 }), { min: 3, max: 3 }),
  responseMetBy: list(oneOf(...RESPONSE_ACTS), { min: 1, unique: identity }),
  waiting: list(waiting, { max: 100, unique: (item) => item.reason }),
  reopenWindowDays: integer(0, 365),
  autoCloseDays: integer(1, 365),
  responsibilities: list(responsibility, { max: 1_000, unique: (item) => `${item.activity.ko}/${item.activity.en}` }),
  kpiTargets: list(kpiTarget, { max: 200, unique: (item) => `${item.kpi}/${item.clock}/${item.side}` }),
  renewal,
});
