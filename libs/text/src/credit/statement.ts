import { parsePeriod, type Language, type LocalizedText, type Statement } from '@daylight/domain';
import { sayInstantAndZone } from '../explain/instant.js';
import { periodName } from '../kpi/say.js';
import { sayAvailability, sayExclusion, sayOutage } from './availability.js';
import { sayCredit, sayPayable, sayTermination } from './credit.js';
import { sayMinor } from './numbers.js';

/** A heading with its lines. */
export interface StatementSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

const HEADINGS = {
  AVAILABILITY: { ko: '가용률', en: 'Availability' },
  OUTAGES: { ko: '서비스 중단', en: 'Outages' },
  EXCLUSIONS: { ko: '제외 시간', en: 'Exclusions' },
  CREDIT: { ko: '서비스 크레딧', en: 'Service credit' },
  ATTAINMENT: { ko: '준수율 크레딧', en: 'Attainment credit' },
  TOTAL: { ko: '합계', en: 'Total' },
  TERMINATION: { ko: '반복 미달', en: 'Repeated misses' },
} as const;

/** A statement section by section; an empty section is left out. `name` is what the promise is called. */
export function sayStatement(
  statement: Statement,
  name: LocalizedText,
  language: Language,
): readonly StatementSection[] {
  const { availability, credit, attainment, termination } = statement;
  const section = (key: keyof typeof HEADINGS, lines: readonly string[]) => ({
    heading: HEADINGS[key][language],
    lines,
  });
  const both = credit !== null && attainment !== null;
  const sections = [
    section('AVAILABILITY', [titleOf(statement, name, language), ...sayAvailability(availability, language)]),
    section(
      'OUTAGES',
      availability.items.map((item) => sayOutage(item, language)),
    ),
    section(
      'EXCLUSIONS',
      availability.exclusions.map((item) => sayExclusion(item, language)),
    ),
    section('CREDIT', credit === null ? [] : sayCredit(credit, language)),
    section(
      'ATTAINMENT',
      attainment === null
        ? []
        : [...sayPayable(attainment.payable, language), ...sayCredit(attainment.credit, language)],
    ),
    section('TOTAL', both ? [sayMinor(statement.totalMinor, credit.currency, language)] : []),
    section('TERMINATION', termination === null ? [] : [sayTermination(termination, language)]),
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function titleOf({ availability: { period, until } }: Statement, name: LocalizedText, language: Language): string {
  const parsed = parsePeriod(period.zone, period.key);
  const when = parsed === null ? period.key : periodName(parsed, language);
  const ends = sayInstantAndZone(until, period.zone, language);
  const running = until >= period.to ? '' : language === 'ko' ? `, ${ends}까지` : `, until ${ends}`;
  return `${name[language]}, ${when}${running}`;
}
