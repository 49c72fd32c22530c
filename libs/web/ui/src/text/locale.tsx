import { browserZone, languageOf, type Language } from '@daylight/web-format';
import { createContext, useContext } from 'react';
import { useIntl } from 'react-intl';

export const ZoneContext = createContext<string | null>(null);

/** The language in use. */
export const useLanguage = (): Language => languageOf(useIntl().locale);

/** The reader's zone: from the profile, else the browser's. */
export const useZone = (): string => useContext(ZoneContext) ?? browserZone();
