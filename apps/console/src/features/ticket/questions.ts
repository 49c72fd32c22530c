import type { Act, ConfirmedAct } from './acts.js';
import type { Conflict, WholeTicket } from './ticket-work.js';

/** What a dialog asks about a ticket. */
export type Question =
  | {
      readonly kind:
        | 'assign'
        | 'priority'
        | 'classify'
        | 'service'
        | 'wait'
        | 'schedule'
        | 'resolve'
        | 'log'
        | 'outcome'
        | 'merge'
        | 'watch'
        | 'status';
    }
  | { readonly kind: 'confirm'; readonly act: ConfirmedAct }
  | { readonly kind: 'conflict'; readonly act: Act; readonly conflict: Conflict; readonly seen: WholeTicket };

/** Questions that belong to a mutation: offered when the ticket's `actions` name it. */
export const ASKED_FOR = {
  assign: 'assignTicket',
  priority: 'setTicketPriority',
  classify: 'classifyTicket',
  service: 'changeTicketService',
  wait: 'waitTicket',
  schedule: 'scheduleTicket',
  resolve: 'resolveTicket',
  log: 'logResponse',
  outcome: 'setChangeOutcome',
  merge: 'mergeTickets',
} as const;

export type AskedFor = keyof typeof ASKED_FOR;
