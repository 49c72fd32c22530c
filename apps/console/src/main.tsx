import { start } from '@daylight/web-app';
import fonts from 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css?url';
import { catalogues } from './app/catalogue.js';
import { nextClient, warmUp } from './app/client.js';
import { router } from './app/router.js';

await start({ nextClient, warmUp, catalogues, router, fonts });
