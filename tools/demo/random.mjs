// Chance that falls the same way each time, so that two people looking at the demo talk about the same tickets.

/** A generator of numbers in [0, 1) from a seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    /** A number in [from, to). */
    between: (from, to) => from + (to - from) * next(),
    /** True in `share` of the cases. */
    happens: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)],
    /** An element by its weight. */
    weighted(list, weightOf) {
      const total = list.reduce((sum, each) => sum + weightOf(each), 0);
      let left = next() * total;
      return list.find((each) => (left -= weightOf(each)) < 0) ?? list.at(-1);
    },
  };
}
