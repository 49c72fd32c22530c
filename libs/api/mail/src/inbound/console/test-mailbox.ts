import { isId, notFoundResult, type NotFound } from '@daylight/api-calendars';
import { enqueue, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { MAILBOX_TEST_QUEUE } from '../mailbox-test.js';
import { oneMailbox, type MailboxView } from './mailboxes.js';

const ASK_NOW = statement(
  'mailbox-ask-now',
  'update mailbox set poll_after = $3 where provider_id = $1 and mailbox_id = $2',
);

export type TestMailboxResult =
  { readonly __typename: 'MailboxTestBegun' | 'MailboxSwitchedOff'; readonly mailbox: MailboxView } | NotFound;

/** Has the worker try a mailbox: IMAP is asked at its next turn, to any other a mail of ours is sent. */
export async function testMailbox(
  tx: Tx<StaffScope>,
  { mailboxId }: { readonly mailboxId: string },
): Promise<TestMailboxResult> {
  const mailbox = isId(mailboxId) ? await oneMailbox(tx, mailboxId) : null;
  if (mailbox === null) return notFoundResult('mailbox');
  if (!mailbox.enabled) return { __typename: 'MailboxSwitchedOff', mailbox };
  const { tenantId } = mailbox;
  if (mailbox.intake === 'IMAP') await tx.query(ASK_NOW, [tx.scope.providerId, mailboxId, timestamp(tx.now)]);
  else
    await enqueue(tx, [
      { queue: MAILBOX_TEST_QUEUE, tenantId, payload: { mailboxId }, runAt: null, dedupeKey: mailboxId },
    ]);
  await recordAudit(tx, { action: 'mailbox.test', objectType: 'mailbox', objectId: mailboxId, tenantId });
  return { __typename: 'MailboxTestBegun', mailbox };
}
