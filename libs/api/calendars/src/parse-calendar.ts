import { DEFAULT_PRIORITY_MATRIX, parseTerms, type CalendarDocument, type Language } from '@daylight/domain';
import { unstorableTexts, type InputProblem } from './input-text.js';
import { termsProblemText } from './messages.js';

export type ParsedCalendar =
  | { readonly kind: 'valid'; readonly document: CalendarDocument }
  | { readonly kind: 'invalid'; readonly problems: readonly InputProblem[] };

const NAME = { ko: '-', en: '-' } as const;
const PLACE = /^calendars\[0\]\.?/;

/** The smallest terms that a calendar can stand in, so that templates are read by the very rules of contracts. */
function termsAround(document: unknown): unknown {
  return {
    schema: 1,
    reportingZone: 'UTC',
    currency: 'KRW',
    monthlyFeeMinor: null,
    services: [{ serviceItemId: 's', name: NAME, level: 'OPERATE', inScope: NAME, outOfScope: NAME, policyId: 'p' }],
    policies: [{ id: 'p', name: NAME, targets: [] }],
    calendars: [document],
    priorityMatrix: DEFAULT_PRIORITY_MATRIX,
    responseMetBy: ['PUBLIC_REPLY'],
    waiting: [],
    reopenWindowDays: 7,
    autoCloseDays: 7,
    responsibilities: [],
    kpiTargets: [],
    renewal: { atEnd: 'HOLDOVER', renewMonths: 0, noticeDays: 0 },
  };
}

/** Reads a calendar document strictly; problems name their place in the document (`weekly.mon[0].from`). */
export function parseCalendar(document: unknown, language: Language): ParsedCalendar {
  const parsed = parseTerms(termsAround(document));
  if (parsed.kind === 'invalid') {
    const problems = parsed.problems.map((problem) => ({
      path: `document.${problem.path.replace(PLACE, '')}`.replace(/\.$/, ''),
      kind: problem.kind,
      message: termsProblemText(problem)[language],
    }));
    return { kind: 'invalid', problems };
  }
  const [calendar] = parsed.terms.calendars;
  const problems = unstorableTexts(calendar, 'document', language);
  if (calendar === undefined || problems.length > 0) return { kind: 'invalid', problems };
  return { kind: 'valid', document: calendar };
}
