import { connectionOf, keysOf, pageSize } from '@daylight/api-calendars';
import { statement, type Statement, type Tx } from '@daylight/api-database';
import { DaylightError, sha256 } from '@daylight/api-platform';
import { PAGE_COLUMNS, ROW_COLUMNS, ROW_JOINS, ticketRowView, type TicketListRow } from '../views/ticket-row.js';
import type { Conditions } from './conditions.js';

export type TicketOrder = 'NEXT_DUE' | 'NEWEST';

export interface Page {
  readonly first?: number | null;
  readonly after?: string | null;
}

export const PAGE_SIZE = 50;

interface Order {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
  readonly key: (row: TicketListRow) => number;
}

const ORDERS: Readonly<Record<TicketOrder, Order>> = {
  NEXT_DUE: { column: 'due_order', direction: 'asc', key: (row) => row.due_order },
  NEWEST: { column: 'opened_at', direction: 'desc', key: (row) => row.opened_at },
};

function listStatement(where: string, order: Order, limit: string): Statement<TicketListRow> {
  const by = (alias: string) => `${alias}${order.column} ${order.direction}, ${alias}ticket_id ${order.direction}`;
  const text = `select ${ROW_COLUMNS} from (
    select ${PAGE_COLUMNS} from ticket
    where ${where}
    order by ${by('')} limit ${limit}) t
    ${ROW_JOINS}
    order by ${by('t.')}`;
  // One prepared statement per shape of conditions.
  return statement(`ticket-list-${sha256(text).slice(0, 12)}`, text);
}

function pastCursor(conditions: Conditions, order: Order, after: string | null): void {
  const keys = keysOf(after, 2);
  if (keys === null) return;
  const [at, id] = keys;
  if (typeof at !== 'number' || !Number.isFinite(at))
    throw new DaylightError('BAD_INPUT', 'this cursor is not one of this list');
  const past = order.direction === 'asc' ? '>' : '<';
  conditions.and(
    `(${order.column}, ticket_id) ${past} (${conditions.value(new Date(at))}, ${conditions.value(id)}::uuid)`,
  );
}

/** One page of tickets that fulfil the conditions, with names: one statement. Keyset paging, so that page 500 costs as page 1. */
export async function listTickets(
  tx: Tx,
  conditions: Conditions,
  { order, page }: { readonly order: TicketOrder; readonly page: Page },
) {
  const first = pageSize(page.first ?? PAGE_SIZE);
  const after = page.after ?? null;
  const by = ORDERS[order];
  pastCursor(conditions, by, after);
  const limit = conditions.value(first + 1);
  const rows = await tx.query(listStatement(conditions.text, by, limit), conditions.values);
  return connectionOf(
    rows.map((row) => ({ keys: [by.key(row), row.ticket_id], node: ticketRowView(row) })),
    { first, after },
  );
}

/** How many tickets fulfil the conditions: computed only when asked for. */
export async function countTickets(tx: Tx, conditions: Conditions): Promise<number> {
  const text = `select count(*)::int as total from ticket where ${conditions.text}`;
  const [row] = await tx.query(
    statement<{ total: number }>(`ticket-count-${sha256(text).slice(0, 12)}`, text),
    conditions.values,
  );
  return row?.total ?? 0;
}
