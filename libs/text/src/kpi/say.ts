import {
  kpiDefinition,
  type ClockKind,
  type Exclusion,
  type KpiKey,
  type KpiTarget,
  type KpiUnit,
  type Language,
  type Period,
  type VolumeDimension,
} from '@daylight/domain';
import { clockName } from '../explain/names.js';
import { sayLength } from '../explain/duration.js';
import { EXCLUSION_NAMES, SPLIT_NAMES } from './names.js';
import { KPI_WORDS } from './words.js';

const NO_DATA = { ko: '데이터 없음', en: 'No data' } as const;

/** What a figure is called, with its clock where it has one: `SLA 준수율 · 최초 응답`. */
export function kpiName(key: KpiKey, clock: ClockKind | null, language: Language): string {
  const name = KPI_WORDS[key].name[language];
  return clock === null ? name : `${name} · ${clockName(clock, language)}`;
}

/** Two decimals, cut and not rounded: 99.999 % is not 100 %. */
function percent(basisPoints: number): string {
  const whole = Math.trunc(basisPoints / 100);
  const rest = String(Math.abs(basisPoints % 100)).padStart(2, '0');
  return `${whole}.${rest}`;
}

function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** A figure's value as its language writes it: `99.50%`, `1시간 5분`, `1,204건`; null is no data, never 100 %. */
export function kpiValue(value: number | null, unit: KpiUnit, language: Language): string {
  if (value === null) return NO_DATA[language];
  switch (unit) {
    case 'BASIS_POINTS':
      return language === 'ko' ? `${percent(value)}%` : `${percent(value)} %`;
    case 'SECONDS':
      return sayLength(value * 1_000, language);
    case 'COUNT':
      return language === 'ko' ? `${grouped(value)}건` : grouped(value);
  }
}

/** A target in words: `99.50% 이상` / `99.50 % or more`. */
export function targetText({ kpi, comparison, value }: KpiTarget, language: Language): string {
  const said = kpiValue(value, kpiDefinition(kpi)?.unit ?? 'COUNT', language);
  if (language === 'ko') return `${said} ${comparison === 'AT_LEAST' ? '이상' : '이하'}`;
  return `${said} ${comparison === 'AT_LEAST' ? 'or more' : 'or less'}`;
}

export function exclusionName(reason: Exclusion['reason'], language: Language): string {
  return EXCLUSION_NAMES[reason][language];
}

/** A value that volumes are split by; services are named by the caller. */
export function splitName(by: VolumeDimension, key: string, language: Language): string {
  return by === 'SERVICE' ? key : (SPLIT_NAMES[key]?.[language] ?? key);
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
] as const;

/** `2026년 3분기` / `Q3 2026`, `2026년 8월` / `August 2026`, `2026년` / `2026`. */
export function periodName(
  { year, quarter, month }: Pick<Period, 'year' | 'quarter' | 'month'>,
  language: Language,
): string {
  if (quarter !== null) return language === 'ko' ? `${year}년 ${quarter}분기` : `Q${quarter} ${year}`;
  if (month !== null) return language === 'ko' ? `${year}년 ${month}월` : `${MONTHS[month - 1] ?? ''} ${year}`;
  return language === 'ko' ? `${year}년` : String(year);
}
