import type { Catalogues } from '@daylight/web-app';

/** This app's texts; only the reader's language is fetched, and of it only what the page shows. */
export const catalogues: Catalogues = {
  whole: { ko: () => import('./catalogue-ko.js'), en: () => import('./catalogue-en.js') },
  daily: { ko: () => import('./daily-ko.js'), en: () => import('./daily-en.js') },
  door: { ko: () => import('./door-ko.js'), en: () => import('./door-en.js') },
};
