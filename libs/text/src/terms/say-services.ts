import type { Language, SlaPolicy, SlaTarget, Terms } from '@daylight/domain';
import { sayFee, sayTargetAmount, sayText, type Say } from './amounts.js';
import { codeWord, codeWords } from './codes.js';

const serviceOf = ({ services }: Terms, [id]: readonly string[]) =>
  services.find(({ serviceItemId }) => serviceItemId === id);
const policyOf = ({ policies }: Terms, [id]: readonly string[]): SlaPolicy | undefined =>
  policies.find((policy) => policy.id === id);
const targetOf = (terms: Terms, keys: readonly string[]): SlaTarget | undefined =>
  policyOf(terms, keys)?.targets.find(({ id }) => id === keys[1]);

/** What a calendar of the terms is called. */
export function calendarName({ calendars }: Terms, id: string | undefined, language: Language): string | null {
  return sayText(calendars.find((calendar) => calendar.id === id)?.name, language);
}

/** Services in scope and the targets that they are promised. */
export const SERVICES: Readonly<Record<string, Say>> = {
  services: (terms, keys, language) => sayText(serviceOf(terms, keys)?.name, language),
  'services.name': (terms, keys, language) => sayText(serviceOf(terms, keys)?.name, language),
  'services.level': (terms, keys, language) => codeWord(serviceOf(terms, keys)?.level ?? '', language),
  'services.inScope': (terms, keys, language) => sayText(serviceOf(terms, keys)?.inScope, language),
  'services.outOfScope': (terms, keys, language) => sayText(serviceOf(terms, keys)?.outOfScope, language),
  'services.policyId': (terms, keys, language) =>
    sayText(policyOf(terms, [serviceOf(terms, keys)?.policyId ?? ''])?.name, language),
  'services.monthlyFeeMinor': (terms, keys, language) =>
    sayFee(serviceOf(terms, keys)?.monthlyFeeMinor, terms.currency, language),
  policies: (terms, keys, language) => sayText(policyOf(terms, keys)?.name, language),
  'policies.name': (terms, keys, language) => sayText(policyOf(terms, keys)?.name, language),
  'policies.targets': (terms, keys, language) => sayTarget(targetOf(terms, keys), language),
  'policies.targets.clock': (terms, keys, language) => codeWord(targetOf(terms, keys)?.clock ?? '', language),
  'policies.targets.priority': (terms, keys) => targetOf(terms, keys)?.priority ?? null,
  'policies.targets.types': (terms, keys, language) =>
    codeWords(targetOf(terms, keys)?.types ?? [], language) ?? (language === 'ko' ? '전체' : 'all'),
  'policies.targets.amount': (terms, keys, language) => {
    const target = targetOf(terms, keys);
    return target === undefined ? null : sayTargetAmount(target.amount, language);
  },
  'policies.targets.calendarId': (terms, keys, language) =>
    calendarName(terms, targetOf(terms, keys)?.calendarId, language),
  'policies.targets.warnAtPercent': (terms, keys, language) => {
    const marks = targetOf(terms, keys)?.warnAtPercent ?? [];
    return marks.length === 0 ? null : marks.map((mark) => (language === 'ko' ? `${mark}%` : `${mark} %`)).join(', ');
  },
};

function sayTarget(target: SlaTarget | undefined, language: Language): string | null {
  if (target === undefined) return null;
  const { priority, clock, amount } = target;
  return `${priority} ${codeWord(clock, language)} ${sayTargetAmount(amount, language)}`;
}
