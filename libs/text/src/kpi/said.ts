import type { LocalizedText } from '@daylight/domain';
import type { KpiDirection, KpiGroup } from './groups.js';

/** What a figure is called and what it counts, where it stands and which way is good. */
export interface KpiWords {
  readonly group: KpiGroup;
  readonly direction: KpiDirection;
  readonly name: LocalizedText;
  readonly definition: LocalizedText;
}

type Direction = 'UP' | 'DOWN' | 'NONE';
const DIRECTIONS = { UP: 'HIGHER_IS_BETTER', DOWN: 'LOWER_IS_BETTER', NONE: 'NEITHER' } as const;

export function words(
  [group, direction]: readonly [KpiGroup, Direction],
  [ko, en]: readonly [ko: string, en: string],
  [koDefinition, enDefinition]: readonly [ko: string, en: string],
): KpiWords {
  const definition = { ko: koDefinition, en: enDefinition };
  return { group, direction: DIRECTIONS[direction], name: { ko, en }, definition };
}

const P50 = ['중앙값', 'median'] as const;
const P90 = ['90번째 백분위수', '90th percentile'] as const;

/** Words of a median and of a 90th percentile, which differ in nothing else. */
export function percentiles(
  group: KpiGroup,
  [ko, en]: readonly [ko: string, en: string],
  say: (rank: readonly [ko: string, en: string]) => readonly [ko: string, en: string],
): readonly [p50: KpiWords, p90: KpiWords] {
  return [
    words([group, 'DOWN'], [`${ko}(${P50[0]})`, `${en} (${P50[1]})`], say(P50)),
    words([group, 'DOWN'], [`${ko}(90%)`, `${en} (90 %)`], say(P90)),
  ];
}
