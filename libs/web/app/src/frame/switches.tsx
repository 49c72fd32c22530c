import { LanguageSwitch, ThemeSwitch } from '@daylight/web-ui';
import { usePreferences } from './preferences.js';

/** Language and theme, on every page and before the door. */
export function Switches() {
  const { language, theme, change } = usePreferences();
  return (
    <>
      <LanguageSwitch value={language} onChange={(chosen) => change({ language: chosen })} />
      <ThemeSwitch value={theme} onChange={(chosen) => change({ theme: chosen })} />
    </>
  );
}
