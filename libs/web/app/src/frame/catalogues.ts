import type { Messages } from '@daylight/web-ui';

type Language = 'ko' | 'en';
type Loader = () => Promise<{ readonly default: Messages }>;

/** How an app's texts are fetched, each language by itself: all of them, and those before the door alone. */
export interface Catalogues {
  readonly whole: Readonly<Record<Language, Loader>>;
  readonly door: Readonly<Record<Language, Loader>>;
}
