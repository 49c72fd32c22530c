import type { Language } from '@daylight/web-format';

const KEY = 'daylight.profile';

/**
 * Whether the language of a profile has to be applied in this browser: when somebody else signs in, and when the profile
 * is changed. A language chosen here afterwards stays, until then.
 */
export function isNewProfileLanguage(viewerId: string, language: Language): boolean {
  const told = `${viewerId} ${language}`;
  try {
    if (globalThis.localStorage.getItem(KEY) === told) return false;
    globalThis.localStorage.setItem(KEY, told);
    return true;
  } catch {
    // Without storage each visit starts in the profile's language.
    return true;
  }
}
