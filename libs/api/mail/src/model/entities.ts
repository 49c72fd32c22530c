import { MailMessageRow } from './mail-message.row.js';

export const mailEntities = [MailMessageRow];
