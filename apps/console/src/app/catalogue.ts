import type { Messages } from '@daylight/web-ui';

type Language = 'ko' | 'en';
type Loaders = Readonly<Record<Language, () => Promise<{ readonly default: Messages }>>>;

const whole: Loaders = { ko: () => import('./catalogue-ko.js'), en: () => import('./catalogue-en.js') };
const door: Loaders = { ko: () => import('./door-ko.js'), en: () => import('./door-en.js') };

/** The messages of one language; only that language is fetched. */
export const loadMessages = async (language: Language): Promise<Messages> => (await whole[language]()).default;

/** Those of them that are shown before anybody has signed in: the door opens without waiting for the rest. */
export const loadDoorMessages = async (language: Language): Promise<Messages> => (await door[language]()).default;
