export type Language = 'ko' | 'en';

/** BCP 47 tag with the region whose habits we follow. */
export const localeOf = (language: Language): string => (language === 'ko' ? 'ko-KR' : 'en-GB');

/** The language for a tag such as `ko-KR`; anything that isn't Korean reads English. */
export const languageOf = (tag: string): Language => (tag.toLowerCase().startsWith('ko') ? 'ko' : 'en');
