import { unionOf, type Span } from '../time/spans.js';

/** What two lists of spans share. Both sorted and disjoint, as `unionOf` makes them; so is the result. */
export function intersectSpans(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const shared: Span[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [x, y] = [a[i], b[j]];
    if (x === undefined || y === undefined) return shared;
    const [from, to] = [Math.max(x.from, y.from), Math.min(x.to, y.to)];
    if (from < to) shared.push({ from, to });
    if (x.to <= y.to) i += 1;
    else j += 1;
  }
}

/** Milliseconds that any of the spans covers, each instant once. */
export function coveredMs(spans: readonly Span[]): number {
  return unionOf(spans).reduce((sum, { from, to }) => sum + (to - from), 0);
}
