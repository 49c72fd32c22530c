/** A text that exists in both languages of the product. */
export interface LocalizedText {
  readonly ko: string;
  readonly en: string;
}

export type Language = 'ko' | 'en';
