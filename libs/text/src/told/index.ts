export { sayAddendum, type AddendumCause, type ChangedSince, type VerdictTold } from './addendum.js';
export { isToldOfTicket, sayToldOfTicket, TOLD_OF_TICKET, type ToldOfTicket } from './of-ticket.js';
export { sayToldOfTerm, type ToldOfTerm } from './of-term.js';
export { sayLentApprovals, type LentApprovals } from './of-lending.js';
