import { applyTheme, loadFonts, readPreferences, startLanguage } from '@daylight/web-ui';
import sheet from 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css?url';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { loadDoorMessages } from './app/catalogue.js';
import { createSessionClient, warmUp } from './app/client.js';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

applyTheme(readPreferences().theme);
const language = startLanguage();
// Before the first question: its answer is in this language.
document.documentElement.lang = language;
const client = createSessionClient();
// The first question goes out before anything is drawn; the page finds its answer in the cache.
warmUp(client);
const messages = await loadDoorMessages(language);
createRoot(root).render(<App client={client} messages={messages} />);
loadFonts(sheet);
