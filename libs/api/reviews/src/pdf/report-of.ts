import { figureViews, type FigureSetting, type FigureView } from '@daylight/api-kpi';
import { parsePeriod, type ContractParty, type Language, type Period } from '@daylight/domain';
import {
  GROUP_NAMES,
  KPI_GROUPS,
  kpiValue,
  notListed,
  partyName,
  periodName,
  REPORT_WORDS,
  sayInstantAndZone,
  sectionTitle,
} from '@daylight/text';
import { SECTION_KEYS, type ReviewDocument } from '../document/document.js';
import { blocksOf } from './narrative.js';
import { actionTable, contractTable, missTable, outOfContractTable } from './report-lists.js';
import type { Cell, Highlight, Report, Table, Tone } from './report.js';

/** What a report is made of besides the published document. Subjects are those that everybody of the client may read. */
export interface ReportInput {
  readonly document: ReviewDocument;
  readonly digest: string;
  readonly providerName: string;
  readonly publishedAt: number;
  readonly publishedBy: string | null;
  readonly subjects: ReadonlyMap<string, string>;
  readonly signatures: readonly {
    readonly party: ContractParty;
    readonly name: string;
    readonly title: string | null;
    /** Whose authority the signer acted with; null: the own. */
    readonly behalfName: string | null;
    readonly at: number;
    readonly form: 'ON_SCREEN' | 'SEALED_COPY';
  }[];
}

export function word(key: keyof typeof REPORT_WORDS, language: Language): string {
  return REPORT_WORDS[key][language];
}

function periodsOf({ generated, figures }: ReviewDocument): readonly Period[] {
  return generated.trendPeriods.flatMap((key) => parsePeriod(figures.period.zone, key) ?? []);
}

function judgement(figure: FigureView, language: Language): { readonly text: string; readonly tone: Tone } {
  const [first] = figure.targets;
  if (first === undefined) return { text: word('noTarget', language), tone: 'PLAIN' };
  if (figure.targets.some(({ judgement: verdict }) => verdict === 'NOT_REACHED'))
    return { text: word('notReached', language), tone: 'BAD' };
  if (first.judgement === 'NO_DATA') return { text: word('noData', language), tone: 'PLAIN' };
  return { text: word('reached', language), tone: 'GOOD' };
}

interface FigureLine {
  readonly past: readonly (string | null)[];
  readonly figure: FigureView;
}

function lineOf(figure: FigureView, before: readonly Period[], language: Language): FigureLine {
  const past = before.map(({ key }) => {
    const value = figure.trend.find(({ periodKey }) => periodKey === key)?.value ?? null;
    return value === null ? null : kpiValue(value, figure.unit, language);
  });
  return { past, figure };
}

function cellsOf(
  { past, figure }: FigureLine,
  shown: { readonly past: boolean; readonly targets: boolean },
  language: Language,
): readonly Cell[] {
  const { text, tone } = judgement(figure, language);
  const target = figure.targets.map(({ display }) => display).join(', ');
  return [
    { text: figure.label },
    ...(shown.past ? past.map((value) => ({ text: value ?? '–' })) : []),
    { text: figure.display, strong: true },
    ...(shown.targets ? [{ text: target === '' ? '–' : target }, { text, tone }] : []),
    { text: String(figure.n) },
  ];
}

/** A table of one group; columns that would say nothing are left out and their width goes to the names. */
function figureTable(
  lines: readonly FigureLine[],
  before: readonly Period[],
  language: Language,
): Pick<Table, 'columns' | 'rows'> {
  const shown = {
    past: lines.some(({ past }) => past.some((value) => value !== null)),
    targets: lines.some(({ figure }) => figure.targets.length > 0),
  };
  const end = true;
  const rest = [
    ...(shown.past ? before.map((period) => ({ title: shortName(period, language), width: 9, end })) : []),
    { title: word('value', language), width: 12, end },
    ...(shown.targets
      ? [
          { title: word('target', language), width: 14, end },
          { title: '', width: 11, end },
        ]
      : []),
    { title: word('count', language), width: 7, end },
  ];
  const names = 100 - rest.reduce((sum, { width }) => sum + width, 0);
  return {
    columns: [{ title: word('figure', language), width: names }, ...rest],
    rows: lines.map((line) => cellsOf(line, shown, language)),
  };
}

function shortName(period: Period, language: Language): string {
  if (period.quarter !== null)
    return language === 'ko'
      ? `${String(period.year).slice(2)}년 ${period.quarter}분기`
      : `Q${period.quarter} ${period.year}`;
  return period.month === null ? periodName(period, language) : period.key;
}

function figureTables(
  figures: readonly FigureView[],
  periods: readonly Period[],
  language: Language,
): readonly Table[] {
  const before = periods.slice(0, -1);
  return KPI_GROUPS.flatMap((group): readonly Table[] => {
    const lines = figures.filter((figure) => figure.group === group).map((figure) => lineOf(figure, before, language));
    if (lines.length === 0) return [];
    return [{ title: GROUP_NAMES[group][language], ...figureTable(lines, before, language), note: null }];
  });
}

/** Attainment first, since that is what was promised; at most four, with data or a target. */
function highlightsOf(figures: readonly FigureView[], language: Language): readonly Highlight[] {
  const promised = figures.filter(({ key, n, targets }) => key === 'SLA_ATTAINMENT' && (n > 0 || targets.length > 0));
  const others = figures.filter(({ key }) => key === 'OPENED' || key === 'BACKLOG_END');
  return [...promised, ...others].slice(0, 4).map((figure) => {
    const { text, tone } = judgement(figure, language);
    const target = figure.targets[0];
    return {
      label: figure.label,
      value: figure.display,
      note: target === undefined ? `n = ${figure.n}` : `${target.display} · ${text}`,
      tone,
    };
  });
}

function signaturesOf({ signatures, document }: ReportInput, language: Language): Report['signatures'] {
  const parties = (['PROVIDER', 'CLIENT'] as const).map((party) => {
    const signed = signatures.find((signature) => signature.party === party);
    const name = partyName(party, language);
    if (signed === undefined) return { party: name, signed: false, lines: [word('notSigned', language)] };
    const form = word(signed.form === 'ON_SCREEN' ? 'signedOnScreen' : 'signedOnPaper', language);
    const who = signed.title === null ? signed.name : `${signed.name}, ${signed.title}`;
    return {
      party: name,
      signed: true,
      lines: [
        who,
        ...(signed.behalfName === null ? [] : [`${word('onBehalfOf', language)}: ${signed.behalfName}`]),
        sayInstantAndZone(signed.at, document.figures.period.zone, language),
        form,
      ],
    };
  });
  return { title: word('signatures', language), note: word('confirms', language), parties };
}

function headOf({ document, providerName, publishedAt, publishedBy }: ReportInput, period: Period, language: Language) {
  const { zone } = document.figures.period;
  const by = publishedBy === null ? providerName : `${providerName} · ${publishedBy}`;
  return {
    title: word(period.quarter === null ? 'title' : 'quarterTitle', language),
    subtitle: `${document.tenantName} · ${periodName(period, language)}`,
    facts: [
      [word('preparedFor', language), document.tenantName],
      [word('preparedBy', language), by],
      [word('period', language), `${period.firstDate} – ${period.lastDate} (${zone})`],
      [word('published', language), sayInstantAndZone(publishedAt, zone, language)],
    ] as const,
  };
}

function figuresOf({ document }: ReportInput, periods: readonly Period[], language: Language): readonly FigureView[] {
  const { generated, figures } = document;
  const series = new Map(Object.entries(generated.series));
  const setting: FigureSetting = { language, targets: generated.targets, periods, series, compareWithPrevious: true };
  return figureViews(figures.report.figures, setting);
}

/** A published review in the words of one language; null when its period can't be read. */
export function reportOf(input: ReportInput, language: Language): Report | null {
  const { document, digest } = input;
  const periods = periodsOf(document);
  const period = periods.at(-1);
  if (period === undefined) return null;
  const other = language === 'ko' ? 'en' : 'ko';
  const written = SECTION_KEYS.flatMap((key) => {
    // Who wrote in one language only is quoted in that one rather than left out.
    const text = document.sections[key]?.[language].trim() || document.sections[key]?.[other].trim() || '';
    return text === '' ? [] : [{ title: sectionTitle(key, language), blocks: blocksOf(text) }];
  });
  const figures = figuresOf(input, periods, language);
  const hidden =
    document.generated.misses.filter(({ confidential }) => confidential).length + document.generated.missesNotListed;
  return {
    ...{ language, ...headOf(input, period, language), highlights: highlightsOf(figures, language), sections: written },
    tables: [
      ...figureTables(figures, periods, language),
      missTable(input, hidden === 0 ? null : notListed(hidden, language), language),
      ...outOfContractTable(input, language),
      ...contractTable(input, language),
      actionTable(input, language),
    ],
    signatures: signaturesOf(input, language),
    integrity: {
      ...{ title: word('integrity', language), note: word('verifyHint', language) },
      digests: [
        [word('documentDigest', language), digest],
        [word('figuresDigest', language), document.figuresDigest],
      ],
    },
    footer: `${document.tenantName} · ${periodName(period, language)} · ${digest.slice(0, 16)}`,
  };
}
