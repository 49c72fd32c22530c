import { isId } from '@daylight/api-calendars';
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
import type { StaffScope } from '@daylight/api-platform';
import {
  INBOUND_FROM,
  INBOUND_SELECT,
  inboundView,
  type InboundMailRow,
  type InboundMailView,
} from './inbound-view.js';

export interface InboundMailFilter {
  readonly states?: readonly InboundMailRow['state'][] | null;
  readonly tenantId?: string | null;
  readonly ticketId?: string | null;
}

const PAGE = statement<InboundMailRow>(
  'inbound-mail-page',
  `${INBOUND_SELECT} ${INBOUND_FROM}
   where i.provider_id = $1 and ($2::text[] is null or i.state = any ($2)) and ($3::uuid is null or i.tenant_id = $3)
     and ($4::uuid is null or i.ticket_id = $4)
     and ($5::timestamptz is null or (i.received_at, i.inbound_id) < ($5, $6::uuid))
   order by i.received_at desc, i.inbound_id desc limit $7`,
);
const ONE = statement<InboundMailRow>(
  'inbound-mail',
  `${INBOUND_SELECT} ${INBOUND_FROM} where i.provider_id = $1 and i.inbound_id = $2`,
);

interface Words {
  readonly body_text: string;
  readonly shown_text: string;
  readonly body_html: string | null;
  readonly attachments: readonly { readonly name: string; readonly mediaType: string; readonly sizeBytes: number }[];
}

const CONTENT = statement<InboundMailRow & Words>(
  'inbound-mail-content',
  `${INBOUND_SELECT}, i.body_text, i.shown_text, i.body_html, i.attachments ${INBOUND_FROM}
   where i.provider_id = $1 and i.inbound_id = $2`,
);
const HELD = statement<{ count: number }>(
  'inbound-mail-held',
  `select count(*)::int as count from (
     select 1 from mail_inbound where provider_id = $1 and state = 'QUARANTINED' limit 100) held`,
);

/** Mail that came in, newest first, of the clients in reach. Throws BAD_INPUT for a foreign cursor or page size. */
export async function inboundMails(
  tx: Tx<StaffScope>,
  { states, tenantId, ticketId }: InboundMailFilter,
  page: ForwardPage,
): Promise<Connection<InboundMailView>> {
  const after = keysOf(page.after, 2);
  const behind = after === null ? [null, null] : [timestamp(Number(after[0])), after[1]];
  const asked = [tenantId, ticketId].flatMap((id) => id ?? []);
  const limit = pageSize(page.first) + 1;
  const values = [tx.scope.providerId, states ?? null, tenantId ?? null, ticketId ?? null, ...behind, limit];
  const rows = asked.every(isId) ? await tx.query(PAGE, values) : [];
  return connectionOf(rows, page, { keys: (row) => [row.received_at, row.inbound_id], node: inboundView });
}

/** One mail without its words; null: none, or not the reader's to see. */
export async function inboundMail(tx: Tx<StaffScope>, id: string): Promise<InboundMailView | null> {
  const [row] = await tx.query(ONE, [tx.scope.providerId, id]);
  return row === undefined ? null : inboundView(row);
}

/** One mail with its words, for `InboundMailContent`; null: none, or not the reader's to see. */
export async function inboundMailContent(tx: Tx<StaffScope>, id: string) {
  if (!isId(id)) return null;
  const [row] = await tx.query(CONTENT, [tx.scope.providerId, id]);
  if (row === undefined) return null;
  const { body_text: text, shown_text: shownText, body_html: html, attachments } = row;
  return { mail: inboundView(row), text, shownText, html, attachments };
}

/** How many mails wait for a person; counts to 100. */
export async function quarantineCount(tx: Tx<StaffScope>): Promise<number> {
  const [row] = await tx.query(HELD, [tx.scope.providerId]);
  return row?.count ?? 0;
}
