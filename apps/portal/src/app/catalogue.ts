import type { Messages } from '@daylight/web-ui';

type Language = 'ko' | 'en';

const loaders: Readonly<Record<Language, () => Promise<{ readonly default: Messages }>>> = {
  ko: () => import('./catalogue-ko.js'),
  en: () => import('./catalogue-en.js'),
};

/** The messages of one language; only that language is fetched. */
export const loadMessages = async (language: Language): Promise<Messages> => (await loaders[language]()).default;
