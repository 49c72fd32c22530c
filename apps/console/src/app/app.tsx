import { DataProvider, type Client } from '@daylight/web-data';
import { ErrorBoundary, UiProvider, type Messages } from '@daylight/web-ui';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { BrokenPage } from './broken-page.js';
import { createSessionClient } from './client.js';
import { PreferencesProvider } from './preferences.js';
import { router } from './router.js';
import { RestartContext } from './restart.js';

interface AppProps {
  readonly client: Client;
  readonly messages: Messages;
}

/** Everything around the pages. */
export function App({ client: first, messages }: AppProps) {
  const [client, setClient] = useState(first);
  const restart = useMemo(() => () => setClient(createSessionClient()), []);
  return (
    <PreferencesProvider messages={messages}>
      {(preferences) => (
        <UiProvider
          language={preferences.language}
          messages={preferences.messages}
          themeChoice={preferences.theme}
          shortcuts={preferences.shortcuts}
        >
          <ErrorBoundary fallback={(retry) => <BrokenPage onRetry={retry} />}>
            <DataProvider value={client}>
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
