import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import type { Language } from '@daylight/web-format';
import { IconButton } from '../forms/button.js';
import { useUiText } from '../text/ui-text.js';
import type { ThemeChoice } from './preferences.js';
import classes from './switches.module.css';

const NAMES: readonly (readonly [Language, string, string])[] = [
  ['ko', '한국어', '한'],
  ['en', 'English', 'EN'],
];

export interface LanguageSwitchProps {
  readonly value: Language;
  readonly onChange: (language: Language) => void;
}

/** Both languages by their own names, so that each reader finds theirs. */
export function LanguageSwitch({ value, onChange }: LanguageSwitchProps) {
  const text = useUiText();
  return (
    <div className={classes['languages']} role="group" aria-label={text('ui.language')}>
      {NAMES.map(([language, name, short]) => (
        <button
          key={language}
          type="button"
          lang={language}
          title={name}
          aria-label={name}
          aria-pressed={language === value}
          className={classes['language']}
          onClick={() => onChange(language)}
        >
          {short}
        </button>
      ))}
    </div>
  );
}

const NEXT: Readonly<Record<ThemeChoice, ThemeChoice>> = { auto: 'light', light: 'dark', dark: 'auto' };

export interface ThemeSwitchProps {
  readonly value: ThemeChoice;
  readonly onChange: (theme: ThemeChoice) => void;
}

/** As the system, light, dark: one button that goes round and says where it stands. */
export function ThemeSwitch({ value, onChange }: ThemeSwitchProps) {
  const text = useUiText();
  const icon =
    value === 'auto' ? (
      <IconDeviceDesktop size={19} stroke={1.75} />
    ) : value === 'light' ? (
      <IconSun size={19} stroke={1.75} />
    ) : (
      <IconMoon size={19} stroke={1.75} />
    );
  return <IconButton label={text(`ui.theme.${value}`)} icon={icon} onClick={() => onChange(NEXT[value])} />;
}

/** The words for switching single-key shortcuts on and off (WCAG 2.1.4), for a menu's entry. */
export const UseShortcuts = () => useUiText()('ui.shortcuts.use');
