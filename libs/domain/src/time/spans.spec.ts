import { clipSpans, subtractSpans, unionOf, type Span } from './spans.js';

/** `0-5 7-9` */
const spans = (text: string): readonly Span[] =>
  text === ''
    ? []
    : text.split(' ').map((part) => {
        const [from, to] = part.split('-').map(Number);
        return { from: from ?? NaN, to: to ?? NaN };
      });
const told = (list: readonly Span[]) => list.map(({ from, to }) => `${from}-${to}`).join(' ');

describe('stretches of time', () => {
  const unions: readonly (readonly [sentence: string, given: string, union: string])[] = [
    ['in order whatever order they came in', '7-9 0-5', '0-5 7-9'],
    ['those that touch are one', '0-5 5-9', '0-9'],
    ['those that overlap are one', '0-5 3-9', '0-9'],
    ['one within another adds nothing', '0-9 3-5', '0-9'],
    ['the same twice is once', '0-9 0-9', '0-9'],
    ['three in a chain are one', '4-6 0-3 2-5', '0-6'],
    ['those apart stay apart', '0-5 6-9', '0-5 6-9'],
    ['an empty one is none', '3-3', ''],
    ['a reversed one is none', '5-3 7-9', '7-9'],
    ['an empty one joins nothing', '0-5 6-6 7-9', '0-5 7-9'],
  ];
  test.each(unions)('joined: %s', (_sentence, given, union) => {
    expect(told(unionOf(spans(given)))).toBe(union);
  });

  const cuts: readonly (readonly [sentence: string, given: string, cut: string, left: string])[] = [
    ['nothing cut leaves all', '0-5 7-9', '', '0-5 7-9'],
    ['a cut in the middle leaves both ends', '0-9', '3-5', '0-3 5-9'],
    ['a cut at the beginning leaves the end', '0-9', '0-5', '5-9'],
    ['a cut at the end leaves the beginning', '0-9', '5-9', '0-5'],
    ['a cut of all leaves nothing', '0-9', '0-9', ''],
    ['a cut beyond both ends too', '3-5', '0-9', ''],
    ['cuts that only touch leave all', '3-5', '0-3 5-9', '3-5'],
    ['several cuts in one', '0-9', '1-2 4-6 8-12', '0-1 2-4 6-8'],
    ['one cut over several', '0-3 4-6 7-9', '2-8', '0-2 8-9'],
    ['a cut before later ones is passed over', '5-9 12-14', '0-1 2-3 6-7 13-20', '5-6 7-9 12-13'],
    ['what is not there is not cut', '', '0-9', ''],
  ];
  test.each(cuts)('without: %s', (_sentence, given, cut, left) => {
    expect(told(subtractSpans(spans(given), spans(cut)))).toBe(left);
  });

  const clips: readonly (readonly [sentence: string, from: number, to: number, clipped: string])[] = [
    ['all of it', 0, 20, '2-5 7-9'],
    ['cut on both sides', 3, 8, '3-5 7-8'],
    ['from where one ends', 5, 9, '7-9'],
    ['up to where one begins', 2, 7, '2-5'],
    ['between them', 5, 7, ''],
    ['before them', 0, 2, ''],
    ['after them', 9, 20, ''],
  ];
  test.each(clips)('within: %s', (_sentence, from, to, clipped) => {
    expect(told(clipSpans(spans('2-5 7-9'), from, to))).toBe(clipped);
  });
});
