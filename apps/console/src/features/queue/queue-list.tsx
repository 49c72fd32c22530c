import { Checkbox, isComposing } from '@daylight/web-ui';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react';
import { useText } from '../../app/text.js';
import type { PresencesByTicket } from '../presence/use-presences.js';
import classes from './queue-list.module.css';
import { QueueRow } from './queue-row.js';
import type { Line } from './use-queue.js';

/** What the page's shortcuts do with the list. */
export interface QueueListHandle {
  /** Moves the focus; `extend` takes the row it comes to into the selection. */
  readonly move: (step: 1 | -1, extend: boolean) => void;
  readonly focusCurrent: () => void;
}

export interface QueueListProps {
  readonly rows: readonly Line[];
  readonly label: string;
  readonly current: string | null;
  readonly onCurrent: (id: string) => void;
  readonly selected: ReadonlySet<string>;
  readonly present: PresencesByTicket;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onOpen: (row: Line) => void;
  readonly onPeek: (row: Line) => void;
  /** The end is near: fetch the next page. */
  readonly onEnd: () => void;
  readonly ref?: Ref<QueueListHandle>;
}

/** One and the same, so that a row that nobody is at isn't drawn again. */
const NOBODY: readonly never[] = [];
const ROW = 61;
const NEAR_END = 20;
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

const toggled = (selected: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
};

/** A thousand tickets, of which only those in sight are drawn. One row at a time takes the focus; keys go by position. */
export function QueueList(props: QueueListProps) {
  const { rows, label, current, onCurrent, selected, present, onSelect, onOpen, onPeek, onEnd, ref } = props;
  const box = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === current),
  );
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => setOffset((box.current?.getBoundingClientRect().top ?? 0) + globalThis.scrollY), []);
  const list = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: 10,
    scrollMargin: offset,
    scrollPaddingStart: 120,
    scrollPaddingEnd: 96,
    getItemKey: (index) => rows[index]?.id ?? index,
    // The row with the focus stays in the page when it is scrolled away: else the focus would fall to the body.
    rangeExtractor: (range) =>
      [...new Set([at, ...defaultRangeExtractor(range)])].filter((index) => index < rows.length).sort((a, b) => a - b),
  });
  const items = list.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && lastShown > rows.length - NEAR_END) onEnd();
  }, [lastShown, rows.length, onEnd]);

  const focusRow = useCallback(
    (index: number): void => {
      const id = rows[index]?.id;
      if (id === undefined) return;
      onCurrent(id);
      list.scrollToIndex(index, { align: 'auto' });
      const take = (): void =>
        box.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
      if (box.current?.querySelector(`[data-index="${index}"]`)) take();
      else requestAnimationFrame(() => requestAnimationFrame(take));
    },
    [rows, onCurrent, list],
  );
  const move = (step: 1 | -1, extend: boolean): void => {
    const started = box.current?.contains(document.activeElement) === true || selected.size > 0;
    const next = Math.min(Math.max(started ? at + step : at, 0), rows.length - 1);
    const [from, to] = [rows[at]?.id, rows[next]?.id];
    if (extend && from !== undefined && to !== undefined) onSelect(new Set([...selected, from, to]));
    focusRow(next);
  };
  useImperativeHandle(ref, () => ({ move, focusCurrent: () => focusRow(at) }));

  const handlers = useRef({ move, onOpen, onPeek, onSelect, selected });
  handlers.current = { move, onOpen, onPeek, onSelect, selected };
  const onToggle = useCallback((id: string) => handlers.current.onSelect(toggled(handlers.current.selected, id)), []);
  const open = useCallback((row: Line) => handlers.current.onOpen(row), []);
  const onKeyDown = useCallback((event: KeyboardEvent<HTMLElement>, row: Line) => {
    if (
      event.target !== event.currentTarget ||
      isComposing(event.nativeEvent) ||
      event.metaKey ||
      event.ctrlKey ||
      event.altKey
    )
      return;
    const step = STEPS[event.code];
    if (step !== undefined) handlers.current.move(step, event.shiftKey);
    else if (event.code === 'Enter') handlers.current.onOpen(row);
    else if (event.code === 'Space') handlers.current.onPeek(row);
    else return;
    event.preventDefault();
  }, []);

  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-multiselectable
      className={classes['grid']}
    >
      <Head rows={rows} selected={selected} onSelect={onSelect} />
      <div ref={box} role="rowgroup" className={classes['body']} style={{ height: list.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <QueueRow
              key={key}
              row={row}
              index={index}
              top={start - list.options.scrollMargin}
              current={index === at}
              selected={selected.has(row.id)}
              present={present.get(row.id) ?? NOBODY}
              measure={list.measureElement}
              onFocus={onCurrent}
              onToggle={onToggle}
              onOpen={open}
              onKeyDown={onKeyDown}
            />
          );
        })}
      </div>
    </div>
  );
}

function Head({ rows, selected, onSelect }: Pick<QueueListProps, 'rows' | 'selected' | 'onSelect'>) {
  const text = useText();
  const all = rows.length > 0 && rows.every(({ id }) => selected.has(id));
  const columns = ['priority', 'subject', 'status', 'clock', 'assignee', 'updated'] as const;
  return (
    <div role="rowgroup" className={classes['headGroup']}>
      <div role="row" aria-rowindex={1} className={classes['head']}>
        <div role="columnheader" className={classes['pick']}>
          <Checkbox
            label={null}
            aria-label={text('queue.selectAll', { count: rows.length })}
            checked={all}
            indeterminate={!all && selected.size > 0}
            onChange={(on) => onSelect(new Set(on ? rows.map(({ id }) => id) : []))}
          />
        </div>
        {columns.map((column) => (
          <div key={column} role="columnheader" className={classes[column]}>
            {text(`queue.column.${column}`)}
          </div>
        ))}
      </div>
    </div>
  );
}
