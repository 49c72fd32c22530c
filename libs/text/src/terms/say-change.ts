import { canonicalJson, type Language, type LocalizedText, type Terms, type TermsChange } from '@daylight/domain';
import { codeWord } from './codes.js';
import type { Say } from './amounts.js';
import { CALENDARS } from './say-calendars.js';
import { PROMISES } from './say-promises.js';
import { ROOT } from './say-root.js';
import { kpiTargetName, RULES } from './say-rules.js';
import { SERVICES } from './say-services.js';
import { SUBJECT_NAMES } from './subject-names.js';

const SAYINGS: ReadonlyMap<string, Say> = new Map(
  Object.entries({ ...ROOT, ...SERVICES, ...CALENDARS, ...RULES, ...PROMISES }),
);
const LONGEST = 300;
const NOTHING: LocalizedText = { ko: '없음', en: 'none' };

/** Subjects of the domain's `TERMS_SUBJECTS` that can be said. */
export const SAID_SUBJECTS: ReadonlySet<string> = new Set(
  [...SAYINGS.keys()].filter((each) => SUBJECT_NAMES.has(each)),
);

/** What a part of a terms document says, as a person would: never a code, an id or JSON. Long texts are cut. */
export function sayTerm(
  terms: Terms,
  { subject, keys }: Pick<TermsChange, 'subject' | 'keys'>,
  language: Language,
): string {
  const said = SAYINGS.get(subject)?.(terms, keys, language) ?? NOTHING[language];
  return said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
}

/** What a change is about: `표준 SLA / P1 최초 응답 – 목표 시간`. */
export function sayPlace(change: TermsChange, documents: readonly Terms[], language: Language): string {
  const subject = SUBJECT_NAMES.get(change.subject)?.[language] ?? '';
  // An item that came or went is named by its value; its own key would only repeat that.
  const keys = change.kind === 'CHANGED' ? change.keys : change.keys.slice(0, -1);
  const root = change.subject.split('.')[0] ?? '';
  const names = keys.map((_key, index) => nameAt(root, change.keys.slice(0, index + 1), documents, language));
  return names.length === 0 ? subject : `${names.join(' / ')} – ${subject}`;
}

/** One difference as a sentence in both languages, items by their names. */
export function sayTermsChange(change: TermsChange, before: Terms, after: Terms): LocalizedText {
  const say = (language: Language): string => {
    const place = sayPlace(change, [after, before], language);
    const [was, is] = [sayTerm(before, change, language), sayTerm(after, change, language)];
    if (change.kind === 'ADDED') return language === 'ko' ? `${place} 추가: ${is}` : `${place} added: ${is}`;
    if (change.kind === 'REMOVED') return language === 'ko' ? `${place} 삭제: ${was}` : `${place} removed: ${was}`;
    return language === 'ko' ? `${place} 변경: ${was} → ${is}` : `${place} changed: ${was} → ${is}`;
  };
  return { ko: say('ko'), en: say('en') };
}

/** What people call the item behind the last of the keys; dates are called by themselves. */
function nameAt(root: string, keys: readonly string[], documents: readonly Terms[], language: Language): string {
  const last = keys[keys.length - 1] ?? '';
  for (const terms of documents) {
    const name = keys.length === 1 ? itemName(root, keys, terms, language) : innerName(root, keys, terms, language);
    if (name !== null && name !== '') return name;
  }
  return last;
}

function itemName(root: string, keys: readonly string[], terms: Terms, language: Language): string | null {
  if (root === 'kpiTargets') return kpiTargetName(terms, keys, language);
  const [key] = keys;
  const named: Readonly<Record<string, LocalizedText | undefined>> = {
    services: terms.services.find(({ serviceItemId }) => serviceItemId === key)?.name,
    policies: terms.policies.find(({ id }) => id === key)?.name,
    calendars: terms.calendars.find(({ id }) => id === key)?.name,
    waiting: terms.waiting.find(({ reason }) => reason === key)?.name,
    responsibilities: terms.responsibilities.find(({ activity }) => canonicalJson(activity) === key)?.activity,
    availability: terms.availability?.find(({ id }) => id === key)?.name,
    credits: terms.credits?.find(({ id }) => id === key)?.name,
  };
  return named[root]?.[language] ?? null;
}

function innerName(root: string, keys: readonly string[], terms: Terms, language: Language): string | null {
  if (root !== 'policies') return keys[1] ?? null;
  const policy = terms.policies.find(({ id }) => id === keys[0]);
  const target = policy?.targets.find(({ id }) => id === keys[1]);
  return target === undefined ? null : `${target.priority} ${codeWord(target.clock, language)}`;
}
