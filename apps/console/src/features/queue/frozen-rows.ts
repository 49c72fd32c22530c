export interface Identified {
  readonly id: string;
}

export interface Frozen<Row> {
  /** In the order in which they stood when they were last shown. */
  readonly rows: readonly Row[];
  /** How many have come since and wait to be shown. */
  readonly waiting: number;
}

/** Ids per page in the order shown; a page that wasn't there yet is null. */
export type Order = readonly (readonly string[] | null)[];

/** The order with pages taken up that are new to it: what was shown stays where it is. */
export function takeUp<Row extends Identified>(order: Order, pages: readonly (readonly Row[] | null)[]): Order {
  const next = pages.map((page, index) => order[index] ?? page?.map(({ id }) => id) ?? null);
  const same = next.length === order.length && next.every((ids, index) => ids === order[index]);
  return same ? order : next;
}

/**
 * Rows in the frozen order, each as it is known now; rows that left the view stay until the reader asks for the new
 * order. Nothing moves under the cursor (ux.md 1.2).
 */
export function arrange<Row extends Identified>(
  order: Order,
  pages: readonly (readonly Row[] | null)[],
  seen: ReadonlyMap<string, Row>,
): Frozen<Row> {
  const current = new Map(pages.flatMap((page) => page ?? []).map((row) => [row.id, row]));
  const ids = [...new Set(order.flatMap((page) => page ?? []))];
  const shown = new Set(ids);
  const rows = ids.flatMap((id) => current.get(id) ?? seen.get(id) ?? []);
  return { rows, waiting: [...current.keys()].filter((id) => !shown.has(id)).length };
}
