import { isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import { TicketAttachmentRow } from '../model/ticket-attachment.row.js';
import type { InputFault } from '../use-cases/outcome.js';

const FREE = statement<{ found: number }>(
  'ticket-files-free',
  `select count(*)::int as found from file f
   where f.provider_id = $1 and f.file_id = any ($2::uuid[]) and f.uploaded_by is not distinct from $3 and f.audience = 'LINKED'
     and not exists (select 1 from ticket_attachment a where a.provider_id = $1 and a.file_id = f.file_id)`,
);

/** What files hang on. */
export interface AttachTo {
  readonly tenantId: string;
  readonly ticketId: string;
  /** null: the opening. */
  readonly messageId: string | null;
}

/** Only what one uploaded oneself and hung on nothing yet can be attached. */
export async function unknownFiles(tx: Tx, fileIds: readonly string[]): Promise<readonly InputFault[]> {
  if (fileIds.length === 0) return [];
  const [row] = await tx.query(FREE, [tx.scope.providerId, fileIds.filter(isId), tx.scope.personId]);
  return row?.found === new Set(fileIds).size ? [] : [{ path: 'fileIds', kind: 'UNKNOWN_FILE' }];
}

/** Hangs files on a ticket or message whose row is already written. */
export async function attachFiles(tx: Tx, to: AttachTo, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  const { providerId } = tx.scope;
  const rows = [...new Set(fileIds)].map((fileId) => ({ ...to, providerId, fileId, attachedAt: tx.now }));
  await tx.rows.insert(TicketAttachmentRow, rows);
}
