import fc from 'fast-check';
import { subtractSpans, unionOf, type Span } from '../time/spans.js';
import { coveredMs, intersectSpans, spansWithin } from './instants.js';

const spans = (...pairs: readonly (readonly [number, number])[]): readonly Span[] =>
  pairs.map(([from, to]) => ({ from, to }));

describe('sets of instants', () => {
  test('what two lists share is cut at both ends, and touching shares nothing', () => {
    expect(intersectSpans(spans([0, 10], [20, 30]), spans([5, 25]))).toEqual(spans([5, 10], [20, 25]));
    expect(intersectSpans(spans([0, 10]), spans([10, 20]))).toEqual([]);
    expect(intersectSpans(spans([0, 10], [12, 14]), spans([1, 2], [3, 10], [13, 20]))).toEqual(
      spans([1, 2], [3, 10], [13, 14]),
    );
    expect(intersectSpans([], spans([0, 1]))).toEqual([]);
  });

  test('an empty stretch holds nothing, also within a span', () => {
    expect(spansWithin(spans([0, 10]), 5, 5)).toEqual([]);
    expect(spansWithin(spans([0, 10], [20, 30]), 10, 20)).toEqual([]);
  });

  test('time that several spans cover counts once', () => {
    expect(coveredMs(spans([5, 15], [0, 10], [12, 12]))).toBe(15);
    expect(coveredMs([])).toBe(0);
  });

  test('sharing is what is left when the rest is taken away', () => {
    const lists = fc
      .array(fc.tuple(fc.nat(60), fc.nat(10)), { maxLength: 12 })
      .map((list) => unionOf(list.map(([from, length]) => ({ from, to: from + length }))));
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        expect(intersectSpans(a, b)).toEqual(subtractSpans(a, subtractSpans(a, b)));
        expect(intersectSpans(a, b)).toEqual(intersectSpans(b, a));
        for (const { from, to } of b) expect(spansWithin(a, from, to)).toEqual(intersectSpans(a, [{ from, to }]));
      }),
    );
  });
});
