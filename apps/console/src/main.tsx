import { applyTheme, readPreferences, startLanguage } from '@daylight/web-ui';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { loadMessages } from './app/catalogue.js';
import { createSessionClient, warmUp } from './app/client.js';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

applyTheme(readPreferences().theme);
const client = createSessionClient();
// The first question goes out before anything is drawn; the page finds its answer in the cache.
warmUp(client);
const messages = await loadMessages(startLanguage());
createRoot(root).render(<App client={client} messages={messages} />);
