import {
  AcceptTicketDocument,
  CancelTicketDocument,
  ClaimTicketDocument,
  CloseTicketDocument,
  ReopenTicketDocument,
  RestoreServiceDocument,
  ResumeTicketDocument,
  StartWorkDocument,
  UnmergeTicketDocument,
} from './generated/work.js';
import type { TicketWork, WorkAnswer } from './ticket-work.js';

/** Changes that need nothing but the ticket. */
export type PlainAct = 'claimTicket' | 'acceptTicket' | 'startWork' | 'resumeTicket' | 'reopenTicket';
/** Those that can't be taken back: asked for first. */
export type ConfirmedAct = 'restoreService' | 'closeTicket' | 'cancelTicket' | 'unmergeTicket';
export type Act = PlainAct | ConfirmedAct;

export const PLAIN_ACTS = [
  'claimTicket',
  'acceptTicket',
  'startWork',
  'resumeTicket',
  'reopenTicket',
] as const satisfies readonly PlainAct[];
export const CONFIRMED_ACTS = [
  'restoreService',
  'closeTicket',
  'cancelTicket',
  'unmergeTicket',
] as const satisfies readonly ConfirmedAct[];

/** Sends one of them with the version that the reader has seen. */
export function sendAct({ ticket, send }: TicketWork, act: Act): Promise<WorkAnswer> {
  const variables = { input: { ticketId: ticket.id, expectedVersion: ticket.version } };
  switch (act) {
    case 'claimTicket':
      return send(ClaimTicketDocument, variables, (data) => data.claimTicket);
    case 'acceptTicket':
      return send(AcceptTicketDocument, variables, (data) => data.acceptTicket);
    case 'startWork':
      return send(StartWorkDocument, variables, (data) => data.startWork);
    case 'resumeTicket':
      return send(ResumeTicketDocument, variables, (data) => data.resumeTicket);
    case 'reopenTicket':
      return send(ReopenTicketDocument, variables, (data) => data.reopenTicket);
    case 'restoreService':
      return send(RestoreServiceDocument, variables, (data) => data.restoreService);
    case 'closeTicket':
      return send(CloseTicketDocument, variables, (data) => data.closeTicket);
    case 'cancelTicket':
      return send(CancelTicketDocument, variables, (data) => data.cancelTicket);
    case 'unmergeTicket':
      return send(UnmergeTicketDocument, variables, (data) => data.unmergeTicket);
  }
}
