import type { Language, Statement } from '@daylight/domain';
import { sayLength, sayPpm, sayRatio } from '@daylight/text';

/** What was missed, in one sentence. */
export function sayBreach({ availability }: Statement, language: Language): string {
  const { ratio, targetPpm, parts } = availability;
  const target = sayPpm(targetPpm, language);
  const lost = sayLength(
    parts.reduce((sum, { downMs }) => sum + downMs, 0),
    language,
  );
  if (ratio === null) return language === 'ko' ? '산정할 데이터가 없습니다.' : 'There is no data to judge by.';
  const figure = sayRatio(ratio, language);
  return language === 'ko'
    ? `가용률이 ${figure}로 목표 ${target}에 미달했습니다(서비스 중단 ${lost}).`
    : `Availability was ${figure}, below the target of ${target} (down for ${lost}).`;
}

/** The step of the ladder that pays, in one sentence. */
export function sayRule({ credit }: Statement, language: Language): string {
  const tier = credit?.parts.find((part) => part.tier !== null)?.tier ?? null;
  if (tier === null) return language === 'ko' ? '감면 대상 구간이 아닙니다.' : 'No step of the ladder pays for it.';
  const [from, below, share] = [tier.fromPpm, tier.belowPpm, tier.creditPpm].map((ppm) => sayPpm(ppm, language));
  return language === 'ko'
    ? `${from} 이상 ${below} 미만이면 요금의 ${share}를 감면합니다.`
    : `${from} or more but less than ${below}: ${share} of the fee is credited.`;
}
