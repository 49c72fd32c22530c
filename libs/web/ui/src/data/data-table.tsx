import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { Skeleton } from '../feedback/states.js';
import { Checkbox } from '../forms/checkbox.js';
import { isComposing } from '../keyboard/combo.js';
import { useUiText } from '../text/ui-text.js';
import classes from './data-table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'start' | 'end';
  /** CSS width, e.g. "8rem"; one column should have none and take the rest. */
  readonly width?: string;
  /** Stays on one line, e.g. numbers and instants. */
  readonly oneLine?: boolean;
  readonly sortable?: boolean;
  /** The card's heading below 640 px. */
  readonly primary?: boolean;
  /** Left out of the card. */
  readonly wideOnly?: boolean;
}

export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export interface DataTableProps<Row> {
  /** Names the table for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  /** Space: a look without leaving the list. */
  readonly onPeek?: (row: Row) => void;
  readonly sort?: Sort | null;
  readonly onSort?: (sort: Sort) => void;
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
  readonly loading?: boolean;
  readonly empty?: ReactNode;
  readonly footer?: ReactNode;
}

const ROW_HEIGHT = '2.75rem';

/**
 * A list of like things. j/k or arrows move, Enter opens, Space peeks, x selects (by physical key, so also with Hangul
 * on). Below 640 px each row becomes a card. Sort and filters belong into the URL: pass them in.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, loading = false, empty, footer, selected, onSelect } = props;
  const text = useUiText();
  const body = useRef<HTMLTableSectionElement>(null);
  const keys = rows.map(rowKey);
  const all = selected !== undefined && keys.length > 0 && keys.every((key) => selected.has(key));

  function toggle(key: string): void {
    if (selected === undefined || onSelect === undefined) return;
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    onSelect(next);
  }
  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>, row: Row): void {
    if (
      isComposing(event.nativeEvent) ||
      event.target !== event.currentTarget ||
      event.metaKey ||
      event.ctrlKey ||
      event.altKey
    )
      return;
    const step =
      event.code === 'KeyJ' || event.code === 'ArrowDown'
        ? 1
        : event.code === 'KeyK' || event.code === 'ArrowUp'
          ? -1
          : 0;
    if (step !== 0) focusRow(body.current, keys.indexOf(rowKey(row)) + step);
    else if (event.code === 'Enter' && props.onOpen) props.onOpen(row);
    else if (event.code === 'Space' && props.onPeek) props.onPeek(row);
    else if (event.code === 'KeyX' && onSelect) toggle(rowKey(row));
    else return;
    event.preventDefault();
  }
  const openByClick = (event: MouseEvent, row: Row): void => {
    const target = event.target;
    const onControl = target instanceof Element && target.closest('a, button, input, label, select') !== null;
    if (!onControl && globalThis.getSelection()?.toString() === '') props.onOpen?.(row);
  };

  if (!loading && rows.length === 0) return <>{empty}</>;
  return (
    <div className={classes['frame']}>
      <table className={classes['table']} role="table">
        <caption className="dl-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {onSelect === undefined ? null : (
              <th className={classes['pick']} scope="col">
                <Checkbox
                  label={null}
                  aria-label={text('ui.table.selectAll')}
                  checked={all}
                  indeterminate={!all && (selected?.size ?? 0) > 0}
                  onChange={(checked) => onSelect(checked ? new Set(keys) : new Set())}
                />
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={props.sort ?? null} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} role="rowgroup">
          {loading && rows.length === 0 ? (
            <tr role="row">
              <td role="cell" colSpan={columns.length + (onSelect === undefined ? 0 : 1)}>
                <Skeleton height={ROW_HEIGHT} lines={8} />
              </td>
            </tr>
          ) : null}
          {rows.map((row, index) => {
            const key = rowKey(row);
            return (
              <tr
                key={key}
                role="row"
                data-row={index}
                tabIndex={index === 0 ? 0 : -1}
                aria-selected={selected?.has(key)}
                data-open={props.onOpen !== undefined}
                className={classes['row']}
                onKeyDown={(event) => onKeyDown(event, row)}
                onFocus={(event) => rove(event.currentTarget)}
                onClick={(event) => openByClick(event, row)}
              >
                {onSelect === undefined ? null : (
                  <td role="cell" className={classes['pick']}>
                    <Checkbox
                      label={null}
                      aria-label={text('ui.table.select', { number: index + 1 })}
                      checked={selected?.has(key) ?? false}
                      onChange={() => toggle(key)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td
                    key={column.id}
                    role="cell"
                    data-label={column.header}
                    data-align={column.align ?? 'start'}
                    data-primary={column.primary === true}
                    data-wide={column.wideOnly === true}
                    data-one-line={column.oneLine === true}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {footer === undefined ? null : <div className={classes['footer']}>{footer}</div>}
    </div>
  );
}

/** Moves the focus to a row, if there is one. */
function focusRow(body: HTMLElement | null, index: number): void {
  body?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus();
}

/** One row at a time is reached by Tab: the one that last had the focus. */
function rove(row: HTMLTableRowElement): void {
  for (const other of row.parentElement?.querySelectorAll<HTMLElement>('[data-row][tabindex="0"]') ?? [])
    other.tabIndex = -1;
  row.tabIndex = 0;
}

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: {
  readonly column: Column<Row>;
  readonly sort: Sort | null;
  readonly onSort: ((sort: Sort) => void) | undefined;
}) {
  const sorted = sort?.column === column.id ? sort.direction : null;
  const style = column.width === undefined ? {} : { style: { width: column.width } };
  if (column.sortable !== true || onSort === undefined)
    return (
      <th scope="col" data-align={column.align ?? 'start'} {...style}>
        {column.header}
      </th>
    );
  const next: Sort = { column: column.id, direction: sorted === 'ascending' ? 'descending' : 'ascending' };
  return (
    <th scope="col" data-align={column.align ?? 'start'} aria-sort={sorted ?? 'none'} {...style}>
      <button type="button" className={classes['sort']} onClick={() => onSort(next)}>
        {column.header}
        {sorted === null ? null : sorted === 'ascending' ? (
          <IconArrowUp size={14} aria-hidden />
        ) : (
          <IconArrowDown size={14} aria-hidden />
        )}
      </button>
    </th>
  );
}
