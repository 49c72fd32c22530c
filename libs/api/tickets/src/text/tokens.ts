const LETTERS = /[\p{L}\p{N}]+/gu;
const ASCII = /^[\u0000-\u007f]+$/u;

/** Text as search compares it: NFKC, lower case, single spaces. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function tokensOfRun(run: string): readonly string[] {
  const letters = [...run];
  const pairs = letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
  // A single syllable is a word in Korean; a single Latin letter is noise.
  const singles = letters.filter((letter) => !ASCII.test(letter));
  return [...pairs, ...singles];
}

/** Every pair of neighbouring letters or digits, and every single one outside ASCII; each once. */
export function tokensOf(normalised: string): readonly string[] {
  const runs = normalised.match(LETTERS) ?? [];
  return [...new Set(runs.flatMap(tokensOfRun))];
}

/** A searched word: the substring that must occur and the tokens by which the index finds it. */
export interface SearchWord {
  readonly word: string;
  readonly tokens: readonly string[];
}

const MAX_WORDS = 8;

/** The words of a query; those that no index can find (one Latin letter, punctuation) are left out. */
export function searchWords(text: string): readonly SearchWord[] {
  const words = [...new Set(normalise(text).split(' '))].slice(0, MAX_WORDS);
  return words.flatMap((word) => {
    const tokens = tokensOf(word);
    return tokens.length === 0 ? [] : [{ word, tokens }];
  });
}
