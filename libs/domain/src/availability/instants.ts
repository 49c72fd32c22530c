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

/** The parts of sorted, disjoint spans within `[from, to)`, found by halving: a year's thousandth outage costs as little as its first. */
export function spansWithin(spans: readonly Span[], from: number, to: number): readonly Span[] {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? Infinity) <= from) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (let index = low; index < spans.length; index += 1) {
    const span = spans[index];
    if (span === undefined || span.from >= to) break;
    found.push({ from: Math.max(span.from, from), to: Math.min(span.to, to) });
  }
  return found.filter((span) => span.from < span.to);
}
