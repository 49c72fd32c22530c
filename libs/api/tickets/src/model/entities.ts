import { TicketAttachmentRow } from './ticket-attachment.row.js';
import { TicketTextRow } from './ticket-text.row.js';

/** The tables of this slice that TypeORM writes. The log, its projection and clocks are written by multi-row statements. */
export const entities = [TicketAttachmentRow, TicketTextRow];
