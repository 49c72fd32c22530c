import { timestamp, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { unreachable, type Priority, type TicketStatus, type TicketType } from '@daylight/domain';
import { Conditions } from './conditions.js';
import { countTickets, listTickets, type Page, type TicketOrder } from './list-tickets.js';
import { searchTicketIds } from './search-ids.js';

export const QUEUE_VIEWS = ['MINE', 'UNASSIGNED', 'OVERDUE', 'WAITING', 'ALL_OPEN', 'ALL'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

export interface QueueFilter {
  readonly tenantIds?: readonly string[] | null;
  readonly statuses?: readonly TicketStatus[] | null;
  readonly priorities?: readonly Priority[] | null;
  readonly types?: readonly TicketType[] | null;
  readonly serviceItemIds?: readonly string[] | null;
  readonly assigneeIds?: readonly string[] | null;
  readonly teamIds?: readonly string[] | null;
  readonly importRunId?: string | null;
  readonly text?: string | null;
}

const WAITING = `status in ('WAITING_ON_CLIENT', 'WAITING_ON_THIRD_PARTY', 'SCHEDULED')`;

function addView(conditions: Conditions, view: QueueView, tx: Tx<StaffScope>): Conditions {
  switch (view) {
    case 'MINE':
      return conditions.and('is_open').and(`assignee_id = ${conditions.value(tx.scope.personId)}`);
    case 'UNASSIGNED':
      return conditions.and('is_open').and('assignee_id is null');
    case 'OVERDUE':
      return conditions.and('is_open').and(`due_order < ${conditions.value(timestamp(tx.now))}`);
    case 'WAITING':
      return conditions.and('is_open').and(WAITING);
    case 'ALL_OPEN':
      return conditions.and('is_open');
    case 'ALL':
      return conditions;
    default:
      return unreachable(view);
  }
}

/** What the filter's text finds; null: no text. */
export async function idsByText(tx: Tx, text: string | null | undefined): Promise<readonly string[] | null> {
  const words = text?.trim() ?? '';
  return words === '' ? null : searchTicketIds(tx, words, null);
}

/** The conditions of a filter; `found` is what its text found. */
export function queueConditions(
  tx: Tx<StaffScope>,
  {
    view,
    filter,
    found,
  }: { readonly view: QueueView; readonly filter: QueueFilter; readonly found: readonly string[] | null },
): Conditions {
  const conditions = new Conditions();
  conditions.and(`provider_id = ${conditions.value(tx.scope.providerId)}`);
  addView(conditions, view, tx);
  conditions
    .amongIds('tenant_id', filter.tenantIds)
    .among('status', filter.statuses)
    .among('priority', filter.priorities)
    .among('type', filter.types)
    .amongIds('service_item_id', filter.serviceItemIds)
    .amongIds('assignee_id', filter.assigneeIds)
    .amongIds('team_id', filter.teamIds)
    .amongIds('import_run_id', filter.importRunId == null ? null : [filter.importRunId])
    .amongIds('ticket_id', found);
  return conditions;
}

export interface QueueQuestion {
  readonly view: QueueView;
  readonly filter?: QueueFilter | null;
  readonly sort?: TicketOrder | null;
  readonly page: Page;
  /** Whether `totalCount` was asked for. */
  readonly counted: boolean;
}

/** A page of the staff's queue: one statement, two with the total, one or more for a text. */
export async function queue(tx: Tx<StaffScope>, { view, filter, sort, page, counted }: QueueQuestion) {
  const found = await idsByText(tx, filter?.text);
  const conditions = queueConditions(tx, { view, filter: filter ?? {}, found });
  const total = counted ? await countTickets(tx, conditions) : 0;
  const order = sort ?? (view === 'ALL' ? 'NEWEST' : 'NEXT_DUE');
  return { ...(await listTickets(tx, conditions, { order, page })), totalCount: total };
}
