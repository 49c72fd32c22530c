import type { Language, Terms } from '@daylight/domain';
import { CHECK_WITH_COUNSEL, sayDeemedConsent, sayJurisdictions, sayReminders } from '@daylight/text';

/** What terms say about reminders, silence and law, as both sides read it; ids of texts with their values. */
export function termRules(terms: Terms, language: Language) {
  return [
    { term: 'terms.reminders', value: sayReminders(terms.renewal, language) },
    { term: 'terms.deemed', value: sayDeemedConsent(terms, language) },
    { term: 'terms.jurisdictions', value: `${sayJurisdictions(terms, language)} · ${CHECK_WITH_COUNSEL[language]}` },
  ] as const;
}
