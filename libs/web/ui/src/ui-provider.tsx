import './theme/styles.js';
import type { Language } from '@daylight/web-format';
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  type AnchorHTMLAttributes,
  type FunctionComponent,
  type ReactNode,
} from 'react';
import { IntlProvider } from 'react-intl';
import { ToastHost } from './feedback/toast.js';
import { HotkeyProvider } from './keyboard/hotkeys.js';
import { applyTheme, type ThemeChoice } from './preferences/preferences.js';
import { elementsOf, type Messages } from './text/compiled.js';
import { ZoneContext } from './text/locale.js';

export type LinkComponent = FunctionComponent<AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }>;

const LinkContext = createContext<LinkComponent | null>(null);

const PlainLink: LinkComponent = (props) => <a {...props} />;

/** The app's link (its router's), or a plain `<a>`. */
export const useLinkComponent = (): LinkComponent => useContext(LinkContext) ?? PlainLink;

/** Links below go through the app's router. */
export const LinkProvider = ({ link, children }: { readonly link: LinkComponent; readonly children: ReactNode }) => (
  <LinkContext value={link}>{children}</LinkContext>
);

/** Times below are said in this zone: the profile's, known only after signing in. */
export const ZoneProvider = ({ zone, children }: { readonly zone: string | null; readonly children: ReactNode }) => (
  <ZoneContext value={zone}>{children}</ZoneContext>
);

export interface UiProviderProps {
  readonly language: Language;
  /** The kit's and the app's messages in that language. */
  readonly messages: Messages;
  readonly themeChoice: ThemeChoice;
  readonly shortcuts: boolean;
  readonly children: ReactNode;
}

function useTheme(choice: ThemeChoice): void {
  useEffect(() => {
    applyTheme(choice);
    if (choice !== 'auto') return undefined;
    const media = globalThis.matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => applyTheme('auto');
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [choice]);
}

/** Everything the kit needs around an app: theme, texts, zone, links, toasts, shortcuts. */
export function UiProvider({ language, messages, themeChoice, shortcuts, children }: UiProviderProps) {
  useTheme(themeChoice);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const elements = useMemo(() => elementsOf(messages), [messages]);
  return (
    <IntlProvider locale={language} defaultLocale="ko" messages={elements} onError={report}>
      <HotkeyProvider enabled={shortcuts}>
        <ToastHost>{children}</ToastHost>
      </HotkeyProvider>
    </IntlProvider>
  );
}

function report(error: Error): void {
  console.error(error);
}
