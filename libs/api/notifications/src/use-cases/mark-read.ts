import { inputRefused, isId, type InputRefused } from '@daylight/api-calendars';
import { appendEvents, statement, timestamp, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';
import { TOO_MANY_IDS } from '../messages.js';
import { unreadCount } from '../queries/notification-page.js';

const MOST_IDS = 100;
const MARK = statement<{ notification_id: string }>(
  'notification-mark',
  `update notification set read_at = $3
   where provider_id = $1 and person_id = $2 and read_at is null
     and ($4::uuid[] is null or notification_id = any ($4)) and ($5::timestamptz is null or created_at <= $5)
   returning notification_id`,
);

export interface MarkReadInput {
  readonly ids?: readonly string[] | null;
  readonly upTo?: Instant | null;
}

export type MarkReadResult =
  | { readonly __typename: 'NotificationsMarkedRead'; readonly marked: number; readonly unreadCount: number }
  | InputRefused;

/** Marks the reader's own notifications as read. An id that is nobody's or another's is passed over; `[]` marks nothing. */
export async function markNotificationsRead(tx: Tx<PersonScope>, input: MarkReadInput): Promise<MarkReadResult> {
  const ids = input.ids ?? null;
  if (ids !== null && ids.length > MOST_IDS) {
    return inputRefused([{ path: 'ids', kind: 'TOO_MANY', message: TOO_MANY_IDS[tx.scope.language] }]);
  }
  const upTo = ids === null ? timestamp(input.upTo ?? null) : null;
  const marked = await tx.query(MARK, [
    tx.scope.providerId,
    tx.scope.personId,
    timestamp(tx.now),
    ids === null ? null : ids.filter(isId),
    upTo,
  ]);
  if (marked.length > 0) {
    // The reader's other windows count anew.
    const { personId, tenantId } = tx.scope;
    await appendEvents(tx, [{ topic: 'notification.read', tenantId, ids: { personId } }]);
  }
  return { __typename: 'NotificationsMarkedRead', marked: marked.length, unreadCount: await unreadCount(tx) };
}
