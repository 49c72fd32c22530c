/** A half-open stretch `[from, to)` on any axis: instants or wall readings. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The union of spans: sorted, disjoint, none empty, neighbours that touch joined. */
export function unionOf(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.filter((span) => span.to > span.from).sort((a, b) => a.from - b.from);
  const union: Span[] = [];
  for (const span of sorted) {
    const last = union[union.length - 1];
    if (last === undefined || span.from > last.to) union.push(span);
    else if (span.to > last.to) union[union.length - 1] = { from: last.from, to: span.to };
  }
  return union;
}

/** What is left of `spans` without `cuts`. Both sorted and disjoint, as `unionOf` makes them. */
export function subtractSpans(spans: readonly Span[], cuts: readonly Span[]): readonly Span[] {
  const left: Span[] = [];
  let first = 0;
  for (const span of spans) {
    while (first < cuts.length && (cuts[first]?.to ?? 0) <= span.from) first += 1;
    let from = span.from;
    for (let index = first; index < cuts.length; index += 1) {
      const cut = cuts[index];
      if (cut === undefined || cut.from >= span.to) break;
      if (cut.from > from) left.push({ from, to: cut.from });
      from = Math.max(from, cut.to);
    }
    if (from < span.to) left.push({ from, to: span.to });
  }
  return left;
}

/** The parts of sorted, disjoint spans that lie within `[from, to)`. */
export function clipSpans(spans: readonly Span[], from: number, to: number): readonly Span[] {
  const clipped: Span[] = [];
  for (const span of spans) {
    if (span.from >= to) break;
    if (span.to > from) clipped.push({ from: Math.max(span.from, from), to: Math.min(span.to, to) });
  }
  return clipped;
}
