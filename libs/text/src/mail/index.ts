export type { CallFacts, ComposedMail, MailFacts, MailSetting, MailTemplate, MailTicket } from './facts.js';
export { composeMail, escapeHtml, mailHeadline } from './render.js';
