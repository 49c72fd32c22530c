import { useLanguage } from '@daylight/web-ui';
import { useCallback } from 'react';

interface Localized {
  readonly ko: string;
  readonly en: string;
}

/** Takes the reader's language of a text; the other one where it is empty. */
export function useLocal(): (text: Localized) => string {
  const language = useLanguage();
  return useCallback((text) => text[language] || text.ko || text.en, [language]);
}
