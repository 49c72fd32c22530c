import type { Language } from '@daylight/web-format';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactElement } from 'react';
import en from './messages/en.json';
import ko from './messages/ko.json';
import { UiProvider, ZoneProvider } from './ui-provider.js';

interface Options {
  readonly language?: Language;
  readonly shortcuts?: boolean;
  readonly messages?: Record<string, string>;
}

/** For specs: draws an element as an app would, in Seoul's zone, with the kit's real messages. */
export function renderUi(
  element: ReactElement,
  { language = 'ko', shortcuts = true, messages = {} }: Options = {},
): RenderResult {
  return render(
    <UiProvider
      language={language}
      messages={{ ...(language === 'ko' ? ko : en), ...messages }}
      themeChoice="light"
      shortcuts={shortcuts}
    >
      <ZoneProvider zone="Asia/Seoul">{element}</ZoneProvider>
    </UiProvider>,
  );
}
