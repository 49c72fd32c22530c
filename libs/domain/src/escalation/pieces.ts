import type { Instant, Interval } from '../time/instant.js';
import { subtractSpans } from '../time/spans.js';

/** What is left of labelled stretches without `cuts`; both sorted and disjoint. Labels stay. */
export function cutPieces<T extends Interval>(pieces: readonly T[], cuts: readonly Interval[]): readonly T[] {
  const left: T[] = [];
  let first = 0;
  for (const piece of pieces) {
    while (first < cuts.length && (cuts[first]?.to ?? 0) <= piece.from) first += 1;
    let index = first;
    while (index < cuts.length && (cuts[index]?.from ?? 0) < piece.to) index += 1;
    for (const { from, to } of subtractSpans([piece], cuts.slice(first, index))) left.push({ ...piece, from, to });
  }
  return left;
}

/** The parts of labelled stretches that lie within `spans`; both sorted and disjoint, pieces within `range`. */
export function piecesWithin<T extends Interval>(
  pieces: readonly T[],
  spans: readonly Interval[],
  range: Interval,
): readonly T[] {
  return cutPieces(pieces, subtractSpans([range], spans));
}

/** The same stretches, parted wherever one of the instants falls inside. */
export function splitPieces<T extends Interval>(pieces: readonly T[], instants: readonly Instant[]): readonly T[] {
  const edges = [...instants].sort((a, b) => a - b);
  return pieces.flatMap((piece) => {
    const inside = edges.filter((edge) => edge > piece.from && edge < piece.to);
    const starts = [piece.from, ...inside];
    const parts = starts.map((from, index) => ({ ...piece, from, to: starts[index + 1] ?? piece.to }));
    return parts.filter(({ from, to }) => from < to);
  });
}

/** Sorted, with neighbours that touch and are alike made one. */
export function joinPieces<T extends Interval>(pieces: readonly T[], alike: (a: T, b: T) => boolean): readonly T[] {
  const joined: T[] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const last = joined[joined.length - 1];
    if (last !== undefined && last.to === piece.from && alike(last, piece)) {
      joined[joined.length - 1] = { ...last, to: piece.to };
    } else joined.push(piece);
  }
  return joined;
}
