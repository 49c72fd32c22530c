import type { Client } from '@daylight/web-data';
import { now } from '@daylight/web-format';
import { applyTheme, loadFonts, readPreferences, startLanguage } from '@daylight/web-ui';
import type { AnyRouter } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { App, type AppProps } from './app.js';
import { reloadAfterDeploy } from './reload-after-deploy.js';

interface StartOptions extends Omit<AppProps, 'client' | 'messages'> {
  /** Asks who is there; the page finds the answer in the cache. */
  readonly warmUp: (client: Client) => void;
  /** Address of the sheet that names the fonts. */
  readonly fonts: string;
}

/** Draws the app into `#root`. */
export async function start({ warmUp, fonts, ...options }: StartOptions): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  reloadAfterDeploy({
    target: globalThis,
    storage: globalThis.sessionStorage,
    now,
    reload: () => globalThis.location.reload(),
  });
  applyTheme(readPreferences().theme);
  const language = startLanguage();
  // Before the first question: its answer is in this language.
  document.documentElement.lang = language;
  const client = options.nextClient();
  // The first question goes out before anything is drawn.
  warmUp(client);
  dontWaitForPage(options.router);
  const { default: messages } = await options.catalogues.door[language]();
  createRoot(root).render(<App client={client} messages={messages} {...options} />);
  loadFonts(fonts);
}

/**
 * The first page's code isn't waited for: whoever isn't signed in meets the door in its place, and for whoever is the
 * HTML has named its files.
 */
function dontWaitForPage({ matchRoutes, latestLocation, routesById }: AnyRouter): void {
  for (const { routeId } of matchRoutes(latestLocation)) delete routesById[routeId].options.component?.preload;
}
