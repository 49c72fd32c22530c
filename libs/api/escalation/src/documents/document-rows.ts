import { statement, timestamp, type Tx } from '@daylight/api-database';
import { isId, type StaffScope } from '@daylight/api-platform';
import type { EscalationPolicy, Instant, LocalizedText, OnCallSchedule } from '@daylight/domain';

export interface DocumentRow<T> {
  readonly id: string;
  readonly document: T;
  readonly archived: boolean;
  readonly version: number;
  readonly updated_at: Instant;
}

const SCHEDULES = statement<DocumentRow<OnCallSchedule>>(
  'on-call-schedule-list',
  `select schedule_id as id, document, archived, version, updated_at from on_call_schedule
   where provider_id = $1 and (not archived or $2) and ($3::uuid is null or schedule_id = $3) order by name_ko, schedule_id`,
);
/** Staff who serve some clients only don't see a policy that names contacts or contracts of others. */
const POLICIES = statement<DocumentRow<EscalationPolicy>>(
  'escalation-policy-list',
  `select policy_id as id, document, archived, version, updated_at from escalation_policy
   where provider_id = $1 and (not archived or $2) and ($3::uuid is null or policy_id = $3)
     and not exists (
       select 1 from jsonb_path_query(document, '$.**.contactId') named
       where not exists (select 1 from escalation_contact c where c.provider_id = $1 and c.contact_id::text = named #>> '{}'))
     and not exists (
       select 1 from jsonb_path_query(document, '$.scope.contractIds[*]') named
       where not exists (select 1 from contract c where c.provider_id = $1 and c.contract_id::text = named #>> '{}'))
   order by name_ko, policy_id`,
);
const SCHEDULE_ADD = statement(
  'on-call-schedule-add',
  `insert into on_call_schedule (provider_id, schedule_id, name_ko, name_en, document, archived, version, updated_at, updated_by)
   values ($1, $2, $3, $4, $5, $6, 1, $7, $8)`,
);
const POLICY_ADD = statement(
  'escalation-policy-add',
  `insert into escalation_policy (provider_id, policy_id, name_ko, name_en, document, archived, version, updated_at, updated_by)
   values ($1, $2, $3, $4, $5, $6, 1, $7, $8)`,
);
const SCHEDULE_CHANGE = statement<{ version: number }>(
  'on-call-schedule-change',
  `update on_call_schedule set name_ko = $3, name_en = $4, document = $5, archived = $6, updated_at = $7, updated_by = $8, version = version + 1
   where provider_id = $1 and schedule_id = $2 and version = $9 returning version`,
);
const POLICY_CHANGE = statement<{ version: number }>(
  'escalation-policy-change',
  `update escalation_policy set name_ko = $3, name_en = $4, document = $5, archived = $6, updated_at = $7, updated_by = $8, version = version + 1
   where provider_id = $1 and policy_id = $2 and version = $9 returning version`,
);
const KEEP = statement(
  'escalation-document-keep',
  `insert into escalation_document (provider_id, kind, document_id, version, document, archived, at, by_person)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export async function scheduleRows(tx: Tx, includeArchived: boolean, id: string | null = null) {
  if (id !== null && !isId(id)) return [];
  return tx.query(SCHEDULES, [tx.scope.providerId, includeArchived, id]);
}

export async function policyRows(tx: Tx, includeArchived: boolean, id: string | null = null) {
  if (id !== null && !isId(id)) return [];
  return tx.query(POLICIES, [tx.scope.providerId, includeArchived, id]);
}

const STATEMENTS = {
  SCHEDULE: { add: SCHEDULE_ADD, change: SCHEDULE_CHANGE },
  POLICY: { add: POLICY_ADD, change: POLICY_CHANGE },
} as const;

export interface Written {
  readonly kind: 'SCHEDULE' | 'POLICY';
  readonly document: { readonly id: string; readonly name: LocalizedText };
  readonly archived: boolean;
  /** null: a new one. */
  readonly expectedVersion: number | null;
}

/** Writes a document and keeps it in its history. False: it changed since `expectedVersion`, nothing was written. */
export async function writeDocument(tx: Tx<StaffScope>, written: Written): Promise<boolean> {
  const { kind, document, archived, expectedVersion } = written;
  const { providerId, personId } = tx.scope;
  const { id, name } = document;
  const values = [providerId, id, name.ko, name.en, JSON.stringify(document), archived, timestamp(tx.now), personId];
  const { add, change } = STATEMENTS[kind];
  if (expectedVersion === null) await tx.query(add, values);
  else if ((await tx.query(change, [...values, expectedVersion])).length === 0) return false;
  const version = expectedVersion === null ? 1 : expectedVersion + 1;
  const kept = [providerId, kind, id, version, JSON.stringify(document), archived, timestamp(tx.now), personId];
  await tx.query(KEEP, kept);
  return true;
}
