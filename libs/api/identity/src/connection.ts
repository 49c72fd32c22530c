import { DaylightError } from '@daylight/api-platform';

/** What a list was asked for; `after` is a cursor of an earlier page. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
}

export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const MOST = 100;

/** The page's size. Throws BAD_INPUT outside 1..100. */
export function pageSize({ first }: PageArgs): number {
  const size = first ?? 50;
  if (size < 1 || size > MOST) throw new DaylightError('BAD_INPUT', `first lies between 1 and ${MOST}`);
  return size;
}

/** A cursor: the sort keys of a row, opaque to readers. */
export function cursorOf(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The name and id after which the page begins, or null for the first page. Throws BAD_INPUT for a foreign cursor. */
export function nameCursor({ after }: PageArgs): readonly [name: string, id: string] | readonly [null, null] {
  if (after === null || after === undefined) return [null, null];
  const [name, id, ...rest] = textsOf(after);
  if (name === undefined || id === undefined || rest.length > 0 || !isId(id)) {
    throw new DaylightError('BAD_INPUT', 'that is not a cursor of this list');
  }
  return [name, id];
}

function textsOf(cursor: string): readonly string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

/** A Relay connection out of `size + 1` rows or fewer; the row too many says that there is another page. */
export function connectionOf<Row, Node>(
  rows: readonly Row[],
  args: PageArgs,
  keysOf: (row: Row) => readonly string[],
  nodeOf: (row: Row) => Node,
): Connection<Node> {
  const size = pageSize(args);
  const edges = rows.slice(0, size).map((row) => ({ cursor: cursorOf(keysOf(row)), node: nodeOf(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: (args.after ?? null) !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text from outside can be an id at all; one that can't is "not found", not an error. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** What a search box holds, as the lists compare it: trimmed, NFC (names typed on macOS come decomposed), lower case. */
export function searchText(search: string | null | undefined): string | null {
  const text = (search ?? '').trim().normalize('NFC').toLowerCase();
  return text === '' ? null : text;
}
