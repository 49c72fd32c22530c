import { DataProvider, renewed, type Client } from '@daylight/web-data';
import { ErrorBoundary, UiProvider, type Messages } from '@daylight/web-ui';
import { RouterProvider, type AnyRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { BrokenPage } from './broken-page.js';
import type { Catalogues } from './catalogues.js';
import { PreferencesProvider } from './preferences.js';
import { RestartContext } from './restart.js';

export interface AppProps {
  readonly client: Client;
  /** A client for whoever comes next; nothing of the one before is in it. */
  readonly nextClient: () => Client;
  readonly messages: Messages;
  readonly catalogues: Catalogues;
  readonly router: AnyRouter;
}

/** Everything around the pages. */
export function App({ client: first, nextClient, messages, catalogues, router }: AppProps) {
  const [{ client, turn }, setPresent] = useState({ client: first, turn: 0 });
  const restart = useMemo(
    () => () => setPresent((before) => ({ client: nextClient(), turn: before.turn + 1 })),
    [nextClient],
  );
  // The pages stay as they are, with what was typed in them, and read again what the server says.
  const readAgain = useCallback(() => setPresent((before) => ({ ...before, client: renewed(before.client) })), []);
  return (
    <PreferencesProvider catalogues={catalogues} messages={messages} onLanguage={readAgain}>
      {(preferences) => (
        <UiProvider
          language={preferences.language}
          messages={preferences.messages}
          themeChoice={preferences.theme}
          shortcuts={preferences.shortcuts}
        >
          <ErrorBoundary fallback={(retry) => <BrokenPage onRetry={retry} />}>
            {/* Drawn anew for whoever comes next: a query that stays mounted goes on showing its last answer. */}
            <DataProvider key={turn} value={client}>
              <RestartContext value={restart}>
                <RouterProvider router={router} />
              </RestartContext>
            </DataProvider>
          </ErrorBoundary>
        </UiProvider>
      )}
    </PreferencesProvider>
  );
}
