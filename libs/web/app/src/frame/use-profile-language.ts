import { isNewProfileLanguage } from '@daylight/web-ui';
import { useEffect } from 'react';
import { usePreferences } from './preferences.js';

/** Applies the language of the profile after signing in, and as soon as the profile is changed. */
export function useProfileLanguage(viewer: { readonly id: string; readonly language: 'ko' | 'en' } | null): void {
  const { change } = usePreferences();
  const id = viewer?.id ?? null;
  const language = viewer?.language ?? null;
  useEffect(() => {
    if (id !== null && language !== null && isNewProfileLanguage(id, language)) change({ language });
  }, [id, language, change]);
}
