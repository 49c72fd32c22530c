import { useSubscription } from '@daylight/web-data';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usePages } from '../page/use-pages.js';
import { arrange, takeUp, type Order } from '../queue/frozen-rows.js';
import { groupAlerts, type AlertGroup } from './alert-groups.js';
import {
  AlertsChangedDocument,
  TriagePageDocument,
  type AlertView,
  type TriageLineFragment,
} from './generated/triage.js';

const PAGE = 50;
/** Changes within this time are asked for together. */
const GATHER_MS = 1_000;
/** What was put off comes back by the clock alone. */
const AGAIN_MS = 60_000;
const NOTHING: ReadonlySet<string> = new Set();

/** A line of triage: alerts that go together, as they are known now. */
export interface TriageGroup extends AlertGroup {
  /** Somebody else sorted it, or it recovered; it stays in its place until the list is drawn anew. */
  readonly gone: boolean;
}

/** Whether a row that was shown is no longer in the view: it should be among those that were just read. */
function isGone(row: TriageLineFragment, now: readonly TriageLineFragment[], more: boolean): boolean {
  if (now.some(({ id }) => id === row.id)) return false;
  const last = now.at(-1);
  return !more || last === undefined || row.lastAt >= last.lastAt;
}

/** The alerts of a view in an order that holds still, how many wait to be shown, kept current by the live stream. */
export function useTriageList(view: AlertView) {
  const pages = usePages({
    document: TriagePageDocument,
    variables: (after) => ({ view, first: PAGE, after }),
    connection: (data) => data.triageAlerts,
  });
  const { reload, hasMore } = pages;
  const [frozen, setFrozen] = useState<{ readonly view: AlertView; readonly order: Order }>({ view, order: [] });
  const [handled, setHandled] = useState(NOTHING);
  const order = takeUp(frozen.view === view ? frozen.order : [], pages.pages);
  useEffect(
    () => setFrozen((before) => (before.view === view && before.order === order ? before : { view, order })),
    [view, order],
  );
  const seen = useRef(new Map<string, TriageLineFragment>());
  for (const row of pages.rows) seen.current.set(row.id, row);
  const { rows, waiting } = useMemo(() => arrange(order, pages.pages, seen.current), [order, pages.pages]);
  const groups = useMemo((): readonly TriageGroup[] => {
    const left = rows.filter(({ id }) => !handled.has(id));
    const grouped = view === 'TRIAGE' ? groupAlerts(left) : left.map((lead) => ({ id: lead.id, lead, ids: [lead.id] }));
    return grouped.map((group) => ({ ...group, gone: isGone(group.lead, pages.rows, hasMore) }));
  }, [rows, handled, view, pages.rows, hasMore]);
  const showNew = useCallback(() => {
    setFrozen({ view, order: pages.pages.map((page) => page?.map(({ id }) => id) ?? null) });
    setHandled(NOTHING);
  }, [view, pages.pages]);
  /** Takes lines out of the list at once, or puts them back. */
  const handle = useCallback((ids: readonly string[], out: boolean) => {
    setHandled((before) => {
      const next = new Set(before);
      for (const id of ids)
        if (out) next.add(id);
        else next.delete(id);
      return next;
    });
  }, []);
  useLive(reload);
  return { ...pages, groups, waiting, showNew, handle };
}

export type TriageList = ReturnType<typeof useTriageList>;

/** Asks again, a second after the first of several changes. */
function useLive(reload: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => {
    const again = setInterval(() => document.hidden || latest.current(), AGAIN_MS);
    return () => {
      clearInterval(again);
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    };
  }, []);
  useSubscription({ query: AlertsChangedDocument }, (count: number | undefined) => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      latest.current();
    }, GATHER_MS);
    return (count ?? 0) + 1;
  });
}
