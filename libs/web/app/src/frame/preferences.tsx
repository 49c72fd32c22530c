import { readPreferences, startLanguage, writePreferences, type Messages, type Preferences } from '@daylight/web-ui';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { holds, type Catalogues, type TextLevel } from './catalogues.js';

type Language = 'ko' | 'en';

interface PreferencesState extends Omit<Preferences, 'language'> {
  readonly language: Language;
  readonly messages: Messages;
  /** Which texts are here. */
  readonly level: TextLevel;
}

export interface PreferencesValue extends PreferencesState {
  readonly change: (change: Partial<Preferences>) => void;
  /** Fetches the texts of a level. */
  readonly fetchTexts: (level: TextLevel) => void;
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
  const [state, setState] = useState<PreferencesState>(() => ({
    ...readPreferences(),
    language: startLanguage(),
    messages: first,
    level: 'door',
  }));
  const { language, level } = state;
  const fetchTexts = useCallback(
    (wanted: TextLevel) => {
      void catalogues[wanted][language]().then(({ default: messages }) =>
        setState((before) =>
          before.language !== language || holds(before.level, wanted) ? before : { ...before, messages, level: wanted },
        ),
      );
    },
    [catalogues, language],
  );
  const change = useCallback(
    (wanted: Partial<Preferences>): void => {
      const next = writePreferences(wanted);
      const chosen = wanted.language ?? language;
      if (chosen === language) return setState((before) => ({ ...before, ...next, language }));
      void catalogues[level][chosen]().then(({ default: messages }) => {
        // Before the next question: its answer is in this language.
        document.documentElement.lang = chosen;
        setState({ ...next, language: chosen, messages, level });
        onLanguage();
      });
    },
    [catalogues, language, level, onLanguage],
  );
  const value = useMemo<PreferencesValue>(() => ({ ...state, change, fetchTexts }), [state, change, fetchTexts]);
  return <PreferencesContext value={value}>{children(value)}</PreferencesContext>;
}

/** Asks for the texts of `level` as soon as they are `needed`; true once they are there. */
export function useTexts(level: TextLevel, needed = true): boolean {
  const { level: here, fetchTexts } = usePreferences();
  const there = holds(here, level);
  useEffect(() => {
    if (needed && !there) fetchTexts(level);
  }, [needed, there, fetchTexts, level]);
  return there;
}
