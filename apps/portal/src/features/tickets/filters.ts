import { type Address, oneOf } from '@daylight/web-app';
import type { Priority, TicketFilter, TicketStatus, TicketType, TicketView } from './generated/tickets.js';

export const VIEWS = ['MINE', 'COMPANY', 'WAITING_FOR_US', 'RESOLVED'] as const satisfies readonly TicketView[];
export const STATUSES = [
  'NEW',
  'OPEN',
  'WAITING_ON_CLIENT',
  'WAITING_ON_THIRD_PARTY',
  'SCHEDULED',
  'RESOLVED',
  'CLOSED',
  'CANCELLED',
  'MERGED',
] as const satisfies readonly TicketStatus[];
export const OPEN_STATUSES = [
  'NEW',
  'OPEN',
  'WAITING_ON_CLIENT',
  'WAITING_ON_THIRD_PARTY',
  'SCHEDULED',
] as const satisfies readonly TicketStatus[];
export const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'] as const satisfies readonly Priority[];
export const TYPES = [
  'INCIDENT',
  'SERVICE_REQUEST',
  'CHANGE',
  'PROBLEM',
  'SECURITY_INCIDENT',
] as const satisfies readonly TicketType[];

/** Beside each status: all of them, and those still being worked on. */
export const STATUS_CHOICES = ['all', 'open', ...STATUSES] as const;
export type StatusChoice = (typeof STATUS_CHOICES)[number];

/** What the list shows, as the address says it. Words it doesn't know count as not said. */
export interface TicketListState {
  readonly view: TicketView;
  /** As the address says it; null: the server begins where the reader's role does, which a page can ask before it knows. */
  readonly asked: TicketView | null;
  readonly text: string;
  readonly status: StatusChoice;
  readonly priorities: readonly Priority[];
  readonly type: TicketType | null;
  readonly service: string | null;
  readonly after: string | null;
}

/** What the list shows where the address doesn't say: whoever looks after the company's tickets begins with all of them. */
export const usualView = (readsAll: boolean): TicketView => (readsAll ? 'COMPANY' : 'MINE');

/** Reads the state of the list from its address. Several priorities stand beside each other: `P1,P2`. */
export function readList(address: Pick<Address, 'get'>, usual: TicketView = 'MINE'): TicketListState {
  const given = address.get('priority')?.split(',') ?? [];
  const asked = VIEWS.find((view) => view === address.get('view')) ?? null;
  return {
    view: asked ?? usual,
    asked,
    text: address.get('text') ?? '',
    status: oneOf(address.get('status'), STATUS_CHOICES),
    priorities: PRIORITIES.filter((priority) => given.includes(priority)),
    type: TYPES.find((type) => type === address.get('type')) ?? null,
    service: address.get('service'),
    after: address.get('after'),
  };
}

function statusesOf(choice: StatusChoice): readonly TicketStatus[] {
  if (choice === 'all') return [];
  return choice === 'open' ? OPEN_STATUSES : [choice];
}

/** The filter that the API takes for `state`. */
export function filterOf(state: TicketListState): TicketFilter {
  const statuses = statusesOf(state.status);
  return {
    ...(statuses.length === 0 ? {} : { statuses }),
    ...(state.priorities.length === 0 ? {} : { priorities: state.priorities }),
    ...(state.type === null ? {} : { types: [state.type] }),
    ...(state.service === null ? {} : { serviceItemIds: [state.service] }),
    ...(state.text.trim() === '' ? {} : { text: state.text.trim() }),
  };
}

/** Whether anything narrows the view. */
export const isFiltered = (state: TicketListState): boolean => Object.keys(filterOf(state)).length > 0;
