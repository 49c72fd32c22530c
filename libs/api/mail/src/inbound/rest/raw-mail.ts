import { isId } from '@daylight/api-calendars';
import { recordAudit, statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';

const RAW = statement<{ raw: Buffer; tenant_id: string | null }>(
  'mail-raw-read',
  `select r.raw, i.tenant_id from mail_inbound i
   join mail_inbound_raw r on r.provider_id = i.provider_id and r.inbound_id = i.inbound_id
   where i.provider_id = $1 and i.inbound_id = $2`,
);

/** A message byte by byte, for who may decide about it; that it was read stands in the audit trail. null: there is none. */
export async function rawMail(tx: Tx<StaffScope>, id: string): Promise<Buffer | null> {
  const [row] = isId(id) ? await tx.query(RAW, [tx.scope.providerId, id]) : [];
  if (row === undefined) return null;
  const about = { objectType: 'inbound-mail', objectId: id, tenantId: row.tenant_id };
  await recordAudit(tx, { action: 'mail.download', ...about, after: { sizeBytes: row.raw.length } });
  return row.raw;
}
