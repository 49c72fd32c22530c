export { composeHandler } from './compose/compose-handler.js';
export { deadLetterQueues, deadLetters, type DeadLetterView } from './dead-letters/dead-letters.js';
export { discardDeadLetters, retryDeadLetters } from './dead-letters/settle-letters.js';
export { queueName } from './dead-letters/queue-names.js';
export { LINK_PLACEHOLDER } from './compose/link.js';
export { queueMail, type ReadyMail } from './compose/queue-mail.js';
export { MAIL_QUEUE, mailJob, type MailPayload } from './compose/payload.js';
export { MailConsoleModule, MailPortalModule, MailRestModule } from './mail.modules.js';
export { mailContent } from './queries/mail-content.js';
export { mailPage } from './queries/mail-page.js';
export { rejectInboundMail, releaseInboundMail, type DecideInboundResult } from './inbound/console/decide-inbound.js';
export { inboundMailContent, inboundMails, quarantineCount } from './inbound/console/inbound-queries.js';
export { mailboxes, saveMailbox, type MailboxInput } from './inbound/console/mailboxes.js';
export { mayReach } from './inbound/intake/reachable.js';
export { sealSecret } from './inbound/sealed-secret.js';
export { pollMailboxes, type ImapPollOptions } from './inbound/intake/imap-poll.js';
export { receiveMail, recipientOf, type Recipient } from './inbound/intake/receive.js';
export { startSmtpListener, type SmtpListener, type SmtpListenerOptions } from './inbound/intake/smtp-listener.js';
export { inboundHandler, type InboundOptions } from './inbound/process/inbound-handler.js';
export { mailReader, type MailReader, type ReaderOptions } from './inbound/read/reader.js';
export { replyAddress, returnAddress } from './inbound/reply-address.js';
export { mailboxTestHandler } from './inbound/mailbox-test.js';
export { rawMail } from './inbound/rest/raw-mail.js';
export {
  ownReturned,
  returnedAddresses,
  tryAddressAgain,
  tryOwnAddressAgain,
  type ReturnedView,
} from './returned/returned-addresses.js';
export { addressOf } from './send/address-of.js';
export { retimeHeldMails } from './timing/retime.js';
export { mailTimingOf } from './timing/timing-row.js';
export { releaseHandler } from './timing/release-handler.js';
export { unsubscribeToken, type LinkSetting } from './unsubscribe/unsubscribe-link.js';
export { retryMail } from './use-cases/retry-mail.js';
export { sendHandler, type SendSetting } from './send/send-handler.js';
export { smtpTransport, type Handover, type MailTransport, type OutgoingMail } from './send/transport.js';
