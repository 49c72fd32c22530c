import type { Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import { judgeKpi, type FigureSummary, type KpiTarget, type Language } from '@daylight/domain';
import { KPI_WORDS, kpiName, kpiValue, periodName, targetText } from '@daylight/text';
import { stringify } from 'csv-stringify/sync';
import { pageSource, type PageSource } from './page-source.js';

const HEADINGS = {
  ko: [
    '고객사',
    '기간',
    '시간대',
    '구분',
    '지표',
    '값',
    '단위 값',
    '단위',
    '분자',
    '분모',
    '대상 수(n)',
    '비공개',
    '제외',
    '목표',
    '판정',
    '정의',
  ],
  en: [
    'Client',
    'Period',
    'Zone',
    'Key',
    'Figure',
    'Value',
    'Value in units',
    'Unit',
    'Numerator',
    'Denominator',
    'n',
    'Confidential',
    'Exclusions',
    'Target',
    'Judgement',
    'Definition',
  ],
} as const;
const JUDGEMENTS = {
  REACHED: { ko: '달성', en: 'reached' },
  NOT_REACHED: { ko: '미달', en: 'not reached' },
  NO_DATA: { ko: '데이터 없음', en: 'no data' },
} as const;

function line(
  { reporting }: PageSource,
  figure: FigureSummary,
  targets: readonly KpiTarget[],
  language: Language,
): readonly (string | number)[] {
  const { key, clock, unit, value, numerator, denominator, n, confidential, exclusions } = figure;
  const judged = judgeKpi(figure, targets);
  return [
    ...[
      reporting.tenantName,
      periodName(reporting.period, language),
      reporting.zone,
      clock === null ? key : `${key}/${clock}`,
    ],
    ...[
      kpiName(key, clock, language),
      kpiValue(value, unit, language),
      value ?? '',
      unit,
      numerator,
      denominator,
      n,
      confidential,
    ],
    exclusions.map(({ reason, count }) => `${reason} ${count}`).join('; '),
    judged.map(({ target }) => targetText(target, language)).join('; '),
    judged.map(({ kind }) => JUDGEMENTS[kind][language]).join('; '),
    KPI_WORDS[key].definition[language],
  ];
}

/** All figures of a period as CSV; null when there is no such tenant or period. */
export async function exportKpis(tx: Tx<PersonScope>, args: { readonly tenantId: string; readonly period: string }) {
  const source = await pageSource(tx, { ...args, past: 0 });
  if (source === null) return null;
  const { language } = tx.scope;
  const rows = source.summary.figures.map((figure) => line(source, figure, source.agreed.targets, language));
  const text = stringify([HEADINGS[language], ...rows], { bom: true, record_delimiter: '\r\n', escape_formulas: true });
  return { fileName: `${source.reporting.prefix}-${args.period}-kpi.csv`, mediaType: 'text/csv; charset=utf-8', text };
}
