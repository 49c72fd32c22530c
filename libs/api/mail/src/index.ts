export { composeHandler } from './compose/compose-handler.js';
export { MAIL_QUEUE, mailJob, type MailPayload } from './compose/payload.js';
export { MailConsoleModule, MailPortalModule } from './mail.modules.js';
export { mailContent } from './queries/mail-content.js';
export { mailPage } from './queries/mail-page.js';
export { retryMail } from './use-cases/retry-mail.js';
export { sendHandler } from './send/send-handler.js';
export { smtpTransport, type Handover, type MailTransport, type OutgoingMail } from './send/transport.js';
