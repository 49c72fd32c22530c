import {
  computeStatement,
  parseCreditDocument,
  toIso,
  type AvailabilityFacts,
  type AvailabilityTerms,
  type CapBase,
  type CreditSchedule,
  type FeeStretch,
  type Instant,
  type Period,
  type PeriodVerdict,
  type Statement,
  type StatementInput,
  type Terms,
} from '@daylight/domain';
import type { ListedDay } from '../facts/promises.js';

/** All that a figure and its credit are computed from. */
export interface FigureInputs {
  readonly terms: Terms;
  readonly promise: AvailabilityTerms;
  /** null: this figure earns nothing, whatever it says. */
  readonly schedule: CreditSchedule | null;
  readonly period: Period;
  readonly asOf: Instant;
  readonly facts: AvailabilityFacts;
  readonly fees: readonly (FeeStretch & { readonly versionId: string })[];
  readonly holidays: readonly ListedDay[];
  readonly capBase: CapBase | null;
  readonly history: readonly PeriodVerdict[];
}

type Json = Readonly<Record<string, unknown>>;

const iso = (at: Instant | null): string | null => (at === null ? null : toIso(at));

function factsAsWritten({ outages, gaps, maintenance, exclusions }: AvailabilityFacts): Json {
  return {
    outages: outages.map((each) => ({ ...each, from: toIso(each.from), to: iso(each.to) })),
    gaps: gaps.map((each) => ({ ...each, from: toIso(each.from), to: toIso(each.to) })),
    maintenance: maintenance.map((each) => ({
      ...{ ...each, endedAt: iso(each.endedAt) },
      announcements: each.announcements.map(({ deliveredAt, from, to }) => ({
        ...{ deliveredAt: iso(deliveredAt), from: toIso(from), to: toIso(to) },
      })),
    })),
    exclusions: exclusions.map((each) => ({ ...each, from: toIso(each.from), to: toIso(each.to) })),
  };
}

/** Calendars that the promise and the notice of planned work are counted in. */
function calendarsUsed({ terms, promise }: FigureInputs): Terms['calendars'] {
  const used = new Set([promise.calendarId, terms.maintenance?.noticeCalendarId]);
  return terms.calendars.filter(({ id }) => used.has(id));
}

/**
 * The inputs as one document (docs/sla.md): what is kept and digested, what `npm run credit` takes, and what every figure
 * is computed from, so that a kept one can be computed again to the bit (D-KPI-3).
 */
export function documentFrom(inputs: FigureInputs): Json {
  const { terms, promise, schedule, period, asOf, fees, holidays, capBase, history, facts } = inputs;
  const { reportingZone, currency, maintenance } = terms;
  return {
    terms: {
      ...{ reportingZone, currency, calendars: calendarsUsed(inputs), availability: [promise] },
      ...(maintenance === undefined ? {} : { maintenance }),
      credits: schedule === null ? [] : [schedule],
    },
    ...{ period: period.key, asOf: toIso(Math.min(asOf, period.to)), availabilityId: promise.id, fees, holidays },
    ...factsAsWritten(facts),
    ...(capBase === null ? {} : { capBase }),
    ...(history.length === 0 ? {} : { history }),
  };
}

/** A document with what it comes to. */
export interface ComputedFigure {
  readonly document: Json;
  readonly promise: AvailabilityTerms;
  readonly input: StatementInput;
  readonly statement: Statement;
}

/** What a document comes to; null: it isn't one, which none that was written here is. */
export function readFigure(document: unknown): ComputedFigure | null {
  const parsed = parseCreditDocument(document);
  if (parsed.kind === 'invalid' || !isJson(document)) return null;
  const computed = computeStatement(parsed.input);
  if (computed.kind === 'invalid') return null;
  return { document, promise: parsed.terms, input: parsed.input, statement: computed.statement };
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Computes a figure. Throws for inputs that can't be: rows and terms were checked when they were written. */
export function computeFigure(inputs: FigureInputs): ComputedFigure {
  const document = documentFrom(inputs);
  const read = readFigure(document);
  if (read !== null) return read;
  const parsed = parseCreditDocument(document);
  const [first] = parsed.kind === 'invalid' ? parsed.problems : [];
  throw new Error(`no figure: ${first?.kind ?? ''} at ${first?.path ?? ''} (${first?.detail ?? ''})`);
}
