import {
  knowsRegion,
  regionsOf,
  seedHolidays,
  termsProblemText,
  textProblems,
  unstorableTexts,
  type InputProblem,
} from '@daylight/api-calendars';
import type { Tx } from '@daylight/api-database';
import { sha256, type StaffScope } from '@daylight/api-platform';
import { dayOf, digestOf, parseTerms, type Language, type LocalDate, type Terms } from '@daylight/domain';
import { DRAFT_PROBLEMS } from './messages.js';
import { serviceItemsByIds } from './queries/service-items.js';
import { instantsOf } from './term.js';

/** What somebody wrote for a version, before anything is believed. */
export interface DraftInput {
  readonly kind: 'PILOT' | 'MANAGED';
  readonly effectiveFrom: LocalDate;
  readonly termEnd: LocalDate | null;
  readonly terms: unknown;
  readonly note: string | null;
}

export type CheckedDraft =
  | { readonly kind: 'valid'; readonly terms: Terms; readonly columns: DraftColumns }
  | { readonly kind: 'invalid'; readonly problems: readonly InputProblem[] };

/** The columns of `contract_version` that a draft decides. */
export type DraftColumns = ReturnType<typeof columnsOf>;

export function problem(path: string, kind: keyof typeof DRAFT_PROBLEMS, language: Language): InputProblem {
  return { path, kind, message: DRAFT_PROBLEMS[kind][language] };
}

/**
 * Reads a draft strictly and writes nothing. All problems are listed with their places
 * (`terms.policies[0].targets[1].amount`).
 */
export async function checkDraft(tx: Tx<StaffScope>, input: DraftInput): Promise<CheckedDraft> {
  const { language } = tx.scope;
  const dates = dateProblems(input, language);
  const note = input.note === null ? [] : noteProblems(input.note, language);
  const parsed = parseTerms(input.terms);
  if (parsed.kind === 'invalid') {
    const inTerms = parsed.problems.map((found) => ({
      path: found.path === '' ? 'terms' : `terms.${found.path}`.slice(0, 300),
      kind: found.kind,
      message: termsProblemText(found)[language],
    }));
    return { kind: 'invalid', problems: [...dates, ...note, ...inTerms] };
  }
  const { terms } = parsed;
  const inTerms = [...unstorableTexts(terms, 'terms', language), ...termEndProblems(input, terms, language)];
  const problems = [...dates, ...note, ...inTerms];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const unknown = [...(await serviceProblems(tx, terms)), ...(await regionProblems(terms, language))];
  if (unknown.length > 0) return { kind: 'invalid', problems: unknown };
  return { kind: 'valid', terms, columns: columnsOf(terms, input) };
}

function columnsOf(terms: Terms, input: DraftInput) {
  const zone = terms.reportingZone;
  const { termEnd, note } = input;
  const { effectiveFrom, termTo } = instantsOf(zone, input);
  return {
    effectiveFrom,
    termEnd,
    termTo,
    terms,
    termsDigest: digestOf(terms, sha256),
    zone,
    renewal: terms.renewal,
    note,
  };
}

function noteProblems(note: string, language: Language): readonly InputProblem[] {
  return note === '' ? [] : textProblems(note, { path: 'note', max: 4000, language });
}

/** Records the official days that terms follow, for regions that no contract followed before. */
export async function seedRegions(tx: Tx<StaffScope>, terms: Terms): Promise<void> {
  for (const region of regionsOf(terms)) await seedHolidays(tx, region);
}

/** Dates that a contract can have; the calendars know the years 1970 to 2099. */
export function isContractDate(date: LocalDate): boolean {
  return dayOf(date) !== null && date >= '2000-01-01' && date <= '2099-12-31';
}

function dateProblems({ effectiveFrom, termEnd }: DraftInput, language: Language): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  if (!isContractDate(effectiveFrom)) problems.push(problem('effectiveFrom', 'NO_DATE', language));
  if (termEnd === null) return problems;
  if (!isContractDate(termEnd)) problems.push(problem('termEnd', 'NO_DATE', language));
  else if (termEnd < effectiveFrom) problems.push(problem('termEnd', 'ENDS_BEFORE_START', language));
  return problems;
}

function termEndProblems(input: DraftInput, terms: Terms, language: Language): readonly InputProblem[] {
  const needed = input.kind === 'PILOT' || terms.renewal.atEnd !== 'HOLDOVER';
  return needed && input.termEnd === null ? [problem('termEnd', 'TERM_END_NEEDED', language)] : [];
}

async function serviceProblems(tx: Tx<StaffScope>, { services }: Terms): Promise<readonly InputProblem[]> {
  const items = await serviceItemsByIds(
    tx,
    services.map((service) => service.serviceItemId),
  );
  const known = new Set(items.map((item) => item.id));
  return services.flatMap(({ serviceItemId }, index) =>
    known.has(serviceItemId)
      ? []
      : [problem(`terms.services[${index}].serviceItemId`, 'UNKNOWN_SERVICE', tx.scope.language)],
  );
}

async function regionProblems(terms: Terms, language: Language): Promise<readonly InputProblem[]> {
  const unknown = new Set<string>();
  for (const region of regionsOf(terms)) if (!(await knowsRegion(region))) unknown.add(region);
  return terms.calendars.flatMap(({ holidayRegion }, index) =>
    holidayRegion !== null && unknown.has(holidayRegion)
      ? [problem(`terms.calendars[${index}].holidayRegion`, 'UNKNOWN_REGION', language)]
      : [],
  );
}
