import type { TicketEvent } from '@daylight/domain';
import type { Law } from '../binding.js';
import type { StoredTicket } from '../write/stored-ticket.js';

/** What of a client stands in the keys and headings of its tickets. */
export interface TenantName {
  readonly prefix: string;
  readonly name: string;
}

/** A ticket as it was just written: all that there is to know of it, but for names and files. */
export interface OpenedTicket {
  readonly row: StoredTicket;
  readonly log: readonly TicketEvent[];
  readonly law: Law;
  /** null: out of sight. */
  readonly tenant: TenantName | null;
  readonly hasFiles: boolean;
}
