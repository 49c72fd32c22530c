import type { AvailabilityProblem } from '../availability/measure.js';
import type { AvailabilityTerms } from '../contracts/availability-terms.js';
import { creditTermsProblems } from '../contracts/parse-credit-terms.js';
import type { ReadProblem } from '../json/read.js';
import type { CalendarDocument, CalendarProblem, HolidayRevision } from '../time/calendar.js';
import { compileCalendar } from '../time/compile.js';
import { dayOf } from '../time/date.js';
import type { Instant } from '../time/instant.js';
import { parsePeriod, type Period } from '../time/periods.js';
import { validateCalendar } from '../time/validate.js';
import { isZone } from '../time/zone.js';
import type { CreditProblem } from './credit-problems.js';
import { readCreditDocument, type CreditDocument, type TermsExcerpt } from './document.js';
import { computeStatement, type StatementInput } from './statement.js';

/** What is wrong with a document: where, what kind, and what was found or expected. */
export interface CreditDocumentProblem {
  readonly path: string;
  readonly kind: ReadProblem['kind'] | CalendarProblem['kind'] | AvailabilityProblem['kind'] | CreditProblem['kind'];
  readonly detail: string;
}

export type ParsedCreditDocument =
  | {
      readonly kind: 'valid';
      readonly document: CreditDocument;
      readonly terms: AvailabilityTerms;
      readonly input: StatementInput;
    }
  | { readonly kind: 'invalid'; readonly problems: readonly CreditDocumentProblem[] };

type Problems = readonly CreditDocumentProblem[];

function calendarProblems({ calendars }: TermsExcerpt): Problems {
  return calendars.flatMap((document, index) =>
    validateCalendar(document).map((problem) => {
      const detail = 'value' in problem ? problem.value : 'zone' in problem ? problem.zone : '';
      return { path: `terms.calendars[${index}].${problem.path}`, kind: problem.kind, detail };
    }),
  );
}

function termsProblems(terms: TermsExcerpt): Problems {
  // An excerpt doesn't list services, so that those it names are taken as known.
  const services = terms.availability.flatMap(({ serviceItemIds }) => serviceItemIds);
  const parts = { ...terms, services: services.map((serviceItemId) => ({ serviceItemId })) };
  const crossed = creditTermsProblems(parts).map((problem) => ({ ...problem, path: `terms.${problem.path}` }));
  const zone: Problems = isZone(terms.reportingZone)
    ? []
    : [{ path: 'terms.reportingZone', kind: 'UNKNOWN_ZONE', detail: terms.reportingZone }];
  return [...zone, ...calendarProblems(terms), ...crossed];
}

/** What holds between parts of the document. */
function documentProblems({ terms, period, availabilityId, holidays = [] }: CreditDocument): Problems {
  const problems: CreditDocumentProblem[] = [...termsProblems(terms)];
  if (problems.length === 0 && parsePeriod(terms.reportingZone, period) === null)
    problems.push({ path: 'period', kind: 'BAD_FORMAT', detail: period });
  if (availabilityId !== undefined && !terms.availability.some(({ id }) => id === availabilityId))
    problems.push({ path: 'availabilityId', kind: 'UNKNOWN_REFERENCE', detail: availabilityId });
  for (const [index, { date }] of holidays.entries()) {
    if (dayOf(date) === null) problems.push({ path: `holidays[${index}].date`, kind: 'BAD_DATE', detail: date });
  }
  return problems;
}

function availabilityInput(
  document: CreditDocument,
  terms: AvailabilityTerms,
  period: Period,
): StatementInput['availability'] {
  const { reportingZone: zone, calendars, maintenance = null } = document.terms;
  const asOf: Instant = document.asOf ?? period.to;
  const revisions = (document.holidays ?? []).map((holiday): HolidayRevision => ({
    ...holiday,
    knownAt: 0,
    source: 'document',
    revoked: false,
  }));
  const compiled = (wanted: string | null) => {
    const found: CalendarDocument | undefined = calendars.find(({ id }) => id === wanted);
    return found === undefined ? null : compileCalendar(found, revisions, asOf);
  };
  const calendar = compiled(terms.calendarId);
  if (calendar === null) throw new Error(`no calendar ${terms.calendarId}; the document was not checked`);
  const { assetIds = [], outages = [], gaps = [], maintenance: windows = [], exclusions = [] } = document;
  return {
    ...{ terms, calendar, asOf },
    maintenance: { terms: maintenance, noticeCalendar: compiled(maintenance?.noticeCalendarId ?? null), zone },
    facts: { assetIds, outages, gaps, maintenance: windows, exclusions },
  };
}

function statementInput(document: CreditDocument, terms: AvailabilityTerms, period: Period): StatementInput {
  const { credits = [], currency } = document.terms;
  const own = credits.find(({ basis }) => basis.kind === 'AVAILABILITY' && basis.availabilityId === terms.id);
  const other = credits.find(({ basis }) => basis.kind === 'ATTAINMENT');
  const { clocks, fees, capBase = null, exchange = null, history = [] } = document;
  return {
    ...{ availability: availabilityInput(document, terms, period), period, currency, fees },
    ...{ schedule: own ?? null, capBase, exchange, history },
    attainment: other === undefined || clocks === undefined ? null : { schedule: other, clocks },
  };
}

/** The computation's name of a place as the document has it. */
function inDocument(problem: CreditDocumentProblem): CreditDocumentProblem {
  const path = problem.path.replace(/^parts\[/, 'fees[').replace(/^currency$/, 'terms.currency');
  return { ...problem, path };
}

/**
 * Reads a credit document (docs/sla.md) and makes of it what a statement is computed from. All problems of one kind are
 * listed at once with their paths: first of the shape, then between parts, then those that the computation finds.
 */
export function parseCreditDocument(value: unknown): ParsedCreditDocument {
  const shape: ReadProblem[] = [];
  const document = readCreditDocument(value, { path: '', problems: shape });
  if (document === undefined || shape.length > 0) return { kind: 'invalid', problems: shape };
  const problems = documentProblems(document);
  const period = problems.length === 0 ? parsePeriod(document.terms.reportingZone, document.period) : null;
  const { availability } = document.terms;
  const terms = availability.find(({ id }) => id === document.availabilityId) ?? availability[0];
  if (period === null || terms === undefined) return { kind: 'invalid', problems };
  const input = statementInput(document, terms, period);
  const computed = computeStatement(input);
  if (computed.kind === 'computed') return { kind: 'valid', document, terms, input };
  return { kind: 'invalid', problems: computed.problems.map(inDocument) };
}
