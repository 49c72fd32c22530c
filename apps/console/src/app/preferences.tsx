import { readPreferences, startLanguage, writePreferences, type Messages, type Preferences } from '@daylight/web-ui';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { loadMessages } from './catalogue.js';

type Language = 'ko' | 'en';

export interface PreferencesValue extends Omit<Preferences, 'language'> {
  readonly language: Language;
  readonly messages: Messages;
  readonly change: (change: Partial<Preferences>) => void;
}

const PreferencesContext = createContext<PreferencesValue | null>(null);

/** Language, theme and shortcuts of this browser, and the way to change them. */
export function usePreferences(): PreferencesValue {
  const value = useContext(PreferencesContext);
  if (value === null) throw new Error('usePreferences stands outside its provider');
  return value;
}

interface ProviderProps {
  readonly messages: Messages;
  readonly children: (value: PreferencesValue) => ReactNode;
}

/** Starts with the language whose messages are already there; another one is fetched before it shows. */
export function PreferencesProvider({ messages: first, children }: ProviderProps) {
  const [state, setState] = useState(() => ({ ...readPreferences(), language: startLanguage(), messages: first }));
  const value = useMemo<PreferencesValue>(() => {
    const change = (wanted: Partial<Preferences>): void => {
      const next = writePreferences(wanted);
      const language = wanted.language ?? state.language;
      if (language === state.language) setState({ ...next, language, messages: state.messages });
      else void loadMessages(language).then((messages) => setState({ ...next, language, messages }));
    };
    return { ...state, change };
  }, [state]);
  return <PreferencesContext value={value}>{children(value)}</PreferencesContext>;
}
