export { TicketsConsoleModule } from './tickets-console.module.js';
export { TicketsPortalModule } from './tickets-portal.module.js';
export { bindAt, lawOf, type BoundLaw, type Law } from './binding.js';
export { readEvent, CURRENT_VERSIONS, type StoredEvent } from './log/event-codec.js';
export { readLog, readLogs } from './log/read-log.js';
export { searchTicketIds } from './queries/search-ids.js';
export { ticketDetail, type TicketDetail } from './queries/ticket-detail.js';
export { armTimers } from './timers/arm-timers.js';
export { handleTicketTimer } from './timers/handle-ticket-timer.js';
export { refreshOnHoliday } from './timers/refresh-on-holiday.js';
export { TICKET_TIMER_QUEUE } from './write/timer.js';
export { openTicket, type NewTicket } from './use-cases/open-ticket.js';
export { AssignTicket } from './use-cases/assign-ticket.js';
export { CancelTicket } from './use-cases/cancel-ticket.js';
export { ReplyToTicket, type Reply } from './use-cases/reply.js';
export { ResolveTicket } from './use-cases/resolve-ticket.js';
export { WithdrawMessage } from './use-cases/withdraw-message.js';
export type { ChangeOutcome, InputFault, OpenOutcome } from './use-cases/outcome.js';
export {
  prepareTicketHistories,
  sendTicketHistories,
  writeTicketHistories,
  type PreparedHistories,
  type TicketHistory,
} from './write/write-histories.js';
