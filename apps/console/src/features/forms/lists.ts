/** The list with the item at `index` replaced. */
export const replaced = <Item>(items: readonly Item[], index: number, item: Item): readonly Item[] =>
  items.map((each, at) => (at === index ? item : each));

/** The list without the item at `index`. */
export const without = <Item>(items: readonly Item[], index: number): readonly Item[] =>
  items.filter((_each, at) => at !== index);

/** The list with `item` in it or not, in the order of `all`. */
export const toggled = <Item>(
  items: readonly Item[],
  item: Item,
  wanted: boolean,
  all: readonly Item[],
): readonly Item[] => all.filter((each) => (each === item ? wanted : items.includes(each)));
