import { connectionOf as connection, type Connection } from '@daylight/api-database';

export { cursorOf, keysOf, pageSize, type Connection } from '@daylight/api-database';

/** A connection from up to `first + 1` rows that carry their sort keys with them. */
export function connectionOf<Node>(
  rows: readonly { readonly keys: readonly (string | number)[]; readonly node: Node }[],
  page: { readonly first: number; readonly after: string | null },
): Connection<Node> {
  return connection(rows, page, { keys: ({ keys }) => keys, node: ({ node }) => node });
}
