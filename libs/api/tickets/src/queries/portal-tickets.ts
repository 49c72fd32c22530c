import type { Tx } from '@daylight/api-database';
import type { ClientScope } from '@daylight/api-platform';
import { unreachable, type Priority, type TicketStatus, type TicketType } from '@daylight/domain';
import { Conditions } from './conditions.js';
import { countTickets, listTickets, type Page } from './list-tickets.js';
import { searchTicketIds } from './search-ids.js';

export type TicketView = 'MINE' | 'COMPANY' | 'WAITING_FOR_US' | 'RESOLVED';

export interface TicketFilter {
  readonly statuses?: readonly TicketStatus[] | null;
  readonly priorities?: readonly Priority[] | null;
  readonly types?: readonly TicketType[] | null;
  readonly serviceItemIds?: readonly string[] | null;
  readonly text?: string | null;
}

/**
 * What one requested or watches, found by person: as a mere filter it would walk the company's whole list for a handful.
 * `$1` is the provider.
 */
function addOwn(conditions: Conditions, me: string): Conditions {
  const person = conditions.value(me);
  return conditions.and(`ticket_id in (
      select o.ticket_id from ticket o where o.provider_id = $1 and o.requester_id = ${person}
      union all select w.ticket_id from ticket_watcher w where w.provider_id = $1 and w.person_id = ${person})`);
}

/** Where a role begins when the reader names no view: whoever looks after the company's tickets with all of them. */
export function usualView({ scope }: Tx<ClientScope>): TicketView {
  return scope.permissions.has('ticket:read') ? 'COMPANY' : 'MINE';
}

function addView(conditions: Conditions, view: TicketView): Conditions {
  switch (view) {
    case 'MINE':
    case 'COMPANY':
      return conditions;
    case 'WAITING_FOR_US':
      return conditions.and('is_open').and(`status = 'WAITING_ON_CLIENT'`);
    case 'RESOLVED':
      return conditions.and(`status = 'RESOLVED'`);
    default:
      return unreachable(view);
  }
}

/** The conditions of a client's list; a text is searched first. */
export async function portalConditions(
  tx: Tx<ClientScope>,
  view: TicketView,
  filter: TicketFilter,
): Promise<Conditions> {
  const conditions = new Conditions();
  const { providerId, tenantId, personId, permissions } = tx.scope;
  conditions.and(`provider_id = ${conditions.value(providerId)}`).and(`tenant_id = ${conditions.value(tenantId)}`);
  // Row-level security says the same of who may read the own only; saying it here lets the index help.
  if (view === 'MINE' || !permissions.has('ticket:read')) addOwn(conditions, personId);
  addView(conditions, view)
    .among('status', filter.statuses)
    .among('priority', filter.priorities)
    .among('type', filter.types)
    .amongIds('service_item_id', filter.serviceItemIds);
  const text = filter.text?.trim() ?? '';
  if (text !== '') conditions.amongIds('ticket_id', await searchTicketIds(tx, text, tenantId));
  return conditions;
}

export interface TicketsQuestion {
  readonly view: TicketView;
  readonly filter?: TicketFilter | null;
  readonly page: Page;
  readonly counted: boolean;
}

/** A page of a client's tickets, newest first: one statement, two with the total. */
export async function portalTickets(tx: Tx<ClientScope>, { view, filter, page, counted }: TicketsQuestion) {
  const conditions = await portalConditions(tx, view, filter ?? {});
  const total = counted ? await countTickets(tx, conditions) : 0;
  return { ...(await listTickets(tx, conditions, { order: 'NEWEST', page })), totalCount: total };
}
