import { canonicalJson, KPI_KEYS, type Language, type Terms } from '@daylight/domain';
import { kpiName, targetText } from '../kpi/say.js';
import { sayText, sayYesNo, type Say } from './amounts.js';
import { codeWord, codeWords } from './codes.js';

const waitingOf = ({ waiting }: Terms, [key]: readonly string[]) => waiting.find(({ reason }) => reason === key);
const dutyOf = ({ responsibilities }: Terms, [key]: readonly string[]) =>
  responsibilities.find(({ activity }) => canonicalJson(activity) === key);
const kpiOf = ({ kpiTargets }: Terms, [key]: readonly string[]) =>
  kpiTargets.find(({ kpi, clock, side }) => [kpi, clock, side].filter((part) => part !== null).join('/') === key);

/** What a KPI target is about: `SLA 준수율 · 최초 응답(서비스 제공사)`. */
export function kpiTargetName(terms: Terms, keys: readonly string[], language: Language): string | null {
  const target = kpiOf(terms, keys);
  if (target === undefined) return null;
  const { kpi, clock, side } = target;
  const key = KPI_KEYS.find((known) => known === kpi);
  const name = key === undefined ? kpi : kpiName(key, clock, language);
  return language === 'ko' ? `${name}(${codeWord(side, 'ko')})` : `${name} (${codeWord(side, 'en')})`;
}

/** Waiting, duties and KPI targets. */
export const RULES: Readonly<Record<string, Say>> = {
  waiting: (terms, keys, language) => sayText(waitingOf(terms, keys)?.name, language),
  'waiting.name': (terms, keys, language) => sayText(waitingOf(terms, keys)?.name, language),
  'waiting.status': (terms, keys, language) => codeWord(waitingOf(terms, keys)?.status ?? '', language),
  'waiting.pauses': (terms, keys, language) => codeWords(waitingOf(terms, keys)?.pauses ?? [], language),
  'waiting.needsCaseNumber': (terms, keys, language) =>
    sayYesNo(waitingOf(terms, keys)?.needsCaseNumber ?? false, language),
  responsibilities: (terms, keys, language) => sayText(dutyOf(terms, keys)?.activity, language),
  'responsibilities.accountable': (terms, keys, language) => codeWord(dutyOf(terms, keys)?.accountable ?? '', language),
  'responsibilities.responsible': (terms, keys, language) =>
    codeWords(dutyOf(terms, keys)?.responsible ?? [], language),
  'responsibilities.consulted': (terms, keys, language) => codeWords(dutyOf(terms, keys)?.consulted ?? [], language),
  'responsibilities.informed': (terms, keys, language) => codeWords(dutyOf(terms, keys)?.informed ?? [], language),
  kpiTargets: (terms, keys, language) => {
    const target = kpiOf(terms, keys);
    return target === undefined ? null : `${kpiTargetName(terms, keys, language)} ${targetText(target, language)}`;
  },
  'kpiTargets.comparison': (terms, keys, language) => codeWord(kpiOf(terms, keys)?.comparison ?? '', language),
  'kpiTargets.value': (terms, keys, language) => {
    const target = kpiOf(terms, keys);
    return target === undefined ? null : targetText(target, language);
  },
};
