import { isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { withLink } from '../compose/link.js';
import { unsubscribeUrl, withUnsubscribe, type LinkSetting } from '../unsubscribe/unsubscribe-link.js';
import { MAIL_FROM, MAIL_SELECT, mailView, type MailRow, type MailView } from './mail-view.js';

const CONTENT = statement<MailRow & { body_text: string; body_html: string; link: string | null }>(
  'mail-content',
  `${MAIL_SELECT}, m.body_text, m.body_html, case when m.state = 'LOCAL' then mail_local_link(m.mail_id) end as link
   ${MAIL_FROM} where m.provider_id = $1 and m.mail_id = $2`,
);

/**
 * A mail with its words; null when there is none, or it is not the reader's to see. Links that are its recipient's alone are
 * shown only of a mail that stays here (`link` is what they are made with).
 */
export async function mailContent(
  tx: Tx<StaffScope>,
  mailId: string,
  link: LinkSetting | null = null,
): Promise<{ readonly message: MailView; readonly text: string; readonly html: string } | null> {
  if (!isId(mailId)) return null;
  const [row] = await tx.query(CONTENT, [tx.scope.providerId, mailId]);
  if (row === undefined) return null;
  const stop = link !== null && row.state === 'LOCAL' ? unsubscribeUrl(link, mailId, row.template) : null;
  const body = withUnsubscribe({ text: row.body_text, html: row.body_html }, stop);
  return { message: mailView(row), ...withLink(body, row.link) };
}
