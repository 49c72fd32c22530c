// The words that a new feature is made of.

/**
 * From `change-requests` (and `change-request` for one of them) to every form that code, schema, tables and pages need;
 * `wordsKo` is what Korean screens call it. Throws with a sentence when the words don't do.
 */
export function namesOf(feature, noun = singular(feature), wordsKo = sentence(feature)) {
  for (const word of [feature, noun]) {
    if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(word ?? ''))
      throw new Error(
        `"${word ?? ''}" is no name for a feature: npm run gen:feature -- change-requests [change-request]`,
      );
  }
  if (feature === noun)
    throw new Error(`Say what one of them is called: npm run gen:feature -- ${feature} ${feature}-entry`);
  return {
    feature,
    noun,
    Feature: pascal(feature),
    Noun: pascal(noun),
    featureField: camel(feature),
    nounField: camel(noun),
    table: noun.replaceAll('-', '_'),
    words: sentence(feature),
    wordsKo,
  };
}

/** The text with `__word__` replaced by that name. */
export function fill(text, names) {
  return text.replaceAll(/__(feature|noun|Feature|Noun|featureField|nounField|table)__/g, (_, name) => names[name]);
}

const singular = (word) => word?.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
const pascal = (word) => word.replaceAll(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase());
const sentence = (word) => word?.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
const camel = (word) => pascal(word).replace(/^./, (letter) => letter.toLowerCase());
