import {
  addDays,
  compileCalendar,
  computeCredit,
  computeStatement,
  fraction,
  payableAttainment,
  tierOf,
  unreachable,
  type AvailabilityTerms,
  type CompiledCalendar,
  type CreditSchedule,
  type Instant,
  type Language,
  type Period,
  type Statement,
  type Terms,
} from '@daylight/domain';
import { sayCredit, sayPayable } from '../credit/credit.js';
import { sayStatement, type StatementSection } from '../credit/statement.js';

/** What an example is worked out for. */
export interface ExampleOf {
  readonly terms: Terms;
  readonly schedule: CreditSchedule;
  /** The period that the example plays in: the current month, or whichever the promise is for. */
  readonly period: Period;
}

const OUTAGE = { ko: '예시 중단', en: 'Sample outage' } as const;
const CLOCKS = 20;

/**
 * A credit worked out step by step for a sample outage, or for a sample of clocks, that just earns the smallest credit of the
 * ladder. null: the terms are not whole, or the ladder pays for nothing. A fee is made up where the terms name none.
 */
export function workedExample(example: ExampleOf, language: Language): readonly StatementSection[] | null {
  const { basis } = example.schedule;
  switch (basis.kind) {
    case 'AVAILABILITY':
      return outageExample(example, basis.availabilityId, language);
    case 'ATTAINMENT':
      return clockExample(example, language);
    default:
      return unreachable(basis);
  }
}

function outageExample(example: ExampleOf, availabilityId: string, language: Language) {
  const promise = example.terms.availability?.find(({ id }) => id === availabilityId);
  const statement = promise === undefined ? null : sampleStatement(example, promise, language);
  if (promise === undefined || statement === null) return null;
  // The outage of the example is said in its first section; a list of one would only repeat it.
  return sayStatement(statement, promise.name, language).filter((_section, index) => index !== 1);
}

function sampleStatement(example: ExampleOf, promise: AvailabilityTerms, language: Language): Statement | null {
  const { terms, schedule, period } = example;
  const document = terms.calendars.find(({ id }) => id === promise.calendarId);
  if (document === undefined) return null;
  const calendar = compileCalendar(document, [], period.from);
  const outage = sampleOutage(calendar, schedule, period);
  if (outage === null) return null;
  const asset = { ...promise, assetRule: 'ANY' as const, weights: [] };
  const down = { id: OUTAGE[language], assetIds: [], state: 'DOWN' as const, ...outage, ticketIds: [] };
  const facts = { assetIds: [], outages: [down], gaps: [], maintenance: [], exclusions: [] };
  const maintenance = { terms: null, noticeCalendar: null, zone: period.zone };
  const done = computeStatement({
    availability: { terms: asset, calendar, maintenance, facts, asOf: period.to },
    ...{ period, schedule: { ...schedule, termination: null }, attainment: null, currency: terms.currency },
    ...{ fees: [stretchOf(example, promise.serviceItemIds)], capBase: null, exchange: null, history: [] },
  });
  return done.kind === 'computed' ? done.statement : null;
}

/** Down from the first opening until the figure lies in the middle of the highest step. */
function sampleOutage(
  calendar: CompiledCalendar,
  { tiers }: CreditSchedule,
  { from, to }: Period,
): { readonly from: Instant; readonly to: Instant } | null {
  const highest = [...tiers].filter(({ creditPpm }) => creditPpm > 0).sort((a, b) => b.belowPpm - a.belowPpm)[0];
  const start = calendar.nextOpen(from);
  if (highest === undefined || start === null || start >= to) return null;
  const missingPpm = 1_000_000 - (highest.fromPpm + highest.belowPpm) / 2;
  const minutes = Math.max(1, Math.round((calendar.elapsed(from, to) * missingPpm) / 1_000_000 / 60_000));
  const end = calendar.add(start, minutes * 60_000);
  return end === null ? null : { from: start, to: Math.min(end, to) };
}

function clockExample(example: ExampleOf, language: Language): readonly StatementSection[] | null {
  const { terms, schedule, period } = example;
  const met = Array.from({ length: CLOCKS }, (_, missed) => CLOCKS - 1 - missed).find(
    (count) => (tierOf(fraction(BigInt(count), BigInt(CLOCKS)), schedule.tiers)?.creditPpm ?? 0) > 0,
  );
  if (met === undefined) return null;
  const clocks = Array.from({ length: CLOCKS }, (_, index) => ({
    ...{ id: String(index), ticketId: String(index), met: index < met },
  }));
  const payable = payableAttainment(clocks, new Set());
  const part = { ...stretchOf(example, []), tiers: schedule.tiers, measured: payable.ratio };
  const input = { schedule, period, currency: terms.currency, parts: [part], capBase: null, exchange: null };
  const done = computeCredit(input);
  if (done.kind === 'invalid') return null;
  const heading = language === 'ko' ? '준수율 크레딧' : 'Attainment credit';
  return [{ heading, lines: [...sayPayable(payable, language), ...sayCredit(done.credit, language)] }];
}

/** The fee of the services concerned, else of the contract, else a round sum, for the whole period. */
function stretchOf({ terms, period }: ExampleOf, serviceItemIds: readonly string[]) {
  const own = terms.services.filter(({ serviceItemId }) => serviceItemIds.includes(serviceItemId));
  const fees = own.flatMap(({ monthlyFeeMinor }) => monthlyFeeMinor ?? []);
  const sum = fees.length === own.length && fees.length > 0 ? fees.reduce((a, b) => a + b, 0) : null;
  const monthlyFeeMinor = sum ?? terms.monthlyFeeMinor ?? 1_000_000;
  return { versionId: '', from: period.firstDate, to: addDays(period.lastDate, 1), monthlyFeeMinor };
}
