import { languageOf, type Language } from '@daylight/web-format';

export type ThemeChoice = 'auto' | 'light' | 'dark';

/** What this browser remembers before anybody has signed in. */
export interface Preferences {
  readonly language: Language | null;
  readonly theme: ThemeChoice;
  /** Single-key shortcuts (WCAG 2.1.4: they can be switched off). */
  readonly shortcuts: boolean;
}

const KEY = 'daylight.preferences';
const DEFAULTS: Preferences = { language: null, theme: 'auto', shortcuts: true };

function parse(text: string | null): Preferences {
  if (text === null) return DEFAULTS;
  const found: unknown = JSON.parse(text);
  if (typeof found !== 'object' || found === null) return DEFAULTS;
  const language = 'language' in found && (found.language === 'ko' || found.language === 'en') ? found.language : null;
  const theme = 'theme' in found && (found.theme === 'light' || found.theme === 'dark') ? found.theme : 'auto';
  return { language, theme, shortcuts: !('shortcuts' in found && found.shortcuts === false) };
}

/** Preferences of this browser; the defaults where storage is blocked or was tampered with. */
export function readPreferences(): Preferences {
  try {
    return parse(globalThis.localStorage.getItem(KEY));
  } catch {
    return DEFAULTS;
  }
}

export function writePreferences(change: Partial<Preferences>): Preferences {
  const next = { ...readPreferences(), ...change };
  try {
    globalThis.localStorage.setItem(KEY, JSON.stringify(next));
    // The server reads it, so that the page arrives with the right texts on the way.
    if (next.language !== null)
      document.cookie = `daylight_language=${next.language}; path=/; max-age=31536000; samesite=lax`;
  } catch {
    // A browser that refuses storage still gets the choice for this visit.
  }
  return next;
}

/** The language to start in: remembered, else the browser's. */
export const startLanguage = (): Language => readPreferences().language ?? languageOf(navigator.language);

/** Applies a theme at once, before React draws: the page never flashes in the other scheme. */
export function applyTheme(theme: ThemeChoice): void {
  const dark = theme === 'dark' || (theme === 'auto' && globalThis.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
}
