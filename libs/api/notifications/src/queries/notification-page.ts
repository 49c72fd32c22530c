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
import type { PersonScope } from '@daylight/api-platform';
import type { Instant, Language } from '@daylight/domain';
import type { NotificationKind } from '../kinds.js';
import { isClockKind, sentenceOf } from '../messages.js';

interface NotificationPageRow {
  readonly notification_id: string;
  readonly kind: NotificationKind;
  readonly tenant_id: string | null;
  readonly tenant_name: string | null;
  readonly ticket_id: string | null;
  readonly ticket_number: string | null;
  readonly ticket_subject: string | null;
  readonly contract_version_id: string | null;
  readonly review_id: string | null;
  readonly data: Readonly<Record<string, string>>;
  readonly created_at: Instant;
  readonly read_at: Instant | null;
}

/** Row-level security leaves the reader's own, of the tenants in reach, about tickets that they may still see. */
const PAGE = statement<NotificationPageRow>(
  'notification-page',
  `select n.notification_id, n.kind, n.tenant_id, t.name as tenant_name, n.ticket_id, t.prefix || '-' || k.number as ticket_number,
     k.subject as ticket_subject, n.contract_version_id, n.review_id, n.data, n.created_at, n.read_at
   from notification n
   left join tenant t on t.provider_id = n.provider_id and t.tenant_id = n.tenant_id
   left join ticket k on k.provider_id = n.provider_id and k.ticket_id = n.ticket_id
   where n.provider_id = $1 and n.person_id = $2 and (not $3::boolean or n.read_at is null)
     and ($4::timestamptz is null or (n.created_at, n.notification_id) < ($4, $5::uuid))
   order by n.created_at desc, n.notification_id desc limit $6`,
);
const UNREAD = statement<{ unread: number }>(
  'notification-unread',
  'select count(*)::integer as unread from notification where provider_id = $1 and person_id = $2 and read_at is null',
);

function titleOf(row: NotificationPageRow, language: Language): string {
  const clock = row.data['clock'] ?? '';
  return sentenceOf(
    {
      kind: row.kind,
      ticketNumber: row.ticket_number,
      clock: isClockKind(clock) ? clock : null,
      percent: row.data['percent'] ?? null,
      internal: row.data['internal'] === 'true',
      period: row.data['period'] ?? null,
      data: row.data,
    },
    language,
  );
}

function viewOf(row: NotificationPageRow, language: Language) {
  return {
    id: row.notification_id,
    kind: row.kind,
    title: titleOf(row, language),
    tenantId: row.tenant_id,
    tenantName: row.tenant_name,
    ticketId: row.ticket_id,
    ticketNumber: row.ticket_number,
    ticketSubject: row.ticket_subject,
    messageId: row.data['messageId'] ?? null,
    contractVersionId: row.contract_version_id,
    reviewId: row.review_id,
    createdAt: row.created_at,
    readAt: row.read_at,
  };
}

export type NotificationView = ReturnType<typeof viewOf>;

/** The reader's notifications, newest first. Throws BAD_INPUT for a foreign cursor or page size. */
export async function notificationPage(
  tx: Tx<PersonScope>,
  page: ForwardPage & { readonly unreadOnly?: boolean | null },
): Promise<Connection<NotificationView>> {
  const { providerId, personId, language } = tx.scope;
  const after = keysOf(page.after, 2);
  const rows = await tx.query(PAGE, [
    providerId,
    personId,
    page.unreadOnly ?? false,
    after === null ? null : timestamp(Number(after[0])),
    after === null ? null : after[1],
    pageSize(page.first) + 1,
  ]);
  return connectionOf(rows, page, {
    keys: (row) => [row.created_at, row.notification_id],
    node: (row) => viewOf(row, language),
  });
}

export async function unreadCount(tx: Tx<PersonScope>): Promise<number> {
  const [row] = await tx.query(UNREAD, [tx.scope.providerId, tx.scope.personId]);
  return row?.unread ?? 0;
}
