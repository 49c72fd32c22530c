import {
  connectionOf,
  keysOf,
  pageSize,
  statement,
  timestamp,
  type Connection,
  type ForwardPage,
  type Tx,
} from '@daylight/api-database';
import { isId, type StaffScope } from '@daylight/api-platform';
import { MAIL_FROM, MAIL_SELECT, mailView, type MailRow, type MailView } from './mail-view.js';

export interface MailFilter {
  readonly states?: readonly MailRow['state'][] | null;
  readonly tenantId?: string | null;
  readonly template?: string | null;
}

const PAGE = statement<MailRow>(
  'mail-page',
  `${MAIL_SELECT} ${MAIL_FROM}
   where m.provider_id = $1 and ($2::text[] is null or m.state = any ($2)) and ($3::uuid is null or m.tenant_id = $3)
     and ($4::text is null or m.template = $4)
     and ($5::timestamptz is null or (m.created_at, m.mail_id) < ($5, $6::uuid))
   order by m.created_at desc, m.mail_id desc limit $7`,
);

/** Outgoing mail newest first, of the clients in reach. Throws BAD_INPUT for a foreign cursor or page size. */
export async function mailPage(
  tx: Tx<StaffScope>,
  filter: MailFilter,
  page: ForwardPage,
): Promise<Connection<MailView>> {
  const after = keysOf(page.after, 2);
  const values = [
    tx.scope.providerId,
    filter.states ?? null,
    filter.tenantId ?? null,
    filter.template ?? null,
    after === null ? null : timestamp(Number(after[0])),
    after === null ? null : after[1],
    pageSize(page.first) + 1,
  ];
  const rows = filter.tenantId == null || isId(filter.tenantId) ? await tx.query(PAGE, values) : [];
  return connectionOf(rows, page, { keys: (row) => [row.created_at, row.mail_id], node: mailView });
}
