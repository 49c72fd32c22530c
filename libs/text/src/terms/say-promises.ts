import {
  missOf,
  type AvailabilityTerms,
  type CreditSchedule,
  type CreditTier,
  type Language,
  type Terms,
} from '@daylight/domain';
import { sayPpm } from '../credit/numbers.js';
import { CAUSES, UNMEASURED } from '../credit/reasons.js';
import { sayText, type Say } from './amounts.js';
import { codeWord } from './codes.js';
import { calendarName } from './say-services.js';

const availabilityOf = ({ availability = [] }: Terms, [key]: readonly string[]): AvailabilityTerms | undefined =>
  availability.find(({ id }) => id === key);
const creditOf = ({ credits = [] }: Terms, [key]: readonly string[]): CreditSchedule | undefined =>
  credits.find(({ id }) => id === key);

const ASSET_RULES = {
  ANY: { ko: '자산 하나라도 중단되면 중단', en: 'down while any asset is down' },
  ALL: { ko: '모든 자산이 중단되어야 중단', en: 'down only while all assets are down' },
  WEIGHTED: { ko: '자산별 가중치로 산정', en: 'each asset counts by its weight' },
} as const;
const ROUNDING = { HALF_UP: { ko: '반올림', en: 'rounded half up' }, TRUNCATE: { ko: '절사', en: 'cut off' } } as const;

/** `월 99.95% 이상` / `99.95 % or more a month`. */
export function sayAvailabilityTarget(
  { targetPpm, period }: Pick<AvailabilityTerms, 'targetPpm' | 'period'>,
  language: Language,
): string {
  const target = sayPpm(targetPpm, language);
  return language === 'ko'
    ? `${codeWord(period, 'ko')} ${target} 이상`
    : `${target} or more a ${codeWord(period, 'en')}`;
}

/** How several assets make one service (D-AVL-1). */
export function sayAssetRule({ assetRule }: Pick<AvailabilityTerms, 'assetRule'>, language: Language): string {
  return ASSET_RULES[assetRule][language];
}

/** Causes that may be left out once both parties accept them. */
export function sayExcludable(
  { excludable }: Pick<AvailabilityTerms, 'excludable'>,
  language: Language,
): string | null {
  return excludable.length === 0 ? null : excludable.map((cause) => CAUSES[cause][language]).join(', ');
}

/** What a minute that nobody measured counts as. */
export function sayUnmeasured({ unmeasured }: Pick<AvailabilityTerms, 'unmeasured'>, language: Language): string {
  return UNMEASURED[unmeasured][language];
}

/** How much of a degraded minute counts as down. */
export function sayDegraded(
  { degradedPercent }: Pick<AvailabilityTerms, 'degradedPercent'>,
  language: Language,
): string {
  if (degradedPercent === 0) return language === 'ko' ? '정상으로 산정' : 'counts as up';
  return language === 'ko' ? `${degradedPercent}%를 중단으로 산정` : `${degradedPercent} % of it counts as down`;
}

/** One step of a ladder: `99% 이상 99.95% 미만: 10%`. */
export function sayTierTerms({ fromPpm, belowPpm, creditPpm }: CreditTier, language: Language): string {
  const [from, below, credit] = [fromPpm, belowPpm, creditPpm].map((ppm) => sayPpm(ppm, language));
  return language === 'ko' ? `${from} 이상 ${below} 미만: ${credit}` : `${from} to below ${below}: ${credit}`;
}

/** The figure that a ladder is read with. */
export function sayBasis(terms: Terms, { basis }: Pick<CreditSchedule, 'basis'>, language: Language): string {
  const ko = language === 'ko';
  if (basis.kind === 'AVAILABILITY') {
    const name = availabilityOf(terms, [basis.availabilityId])?.name[language] ?? '';
    return ko ? `가용률(${name})` : `availability (${name})`;
  }
  const clock = codeWord(basis.clock, language);
  const of = basis.priority === null ? clock : `${basis.priority} ${clock}`;
  return ko ? `준수율(${of})` : `attainment (${of})`;
}

/** The most that can be credited. */
export function sayCapTerms({ cap }: Pick<CreditSchedule, 'cap'>, language: Language): string | null {
  if (cap === null) return null;
  const [limit, per] = [sayPpm(cap.limitPpm, language), codeWord(cap.per, language)];
  if (language === 'ko') return `${cap.of === 'ITEM' ? '해당 서비스' : '계약 전체'} ${per} 요금의 ${limit}`;
  return `${limit} of the ${cap.of === 'ITEM' ? 'service’s' : 'contract’s'} fee for a ${per}`;
}

export function sayRounding({ rounding }: Pick<CreditSchedule, 'rounding'>, language: Language): string {
  return ROUNDING[rounding][language];
}

/** Whether the credit is a price reduction with VAT, or a compensation without. */
export function sayTreatment({ treatment }: Pick<CreditSchedule, 'treatment'>, language: Language): string {
  const ko = language === 'ko';
  if (treatment.kind === 'COMPENSATION') return ko ? '손해배상(부가세 없음)' : 'compensation, without VAT';
  const vat = sayPpm(treatment.vatPpm, language);
  return ko ? `요금 감면(부가세 ${vat})` : `price reduction, with ${vat} VAT`;
}

/** When repeated misses give a right to terminate. */
export function sayTerminationTerms(
  { termination, basis }: Pick<CreditSchedule, 'termination' | 'basis'>,
  language: Language,
): string | null {
  if (termination === null) return null;
  const { misses, periods } = termination;
  if (missOf(termination, basis.kind) === 'CREDIT')
    return language === 'ko'
      ? `연속 ${periods}개 기간 중 ${misses}회 크레딧 발생 시`
      : `after credits in ${misses} of ${periods} periods`;
  return language === 'ko'
    ? `연속 ${periods}개 기간 중 ${misses}회 미달 시`
    : `after ${misses} misses within ${periods} periods`;
}

/** Availability and credits. */
export const PROMISES: Readonly<Record<string, Say>> = {
  availability: onAvailability(
    (one, _terms, language) => `${one.name[language]} ${sayAvailabilityTarget(one, language)}`,
  ),
  'availability.name': onAvailability(({ name }, _terms, language) => sayText(name, language)),
  'availability.serviceItemIds': onAvailability(({ serviceItemIds }, terms, language) =>
    serviceNames(terms, serviceItemIds, language),
  ),
  'availability.calendarId': onAvailability(({ calendarId }, terms, language) =>
    calendarName(terms, calendarId, language),
  ),
  'availability.period': onAvailability(({ period }, _terms, language) => codeWord(period, language)),
  'availability.targetPpm': onAvailability(({ targetPpm }, _terms, language) => sayPpm(targetPpm, language)),
  'availability.assetRule': onAvailability((one, _terms, language) => sayAssetRule(one, language)),
  'availability.weights': onAvailability(({ weights }) =>
    weights.length === 0 ? null : weights.map(({ assetId, weight }) => `${assetId} ${weight}`).join(', '),
  ),
  'availability.degradedPercent': onAvailability((one, _terms, language) => sayDegraded(one, language)),
  'availability.unmeasured': onAvailability((one, _terms, language) => sayUnmeasured(one, language)),
  'availability.excludable': onAvailability((one, _terms, language) => sayExcludable(one, language)),
  credits: onCredit((one, _terms, language) => `${one.name[language]} – ${sayTiers(one, language) ?? ''}`),
  'credits.name': onCredit(({ name }, _terms, language) => sayText(name, language)),
  'credits.basis': onCredit((one, terms, language) => sayBasis(terms, one, language)),
  'credits.tiers': onCredit((one, _terms, language) => sayTiers(one, language)),
  'credits.cap': onCredit((one, _terms, language) => sayCapTerms(one, language)),
  'credits.rounding': onCredit((one, _terms, language) => sayRounding(one, language)),
  'credits.treatment': onCredit((one, _terms, language) => sayTreatment(one, language)),
  'credits.termination': onCredit((one, _terms, language) => sayTerminationTerms(one, language)),
};

function onAvailability(say: (one: AvailabilityTerms, terms: Terms, language: Language) => string | null): Say {
  return (terms, keys, language) => {
    const one = availabilityOf(terms, keys);
    return one === undefined ? null : say(one, terms, language);
  };
}

function onCredit(say: (one: CreditSchedule, terms: Terms, language: Language) => string | null): Say {
  return (terms, keys, language) => {
    const one = creditOf(terms, keys);
    return one === undefined ? null : say(one, terms, language);
  };
}

function sayTiers({ tiers }: CreditSchedule, language: Language): string | null {
  const sorted = [...tiers].sort((a, b) => b.fromPpm - a.fromPpm);
  return sorted.length === 0 ? null : sorted.map((tier) => sayTierTerms(tier, language)).join('; ');
}

/** Services by what the terms call them. */
export function serviceNames({ services }: Terms, ids: readonly string[], language: Language): string | null {
  const names = ids.flatMap((id) => services.find(({ serviceItemId }) => serviceItemId === id)?.name[language] ?? []);
  return names.length === 0 ? null : names.join(', ');
}
