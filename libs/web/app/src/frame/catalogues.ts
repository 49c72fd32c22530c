import type { Messages } from '@daylight/web-ui';

type Language = 'ko' | 'en';
type Loader = () => Promise<{ readonly default: Messages }>;

/** How much of the texts is here: those before the door, those of most pages, all; each holds the one before. */
export type TextLevel = 'door' | 'daily' | 'whole';

/** How an app's texts are fetched, each language by itself. */
export type Catalogues = Readonly<Record<TextLevel, Readonly<Record<Language, Loader>>>>;

const LEVELS: readonly TextLevel[] = ['door', 'daily', 'whole'];

/** Whether the texts of `level` are among those of `here`. */
export const holds = (here: TextLevel, level: TextLevel): boolean => LEVELS.indexOf(here) >= LEVELS.indexOf(level);
