import { isZone, parseIso, parsePeriod, type Language, type LocalizedText } from '@daylight/domain';
import { sayMinor } from '../credit/numbers.js';
import { sayInstant, sayInstantAndZone } from '../explain/instant.js';
import { periodName } from '../kpi/say.js';

/** What people are told of outages, planned work, exclusions and credits, as kinds that they can choose by. */
export const TOLD_OF_AVAILABILITY = [
  'OUTAGE_UPDATED',
  'MAINTENANCE_TOLD',
  'EXCLUSION_PROPOSED',
  'CREDIT_PROPOSED',
  'CREDIT_ANSWERED',
] as const;
export type ToldOfAvailability = (typeof TOLD_OF_AVAILABILITY)[number];

export function isToldOfAvailability(kind: string): kind is ToldOfAvailability {
  return TOLD_OF_AVAILABILITY.some((known) => known === kind);
}

/** Words of an event: `serviceKo`, `serviceEn`, `titleKo`, `titleEn`, `from`, `to` and `zone` of a stretch, `period`, `amountMinor`, `currency`, `stage`, `state`, `word`. */
export type AvailabilityWords = Readonly<Partial<Record<string, string>>>;

const local = (words: AvailabilityWords, name: string, language: Language): string =>
  words[`${name}${language === 'ko' ? 'Ko' : 'En'}`] ?? '';

/** The stretch that the words name, as the reader's language writes it; empty: none. */
export function stretchOf({ from, to, zone }: AvailabilityWords, language: Language): string {
  const [a, b] = [from, to].map((text) => (text === undefined ? null : parseIso(text)));
  if (a == null || zone === undefined || !isZone(zone)) return '';
  const since = b == null ? sayInstantAndZone(a, zone, language) : sayInstant(a, zone, language);
  return b == null ? since : `${since} – ${sayInstantAndZone(b, zone, language)}`;
}

/** The amount that the words name; empty: none. */
export function amountOf({ amountMinor, currency }: AvailabilityWords, language: Language): string {
  const minor = Number(amountMinor);
  return amountMinor === undefined || currency === undefined || !Number.isSafeInteger(minor)
    ? ''
    : sayMinor(minor, currency, language);
}

/** The period that the words name, e.g. `2026년 8월`. */
export function periodOfWords({ period, zone }: AvailabilityWords, language: Language): string {
  const parsed = period === undefined || zone === undefined || !isZone(zone) ? null : parsePeriod(zone, period);
  return parsed === null ? (period ?? '') : periodName(parsed, language);
}

const OUTAGE: Readonly<Record<string, LocalizedText>> = {
  OPENED: { ko: '서비스 중단이 기록되었습니다', en: 'An outage was recorded' },
  INVESTIGATING: { ko: '원인을 조사하고 있습니다', en: 'The cause is being investigated' },
  IDENTIFIED: { ko: '원인을 확인했습니다', en: 'The cause is known' },
  MONITORING: { ko: '조치 후 경과를 지켜보고 있습니다', en: 'It was mended and is being watched' },
  RESOLVED: { ko: '서비스가 복구되었습니다', en: 'The service is restored' },
  CORRECTED: { ko: '서비스 중단 기록이 정정되었습니다', en: 'The record of an outage was corrected' },
  WITHDRAWN: { ko: '서비스 중단 기록이 취소되었습니다', en: 'The record of an outage was withdrawn' },
};
const DEGRADED: LocalizedText = { ko: '서비스 성능 저하가 기록되었습니다', en: 'A service was recorded as degraded' };
const MAINTENANCE: Readonly<Record<string, LocalizedText>> = {
  ANNOUNCED: { ko: '계획 작업이 예고되었습니다', en: 'Maintenance is announced' },
  EMERGENCY: { ko: '긴급 작업이 예고되었습니다', en: 'Emergency work is announced' },
  MOVED: { ko: '작업 일정이 변경되었습니다', en: 'Maintenance was moved' },
  CANCELLED: { ko: '작업이 취소되었습니다', en: 'Maintenance was cancelled' },
};
const CREDIT: Readonly<Record<string, LocalizedText>> = {
  ACCEPTED: { ko: '고객사가 서비스 크레딧을 수락했습니다', en: 'The client accepted the service credit' },
  DISPUTED: {
    ko: '고객사가 서비스 크레딧에 이의를 제기했습니다',
    en: 'The client disputes the service credit',
  },
  WAIVED: { ko: '고객사가 서비스 크레딧을 포기했습니다', en: 'The client waived the service credit' },
  SETTLED: { ko: '서비스 크레딧이 정산되었습니다', en: 'The service credit was settled' },
  COMMENTED: { ko: '서비스 크레딧에 의견이 등록되었습니다', en: 'There is a comment on the service credit' },
};

function outage(words: AvailabilityWords, language: Language): string {
  const { stage = 'OPENED', state } = words;
  const said = stage === 'OPENED' && state === 'DEGRADED' ? DEGRADED : (OUTAGE[stage] ?? OUTAGE['OPENED']);
  return `${local(words, 'service', language)} – ${said?.[language] ?? ''}: ${local(words, 'title', language)}`;
}

function maintenance(words: AvailabilityWords, language: Language): string {
  const said = (MAINTENANCE[words['word'] ?? ''] ?? MAINTENANCE['ANNOUNCED'])?.[language] ?? '';
  const when = stretchOf(words, language);
  const title = local(words, 'title', language);
  return when === '' ? `${said}: ${title}` : `${said}: ${title} (${when})`;
}

/** What somebody is told, complete in one sentence; its words come with the event. */
export function sayToldOfAvailability(kind: ToldOfAvailability, words: AvailabilityWords, language: Language): string {
  const ko = language === 'ko';
  const [service, when] = [local(words, 'service', language), stretchOf(words, language)];
  const [period, amount] = [periodOfWords(words, language), amountOf(words, language)];
  switch (kind) {
    case 'OUTAGE_UPDATED':
      return outage(words, language);
    case 'MAINTENANCE_TOLD':
      return maintenance(words, language);
    case 'EXCLUSION_PROPOSED':
      return ko
        ? `${service} – 가용률에서 제외할 시간이 제안되었습니다(${when}). 회신해 주십시오.`
        : `${service} – It is proposed to leave time out of the availability figure (${when}); your answer is awaited.`;
    case 'CREDIT_PROPOSED':
      return ko
        ? `${service} – ${period} 서비스 크레딧 ${amount}이 제시되었습니다. 확인해 주십시오.`
        : `${service} – A service credit of ${amount} is proposed for ${period}; your answer is awaited.`;
    case 'CREDIT_ANSWERED':
      return `${service} – ${period}: ${CREDIT[words['word'] ?? '']?.[language] ?? ''}.`;
  }
}
