import { useClient, useQuery, useSubscription } from '@daylight/web-data';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usePages } from '../page/use-pages.js';
import type { TicketLineFragment } from '../tickets/generated/tickets.js';
import { arrange, takeUp, type Order } from './frozen-rows.js';
import { QueueChangedDocument, QueueDocument, QueueFacetsDocument, type QueueFacetsQuery } from './generated/queue.js';
import type { QueueAddress } from './queue-address.js';

export type Line = TicketLineFragment;
export type Facets = QueueFacetsQuery['queueFacets'];

const PAGE = 100;
/** Changes within this time are asked for together. */
const GATHER_MS = 1_000;

/** The queue of an address: rows that hold still, how many wait, and its counts; kept current by the live stream. */
export function useQueue({ view, sort, filter }: QueueAddress) {
  const pages = usePages({
    document: QueueDocument,
    variables: (after) => ({ view, sort, filter, first: PAGE, after }),
    connection: (data) => data.queue,
  });
  const key = JSON.stringify([view, sort, filter]);
  const [frozen, setFrozen] = useState<{ readonly key: string; readonly order: Order }>({ key, order: [] });
  const order = takeUp(frozen.key === key ? frozen.order : [], pages.pages);
  useEffect(
    () => setFrozen((before) => (before.key === key && before.order === order ? before : { key, order })),
    [key, order],
  );
  const seen = useRef(new Map<string, Line>());
  for (const row of pages.rows) seen.current.set(row.id, row);
  const { rows, waiting } = useMemo(() => arrange(order, pages.pages, seen.current), [order, pages.pages]);
  const showNew = useCallback(
    () => setFrozen({ key, order: pages.pages.map((page) => page?.map(({ id }) => id) ?? null) }),
    [key, pages.pages],
  );
  const [{ data: facets }] = useQuery({ query: QueueFacetsDocument, variables: useMemo(() => ({ filter }), [filter]) });
  useChanges(pages.reload, filter);
  return {
    rows,
    waiting,
    showNew,
    facets: facets?.queueFacets ?? null,
    loading: pages.loading,
    error: pages.error,
    hasMore: pages.hasMore,
    more: pages.more,
    reload: pages.reload,
  };
}

/** Asks again, a second after the first of several changes. */
function useChanges(reload: () => void, filter: QueueAddress['filter']): void {
  const client = useClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef({ reload, filter });
  latest.current = { reload, filter };
  const gather = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      latest.current.reload();
      void client
        .query(QueueFacetsDocument, { filter: latest.current.filter }, { requestPolicy: 'network-only' })
        .toPromise();
    }, GATHER_MS);
  }, [client]);
  useEffect(() => () => void (timer.current !== null && clearTimeout(timer.current)), []);
  useSubscription({ query: QueueChangedDocument }, (count: number | undefined) => {
    gather();
    return (count ?? 0) + 1;
  });
}
