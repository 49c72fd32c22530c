import type { Catalogues } from '@daylight/web-app';

const whole = { ko: () => import('./catalogue-ko.js'), en: () => import('./catalogue-en.js') };

/** This app's texts; only the reader's language is fetched, and before the door only what stands there. */
export const catalogues: Catalogues = {
  whole,
  daily: whole,
  door: { ko: () => import('./door-ko.js'), en: () => import('./door-en.js') },
};
