import { DaylightError } from '@daylight/api-platform';

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

/** An opaque cursor out of a row's sort keys. */
export function cursorOf(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The sort keys in a cursor, all of them texts or numbers. Throws BAD_INPUT for a cursor that isn't ours. */
export function keysOf(cursor: string | null, count: number): readonly (string | number)[] | null {
  if (cursor === null) return null;
  const keys = parsed(cursor);
  const ours =
    Array.isArray(keys) &&
    keys.length === count &&
    keys.every((key) => typeof key === 'string' || typeof key === 'number');
  if (!ours) throw new DaylightError('BAD_INPUT', 'this cursor is not one of this list');
  return keys;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** Page size within 1..100. Throws BAD_INPUT. */
export function pageSize(first: number): number {
  if (first < 1 || first > 100) throw new DaylightError('BAD_INPUT', 'first has to be within 1..100');
  return first;
}

/** A connection from `first + 1` rows: the extra one says whether there is more. */
export function connectionOf<Node>(
  rows: readonly { readonly keys: readonly (string | number)[]; readonly node: Node }[],
  page: { readonly first: number; readonly after: string | null },
): Connection<Node> {
  const edges = rows.slice(0, page.first).map(({ keys, node }) => ({ cursor: cursorOf(keys), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
