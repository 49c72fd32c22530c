import type {
  AvailabilityFacts,
  ExclusionClaim,
  MaintenanceWindow,
  MeasurementGap,
  Outage,
} from '../availability/facts.js';
import { EXCLUSION_CAUSES, type AvailabilityTerms, type MaintenanceTerms } from '../contracts/availability-terms.js';
import type { CreditSchedule } from '../contracts/credit-terms.js';
import { readAvailabilityTerms, readCreditSchedule, readMaintenanceTerms } from '../contracts/read-credit-terms.js';
import { readCalendar } from '../contracts/read-terms.js';
import { flag, integer, list, nullable, oneOf, record, recordWith, text, type Read } from '../json/read.js';
import type { Language } from '../text.js';
import type { CalendarDocument } from '../time/calendar.js';
import type { Instant, LocalDate } from '../time/instant.js';
import { parseIso } from '../time/iso.js';
import type { CapBase } from './compute.js';
import type { DisputedExclusion } from './dispute.js';
import type { Exchange } from './money.js';
import type { JudgedClock } from './overlap.js';
import type { FeeStretch } from './pro-rate.js';
import type { PeriodVerdict } from './termination.js';

/** The parts of a terms document that a statement needs; they can be cut out of one as they stand. */
export interface TermsExcerpt {
  readonly reportingZone: string;
  readonly currency: string;
  readonly calendars: readonly CalendarDocument[];
  readonly availability: readonly AvailabilityTerms[];
  readonly maintenance?: MaintenanceTerms;
  readonly credits?: readonly CreditSchedule[];
}

/** A public holiday, for calendars that follow official days. */
export interface ListedHoliday {
  readonly date: LocalDate;
  readonly name: { readonly ko: string; readonly en: string };
}

/** All that a credit can be computed from, in one document (docs/sla.md). */
export interface CreditDocument {
  readonly terms: TermsExcerpt;
  /** `2026`, `2026-Q3` or `2026-08`. */
  readonly period: string;
  readonly fees: readonly (FeeStretch & { readonly versionId: string })[];
  readonly language?: Language;
  /** Which promise; the first when absent. */
  readonly availabilityId?: string;
  /** The period's end when absent. */
  readonly asOf?: Instant;
  readonly holidays?: readonly ListedHoliday[];
  readonly assetIds?: AvailabilityFacts['assetIds'];
  readonly outages?: readonly Outage[];
  readonly gaps?: readonly MeasurementGap[];
  readonly maintenance?: readonly MaintenanceWindow[];
  readonly exclusions?: readonly ExclusionClaim[];
  readonly clocks?: readonly JudgedClock[];
  readonly capBase?: CapBase;
  readonly exchange?: Exchange;
  readonly history?: readonly PeriodVerdict[];
  readonly dispute?: DisputedExclusion;
}

const MANY = 100_000;
const word: Read<string> = text({ max: 200 });
const name: Read<ListedHoliday['name']> = record({ ko: word, en: word });
const ids: Read<readonly string[]> = list(word, { max: 1_000, unique: (id) => id });

/** An instant as people write it, with its offset. */
const instant: Read<Instant> = (value, at) => {
  const parsed = typeof value === 'string' ? parseIso(value) : null;
  if (parsed !== null) return parsed;
  at.problems.push({ path: at.path, kind: 'BAD_FORMAT', detail: '2026-08-03T10:00:00+09:00' });
  return undefined;
};

/** Any number: what it may be is told by the computation, which names it by the same path. */
const amount: Read<number> = integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

const readOutage: Read<Outage> = record({
  id: word,
  assetIds: ids,
  state: oneOf('DOWN', 'DEGRADED'),
  from: instant,
  to: nullable(instant),
  ticketIds: ids,
});

const readGap: Read<MeasurementGap> = record({ id: word, assetIds: ids, from: instant, to: instant });

const readWindow: Read<MaintenanceWindow> = record({
  id: word,
  assetIds: ids,
  kind: oneOf('PLANNED', 'EMERGENCY'),
  announcements: list(record({ deliveredAt: nullable(instant), from: instant, to: instant }), { max: 1_000 }),
  cancelled: flag,
  endedAt: nullable(instant),
});

const readClaim: Read<ExclusionClaim> = record({
  id: word,
  assetIds: ids,
  cause: oneOf(...EXCLUSION_CAUSES),
  from: instant,
  to: instant,
  state: oneOf('PROPOSED', 'ACCEPTED', 'REJECTED', 'DISPUTED'),
});

const verdict = recordWith<Pick<PeriodVerdict, 'periodKey' | 'verdict'>, Pick<PeriodVerdict, 'credited'>>(
  { periodKey: word, verdict: oneOf('REACHED', 'MISSED', 'NO_DATA') },
  { credited: flag },
);

const excerpt: Read<TermsExcerpt> = recordWith<
  Pick<TermsExcerpt, 'reportingZone' | 'currency' | 'calendars' | 'availability'>,
  Pick<TermsExcerpt, 'maintenance' | 'credits'>
>(
  {
    reportingZone: word,
    currency: text({ max: 3, format: /^[A-Z]{3}$/ }),
    calendars: list(readCalendar, { min: 1, max: 200, unique: ({ id }) => id }),
    availability: list(readAvailabilityTerms, { min: 1, max: 200, unique: ({ id }) => id }),
  },
  { maintenance: readMaintenanceTerms, credits: list(readCreditSchedule, { max: 200, unique: ({ id }) => id }) },
);

type Needed = Pick<CreditDocument, 'terms' | 'period' | 'fees'>;

/** Reads the shape of a credit document strictly; undefined after noting problems. */
export const readCreditDocument: Read<CreditDocument> = recordWith<Needed, Omit<CreditDocument, keyof Needed>>(
  {
    terms: excerpt,
    period: word,
    fees: list(record({ versionId: word, from: word, to: word, monthlyFeeMinor: amount }), { max: 1_000 }),
  },
  {
    language: oneOf('ko', 'en'),
    availabilityId: word,
    asOf: instant,
    holidays: list(record({ date: word, name }), { max: MANY }),
    assetIds: ids,
    outages: list(readOutage, { max: MANY }),
    gaps: list(readGap, { max: MANY }),
    maintenance: list(readWindow, { max: MANY }),
    exclusions: list(readClaim, { max: MANY }),
    clocks: list(record({ id: word, ticketId: word, met: flag }), { max: MANY }),
    capBase: record({ feeMinor: nullable(amount), usedMinor: amount }),
    exchange: record({ to: word, rate: word, source: text({ max: 200, mayBeEmpty: true }), date: word }),
    history: list(verdict, { max: 1_000 }),
    dispute: record({ kind: oneOf('CLAIM', 'PLANNED'), id: word }),
  },
);
