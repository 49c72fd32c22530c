import { useAddress, useGo, useMay } from '@daylight/web-app';
import { useSession } from '@daylight/web-data';
import { Button, EmptyState, ErrorState, PageLayout, Skeleton } from '@daylight/web-ui';
import { IconPlus } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../../app/text.js';
import { FilterBar } from '../../features/queue/filter-bar.js';
import { NewRows } from '../../features/queue/new-rows.js';
import { isFiltered, readQueue } from '../../features/queue/queue-address.js';
import { QueueList, type QueueListHandle } from '../../features/queue/queue-list.js';
import { QueueTools } from '../../features/queue/queue-tools.js';
import { usePresences } from '../../features/presence/use-presences.js';
import { useLineWork, withPending } from '../../features/queue/use-line-work.js';
import { useQueueKeys } from '../../features/queue/use-queue-keys.js';
import { useQueue, type Line } from '../../features/queue/use-queue.js';
import { ViewTabs } from '../../features/queue/view-tabs.js';
import { leaveTrail, readTrail } from '../../features/tickets/trail.js';
import classes from './queue-page.module.css';

const Peek = lazy(() => import('../../features/queue/peek.js').then(({ Peek: component }) => ({ default: component })));
const SelectionBar = lazy(() => import('../../features/queue/selection-bar.js'));
const Dialogs = lazy(() => import('../../features/queue/queue-dialogs.js'));
const StatusDialog = lazy(() => import('../../features/ticket/dialogs/status-dialog.js'));

type Question = 'assign' | 'priority' | 'status';
const NOTHING: ReadonlySet<string> = new Set();

/** Where staff begin: what is theirs, what nobody has, what is late. Everything by keyboard. */
export function QueuePage() {
  const text = useText();
  const go = useGo();
  const may = useMay();
  const address = useAddress();
  const { viewer } = useSession();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const queue = useMemo(() => readQueue(address.get), [address]);
  const { rows: known, waiting, showNew, facets, loading, error, hasMore, more, reload } = useQueue(queue);
  const present = usePresences();
  const work = useLineWork({
    __typename: 'PersonName',
    id: viewer.id,
    displayName: viewer.displayName,
    side: 'PROVIDER',
  });
  const rows = useMemo(() => withPending(known, work.pending), [known, work.pending]);
  const [current, setCurrent] = useState<string | null>(null);
  const [selected, setSelected] = useState(NOTHING);
  const [question, setQuestion] = useState<Question | null>(null);
  const peeking = address.get('peek') !== null;
  const list = useRef<QueueListHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  const row = rows.find(({ id }) => id === current) ?? rows[0];
  const chosen = selected.size > 0 ? rows.filter(({ id }) => selected.has(id)) : row === undefined ? [] : [row];

  useEffect(() => setSelected(NOTHING), [search]);
  useReturn({ search, rows, list, onCurrent: setCurrent });
  const open = useCallback(
    (line: Line): void => {
      leaveTrail({ address: `/queue${search}`, keys: rows.map(({ key }) => key), current: line.id });
      go(`/tickets/${line.key}`);
    },
    [go, rows, search],
  );
  const peek = (): void => address.set({ peek: peeking ? null : '1' }, 'replace');
  const ask = (wanted: Question) => (): void => void (chosen.length > 0 && setQuestion(wanted));
  const change = (run: (lines: readonly Line[]) => Promise<void>) => (): void => {
    void run(chosen).then(() => setSelected(NOTHING));
  };
  const claim = change(work.claim);
  useQueueKeys({
    move: (step, extend) => list.current?.move(step, extend),
    select: () => row !== undefined && setSelected((before) => toggled(before, row.id)),
    peek,
    open: () => row !== undefined && open(row),
    claim,
    assign: ask('assign'),
    priority: ask('priority'),
    status: ask('status'),
    search: () => field.current?.focus(),
    create: () => go('/tickets/new'),
    showNew,
    escape: () => (selected.size > 0 ? setSelected(NOTHING) : peeking && peek()),
    view: (view) => address.set({ view }),
  });

  return (
    <PageLayout
      title={text('queue.title')}
      width="wide"
      actions={
        <>
          <QueueTools address={address} queue={queue} />
          {may('ticket:open') ? (
            <Button look="primary" icon={<IconPlus size={18} aria-hidden />} keys="KeyC" href="/tickets/new">
              {text('queue.create')}
            </Button>
          ) : null}
        </>
      }
    >
      <ViewTabs view={queue.view} search={search} facets={facets} />
      <FilterBar address={address} queue={queue} facets={facets} search={field} />
      <div className={classes['split']} data-peeking={peeking}>
        <div className={classes['list']}>
          <NewRows waiting={waiting} onShow={showNew} />
          {error !== null && rows.length === 0 ? <ErrorState onRetry={reload} /> : null}
          {loading && rows.length === 0 ? <Skeleton height="3.8125rem" lines={10} /> : null}
          {!loading && error === null && rows.length === 0 ? <NothingHere queue={queue} /> : null}
          {rows.length === 0 ? null : (
            <QueueList
              ref={list}
              rows={rows}
              label={text(`queue.view.${queue.view}`)}
              current={row?.id ?? null}
              onCurrent={setCurrent}
              selected={selected}
              present={present}
              onSelect={setSelected}
              onOpen={open}
              onPeek={peek}
              onEnd={more}
            />
          )}
          {rows.length === 0 ? null : (
            <p className={classes['foot']}>
              {text(hasMore ? 'queue.loadedMore' : 'queue.loadedAll', { count: rows.length })}
            </p>
          )}
        </div>
        {peeking && row !== undefined ? (
          <Suspense>
            <Peek id={row.id} onClose={peek} />
          </Suspense>
        ) : null}
      </div>
      <Suspense>
        {selected.size > 0 || work.progress !== null ? (
          <SelectionBar
            count={selected.size}
            progress={work.progress}
            onClaim={claim}
            onAssign={ask('assign')}
            onPriority={ask('priority')}
            onClear={() => setSelected(NOTHING)}
            onCancel={work.cancel}
          />
        ) : null}
      </Suspense>
      <Suspense>
        {question === 'assign' || question === 'priority' ? (
          <Dialogs
            kind={question}
            rows={chosen}
            onAssign={(assignment) => change((lines) => work.assign(lines, assignment))()}
            onPriority={(graded) => change((lines) => work.grade(lines, graded))()}
            onClose={() => setQuestion(null)}
          />
        ) : null}
        {question === 'status' && row !== undefined ? (
          <StatusDialog ticketId={row.id} onClose={() => setQuestion(null)} />
        ) : null}
      </Suspense>
    </PageLayout>
  );
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(before);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface Return {
  readonly search: string;
  readonly rows: readonly Line[];
  readonly list: { readonly current: QueueListHandle | null };
  readonly onCurrent: (id: string) => void;
}

/** Coming back from a ticket, the row that was left has the focus again. */
function useReturn({ search, rows, list, onCurrent }: Return): void {
  const done = useRef(false);
  const there = rows.length > 0;
  useEffect(() => {
    if (done.current || !there) return;
    done.current = true;
    const trail = readTrail();
    if (trail.address !== `/queue${search}` || trail.current === null || !rows.some(({ id }) => id === trail.current))
      return;
    onCurrent(trail.current);
    requestAnimationFrame(() => list.current?.focusCurrent());
  }, [there, rows, search, list, onCurrent]);
}

function NothingHere({ queue }: { readonly queue: ReturnType<typeof readQueue> }) {
  const text = useText();
  if (isFiltered(queue))
    return (
      <EmptyState
        title={text('queue.empty.filtered')}
        action={<Button href={`/queue?view=${queue.view}`}>{text('queue.clear')}</Button>}
      >
        {text('queue.empty.filteredBody')}
      </EmptyState>
    );
  return <EmptyState title={text(`queue.empty.${queue.view}`)}>{text('queue.empty.body')}</EmptyState>;
}
