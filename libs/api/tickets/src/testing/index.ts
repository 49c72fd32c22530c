// For specs of later features: tickets that really went through their lives.
export { changeTicket } from '../use-cases/change-ticket.js';
export { MergeTickets } from '../use-cases/merge-tickets.js';
export { opened, reply } from './actions.js';
export { MONDAY, TicketWorld } from './fixture.js';
export { rebinding } from '../queries/rebinding.js';
export { AnswerRebinding } from '../use-cases/answer-rebinding.js';
export { ProposeRebinding } from '../use-cases/propose-rebinding.js';
