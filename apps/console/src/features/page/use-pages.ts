import { useClient, type CombinedError, type TypedDocumentNode } from '@daylight/web-data';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

interface Page<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface PagesOptions<Data, Variables extends Readonly<Record<string, unknown>>, Row> {
  readonly document: TypedDocumentNode<Data, Variables>;
  /** What to ask for the page after this cursor; null: the first. */
  readonly variables: (after: string | null) => Variables;
  readonly connection: (data: Data) => Page<Row>;
}

export interface Pages<Row> {
  /** Each page as it is known now; null: on its way. */
  readonly pages: readonly (readonly Row[] | null)[];
  readonly rows: readonly Row[];
  readonly loading: boolean;
  readonly error: CombinedError | null;
  readonly hasMore: boolean;
  readonly more: () => void;
  /** Asks the server again for all pages at hand. */
  readonly reload: () => void;
}

interface Results<Data> {
  readonly key: string;
  readonly data: Map<string | null, Data>;
  error: CombinedError | null;
}

/** How far each list was read: going back finds as many pages as were left. */
const depths = new Map<string, readonly (string | null)[]>();
const START: readonly (string | null)[] = [null];

/** A list by its cursors, page below page. What is in the cache shows at once; the server is asked behind it. */
export function usePages<Data, Variables extends Readonly<Record<string, unknown>>, Row>({
  document,
  variables,
  connection,
}: PagesOptions<Data, Variables, Row>): Pages<Row> {
  const client = useClient();
  const key = JSON.stringify([
    document.definitions.map((part) => ('name' in part ? part.name?.value : null)),
    variables(null),
  ]);
  const [version, setVersion] = useState(0);
  const [cursors, setCursors] = useState(() => ({ key, list: depths.get(key) ?? START }));
  const list = cursors.key === key ? cursors.list : (depths.get(key) ?? START);
  const results = useRef<Results<Data>>({ key, data: new Map(), error: null });
  if (results.current.key !== key) results.current = { key, data: new Map(), error: null };
  const latest = useRef({ document, variables });
  latest.current = { document, variables };

  const ask = useCallback(
    (after: string | null, requestPolicy: 'cache-and-network' | 'network-only') =>
      client.query(latest.current.document, latest.current.variables(after), { requestPolicy }).subscribe((result) => {
        if (results.current.key !== key) return;
        if (result.data !== undefined) results.current.data.set(after, result.data);
        results.current.error = result.error ?? null;
        setVersion((before) => before + 1);
      }),
    [client, key],
  );
  useEffect(() => {
    const running = list.map((after) => ask(after, 'cache-and-network'));
    return () => running.forEach(({ unsubscribe }) => unsubscribe());
  }, [ask, list]);

  const data = useMemo(
    () =>
      list.map(
        (after) =>
          results.current.data.get(after) ??
          client.readQuery(latest.current.document, latest.current.variables(after))?.data ??
          null,
      ),
    [client, list, key, version],
  );
  const read = useRef(connection);
  read.current = connection;
  const pages = useMemo(
    () => data.map((one) => (one === null ? null : read.current(one).edges.map(({ node }) => node))),
    [data],
  );
  const last = data.at(-1) ?? null;
  const end = last === null ? null : connection(last).pageInfo;
  const more = useCallback(() => {
    if (end?.hasNextPage !== true || end.endCursor === null) return;
    const next = [...list, end.endCursor];
    depths.set(key, next);
    setCursors({ key, list: next });
  }, [end?.hasNextPage, end?.endCursor, key, list]);
  const reload = useCallback(
    () =>
      list.forEach(
        (after) =>
          void client
            .query(latest.current.document, latest.current.variables(after), { requestPolicy: 'network-only' })
            .toPromise(),
      ),
    [client, list],
  );
  return {
    pages,
    rows: useMemo(() => pages.flatMap((page) => page ?? []), [pages]),
    loading: last === null && results.current.error === null,
    error: results.current.error,
    hasMore: end?.hasNextPage ?? false,
    more,
    reload,
  };
}
