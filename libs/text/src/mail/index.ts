export type { CallFacts, ComposedMail, MailFacts, MailSetting, MailTemplate, MailTicket } from './facts.js';
export { composeMail, escapeHtml } from './render.js';
