import { canonicalJson, type LocalizedText, type Terms, type TermsChange } from '@daylight/domain';
import { SUBJECT_NAMES } from './subject-names.js';
import { sayValue } from './value-words.js';

/** `TermsChange` of the schema. */
export interface TermsChangeView {
  readonly path: string;
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  readonly text: LocalizedText;
}

type Language = 'ko' | 'en';

/** One difference in words, items by their names. */
export function sayChange(change: TermsChange, before: Terms, after: Terms): TermsChangeView {
  const say = (language: Language) => {
    const place = placeOf(change, [after, before], language);
    const [was, is] = [
      sayValue(change.before, change.subject, language),
      sayValue(change.after, change.subject, language),
    ];
    if (change.kind === 'ADDED') return language === 'ko' ? `${place} 추가: ${is}` : `${place} added: ${is}`;
    if (change.kind === 'REMOVED') return language === 'ko' ? `${place} 삭제: ${was}` : `${place} removed: ${was}`;
    return language === 'ko' ? `${place} 변경: ${was} → ${is}` : `${place} changed: ${was} → ${is}`;
  };
  return { path: change.path, kind: change.kind, text: { ko: say('ko'), en: say('en') } };
}

function placeOf(change: TermsChange, documents: readonly Terms[], language: Language): string {
  const subject = (SUBJECT_NAMES.get(change.subject) ?? { ko: change.subject, en: change.subject })[language];
  // An item that came or went is named by its value; its own key would only repeat that.
  const keys = change.kind === 'CHANGED' ? change.keys : change.keys.slice(0, -1);
  const names = keys.map((key) => nameOfKey(key, documents)[language]);
  return names.length === 0 ? subject : `${names.join(' / ')} – ${subject}`;
}

/** What people call the thing behind a key: a service, policy, target, calendar, waiting reason, activity. */
function nameOfKey(key: string, documents: readonly Terms[]): LocalizedText {
  for (const terms of documents) {
    const service = terms.services.find(({ serviceItemId }) => serviceItemId === key);
    const policy = terms.policies.find(({ id }) => id === key);
    const calendar = terms.calendars.find(({ id }) => id === key);
    const waiting = terms.waiting.find(({ reason }) => reason === key);
    const duty = terms.responsibilities.find(({ activity }) => canonicalJson(activity) === key);
    const named = service?.name ?? policy?.name ?? calendar?.name ?? waiting?.name ?? duty?.activity;
    if (named !== undefined) return named;
    const target = terms.policies.flatMap(({ targets }) => targets).find(({ id }) => id === key);
    if (target !== undefined) {
      const say = (language: Language) =>
        `${target.priority} ${sayValue(target.clock, 'policies.targets.clock', language)}`;
      return { ko: say('ko'), en: say('en') };
    }
  }
  return { ko: key, en: key };
}
