import { readPreferences, startLanguage, writePreferences, type Messages, type Preferences } from '@daylight/web-ui';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Catalogues } from './catalogues.js';

type Language = 'ko' | 'en';

export interface PreferencesValue extends Omit<Preferences, 'language'> {
  readonly language: Language;
  readonly messages: Messages;
  readonly change: (change: Partial<Preferences>) => void;
  /** All texts are here, and not only those of the door. */
  readonly whole: boolean;
  /** Fetches the rest of the texts. */
  readonly complete: () => void;
}

const PreferencesContext = createContext<PreferencesValue | null>(null);

/** Language, theme and shortcuts of this browser, and the way to change them. */
export function usePreferences(): PreferencesValue {
  const value = useContext(PreferencesContext);
  if (value === null) throw new Error('usePreferences stands outside its provider');
  return value;
}

interface ProviderProps {
  readonly catalogues: Catalogues;
  readonly messages: Messages;
  /** Another language is spoken from here on. */
  readonly onLanguage: () => void;
  readonly children: (value: PreferencesValue) => ReactNode;
}

/** Starts with the texts that are already there; another language, or the rest, is fetched before it shows. */
export function PreferencesProvider({ catalogues, messages: first, onLanguage, children }: ProviderProps) {
  const [state, setState] = useState(() => ({
    ...readPreferences(),
    language: startLanguage(),
    messages: first,
    whole: false,
  }));
  const { language, whole } = state;
  const complete = useCallback(() => {
    void catalogues.whole[language]().then(({ default: messages }) =>
      setState((before) => (before.language === language ? { ...before, messages, whole: true } : before)),
    );
  }, [catalogues, language]);
  const change = useCallback(
    (wanted: Partial<Preferences>): void => {
      const next = writePreferences(wanted);
      const chosen = wanted.language ?? language;
      if (chosen === language) return setState((before) => ({ ...before, ...next, language }));
      const load = (whole ? catalogues.whole : catalogues.door)[chosen];
      void load().then(({ default: messages }) => {
        // Before the next question: its answer is in this language.
        document.documentElement.lang = chosen;
        setState({ ...next, language: chosen, messages, whole });
        onLanguage();
      });
    },
    [catalogues, language, whole, onLanguage],
  );
  const value = useMemo<PreferencesValue>(() => ({ ...state, change, complete }), [state, change, complete]);
  return <PreferencesContext value={value}>{children(value)}</PreferencesContext>;
}

/** Asks for all texts as soon as they are `needed`; true once they are there. */
export function useWholeCatalogue(needed: boolean): boolean {
  const { whole, complete } = usePreferences();
  useEffect(() => {
    if (needed && !whole) complete();
  }, [needed, whole, complete]);
  return whole;
}
