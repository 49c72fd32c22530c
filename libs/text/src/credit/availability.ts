import {
  unreachable,
  type AvailabilityFigure,
  type AvailabilityPart,
  type ExclusionItem,
  type Language,
  type OutageItem,
} from '@daylight/domain';
import { CAUSES, CLAIM_REASONS, UNMEASURED, UNPLANNED } from './reasons.js';
import { sayPpm, sayRatio, saySeconds, seconds } from './numbers.js';

const VERDICTS = {
  REACHED: { ko: '목표 달성', en: 'target reached' },
  MISSED: { ko: '목표 미달', en: 'target missed' },
  NO_DATA: { ko: '데이터 없음', en: 'no data' },
} as const;

/** The steps from agreed time to the figure, one line each, so that a calculator comes to the same. */
export function sayAvailability(figure: AvailabilityFigure, language: Language): readonly string[] {
  const { parts, degradedPercent } = figure;
  const lines = parts.flatMap((part) => sayPart(part, degradedPercent, language));
  return [...lines, sayDivision(figure, language), sayVerdict(figure, language)];
}

function sayPart(part: AvailabilityPart, degradedPercent: number, language: Language): readonly string[] {
  const ko = language === 'ko';
  const heading = part.assetId === null ? [] : [sayAsset(part.assetId, part.weight, language)];
  const excluded = part.plannedMs + part.acceptedMs + part.unmeasuredMs;
  const counted = `${seconds(part.agreedMs)} − ${seconds(excluded)} = ${saySeconds(part.countedMs, language)}`;
  const degraded = ko
    ? [`성능 저하: ${saySeconds(part.degradedMs, 'ko')} × ${degradedPercent}%`]
    : [`Degraded: ${saySeconds(part.degradedMs, 'en')} × ${degradedPercent} %`];
  const rows = [
    [ko ? '약정 서비스 시간' : 'Agreed service time', part.agreedMs, true],
    [ko ? '제외: 계획 작업' : 'Excluded, planned maintenance', part.plannedMs, false],
    [ko ? '제외: 합의된 사유' : 'Excluded, as accepted', part.acceptedMs, false],
    [ko ? '제외: 미측정' : 'Excluded, unmeasured', part.unmeasuredMs, false],
  ] as const;
  return [
    ...heading,
    ...rows.filter(([, ms, always]) => always || ms > 0).map(([name, ms]) => `${name}: ${saySeconds(ms, language)}`),
    ...(excluded > 0 ? [`${ko ? '산정 대상 시간' : 'Time that counts'}: ${counted}`] : []),
    `${ko ? '서비스 중단' : 'Down'}: ${saySeconds(part.downMs, language)}`,
    ...(part.degradedMs > 0 ? degraded : []),
  ];
}

function sayAsset(assetId: string, weight: number, language: Language): string {
  return language === 'ko' ? `자산 ${assetId}(가중치 ${weight})` : `Asset ${assetId} (weight ${weight})`;
}

function term({ countedMs, downMs, degradedMs, weight, assetId }: AvailabilityPart, degradedPercent: number): string {
  const degraded = degradedMs > 0 ? ` − ${seconds(degradedMs)} × ${degradedPercent} ÷ 100` : '';
  const up = `${seconds(countedMs)} − ${seconds(downMs)}${degraded}`;
  return assetId === null ? `(${up})` : `${weight} × (${up})`;
}

function sayDivision({ parts, ratio, degradedPercent }: AvailabilityFigure, language: Language): string {
  const name = language === 'ko' ? '가용률' : 'Availability';
  if (ratio === null) {
    const none = language === 'ko' ? '산정 대상 시간이 없어 데이터 없음' : 'no data, since no time counts';
    return `${name}: ${none}`;
  }
  const up = parts.map((part) => term(part, degradedPercent)).join(' + ');
  const all = parts.map((part) =>
    part.assetId === null ? seconds(part.countedMs) : `${part.weight} × ${seconds(part.countedMs)}`,
  );
  const [dividend, divisor] = parts.length > 1 ? [`(${up})`, `(${all.join(' + ')})`] : [up, all.join('')];
  return `${name}: ${dividend} ÷ ${divisor} = ${sayRatio(ratio, language)}`;
}

function sayVerdict({ targetPpm, verdict }: AvailabilityFigure, language: Language): string {
  const target = sayPpm(targetPpm, language);
  return language === 'ko'
    ? `목표: ${target} 이상 → ${VERDICTS[verdict].ko}`
    : `Target: ${target} or more → ${VERDICTS[verdict].en}`;
}

/** One outage and how much of it counts. */
export function sayOutage({ outageId, state, agreedMs, countedMs }: OutageItem, language: Language): string {
  if (language === 'ko') {
    const name = state === 'DOWN' ? '중단' : '성능 저하';
    return `${outageId}(${name}): 서비스 시간 내 ${saySeconds(agreedMs, 'ko')}, 산정 반영 ${saySeconds(countedMs, 'ko')}`;
  }
  const name = state === 'DOWN' ? 'down' : 'degraded';
  return `${outageId} (${name}): ${saySeconds(agreedMs, 'en')} of service time, ${saySeconds(countedMs, 'en')} counted`;
}

/** One exclusion, with the reason where it isn't one. */
export function sayExclusion(item: ExclusionItem, language: Language): string {
  switch (item.kind) {
    case 'PLANNED':
      return sayPlanned(item, language);
    case 'CLAIM':
      return sayClaim(item, language);
    case 'UNMEASURED': {
      const as = UNMEASURED[item.countsAs][language];
      const name = language === 'ko' ? `${item.id}(미측정)` : `${item.id} (unmeasured)`;
      return `${name}: ${saySeconds(item.agreedMs, language)} – ${as}`;
    }
    default:
      return unreachable(item);
  }
}

function sayPlanned(item: Extract<ExclusionItem, { kind: 'PLANNED' }>, language: Language): string {
  const ko = language === 'ko';
  const excluded = saySeconds(item.excludedMs, language);
  const why = item.reason === null ? '' : ` – ${UNPLANNED[item.reason][language]}`;
  const over = saySeconds(item.overrunMs, language);
  const overrun =
    item.overrunMs === 0 ? '' : ko ? `, 초과 작업 ${over}은 중단으로 산정` : `, overrun of ${over} counts as down`;
  return ko
    ? `${item.id}(계획 작업): ${excluded} 제외${why}${overrun}`
    : `${item.id} (maintenance): ${excluded} excluded${why}${overrun}`;
}

function sayClaim(item: Extract<ExclusionItem, { kind: 'CLAIM' }>, language: Language): string {
  const cause = CAUSES[item.cause][language];
  const excluded = saySeconds(item.excludedMs, language);
  const why = item.reason === null ? '' : ` – ${CLAIM_REASONS[item.reason][language]}`;
  return language === 'ko'
    ? `${item.id}(${cause}): ${excluded} 제외${why}`
    : `${item.id} (${cause}): ${excluded} excluded${why}`;
}
