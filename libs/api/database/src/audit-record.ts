import { newId } from '@daylight/api-platform';
import { timestamp } from './instants.js';
import { statement } from './statement.js';
import type { Tx } from './tx.js';

const RECORD = statement(
  'audit-record',
  `insert into audit_entry (provider_id, entry_id, tenant_id, at, actor_side, actor_person_id, action, object_type, object_id, before, after, address, request_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

/** What was done to what. Personal values are referenced by id, never copied in (domain.md section 12). */
export interface AuditRecord {
  /** `noun.verb`, e.g. `contract.agree`. */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly tenantId: string | null;
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
}

/** Writes the audit entry in the acting transaction (G8). The sealer chains it within a second. */
export async function recordAudit(tx: Tx, record: AuditRecord): Promise<void> {
  await tx.query(RECORD, [
    tx.scope.providerId,
    newId(),
    record.tenantId,
    timestamp(tx.now),
    tx.scope.side,
    tx.scope.personId,
    record.action,
    record.objectType,
    record.objectId,
    record.before ?? null,
    record.after ?? null,
    tx.address,
    tx.requestId,
  ]);
}
