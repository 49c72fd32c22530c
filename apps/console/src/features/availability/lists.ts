/** What was typed between commas: tickets, assets. */
export const wordsOf = (typed: string): readonly string[] =>
  typed
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

interface Localized {
  readonly ko: string;
  readonly en: string;
}

/** A text in two languages of which nothing was written is none. */
export const writtenOf = (text: Localized): Localized | null =>
  text.ko.trim() === '' && text.en.trim() === '' ? null : text;

/** Where one language alone was written, both hold it. */
export const bothOf = ({ ko, en }: Localized): Localized => ({
  ko: ko.trim() === '' ? en : ko,
  en: en.trim() === '' ? ko : en,
});
