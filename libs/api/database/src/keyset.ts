import { DaylightError } from '@daylight/api-platform';

type Keys = readonly (string | number)[];

/** A page of a list as Relay has it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Arguments of a list that is read forwards. */
export interface ForwardPage {
  readonly first: number;
  readonly after?: string | null;
}

/** An opaque cursor out of a row's sort keys. */
export function cursorOf(keys: Keys): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

function isKeys(value: unknown): value is Keys {
  return Array.isArray(value) && value.every((key) => typeof key === 'string' || typeof key === 'number');
}

/** The sort keys in a cursor; null without one. Throws BAD_INPUT for a cursor that isn't one of `count` keys. */
export function keysOf(cursor: string | null | undefined, count: number): Keys | null {
  if (cursor === null || cursor === undefined) return null;
  let keys: unknown = null;
  try {
    keys = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    // Not JSON: refused below like any other foreign cursor.
  }
  if (isKeys(keys) && keys.length === count) return keys;
  throw new DaylightError('BAD_INPUT', 'this cursor is not one of this list');
}

/** The page size asked for, within 1..100. Throws BAD_INPUT. */
export function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= 100) return first;
  throw new DaylightError('BAD_INPUT', 'first has to be within 1..100');
}

/** A connection from up to `first + 1` rows: the extra one says that there is more. */
export function connectionOf<Row, Node>(
  rows: readonly Row[],
  page: ForwardPage,
  of: { readonly keys: (row: Row) => Keys; readonly node: (row: Row) => Node },
): Connection<Node> {
  const edges = rows.slice(0, page.first).map((row) => ({ cursor: cursorOf(of.keys(row)), node: of.node(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null && page.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
