import type { Target } from '../use-cases/change-ticket.js';

/** `TicketInput` of the schema. */
export interface TicketInput {
  readonly ticketId: string;
  readonly expectedVersion?: number | null;
}

export function targetOf({ ticketId, expectedVersion }: TicketInput): Target {
  return { ticketId, expectedVersion: expectedVersion ?? null };
}
