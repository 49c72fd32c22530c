import { inputRefused, isId, notFoundResult, type InputRefused, type NotFound } from '@daylight/api-calendars';
import { recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, newToken, tokenHash, type StaffScope } from '@daylight/api-platform';
import { armSilence } from '../apply/silence.js';
import { sourceSecret } from '../receive/secret.js';
import { mappingOfInput, sourceProblems, type SourceInput } from './source-input.js';
import { sourceRow, sourceView, vendorOf, type SourceRow, type SourceView } from './source-view.js';

/** Where sources are told to send to, and what their secrets are derived of. */
export interface IntakeSetting {
  readonly origin: string;
  readonly secret: string;
}

export interface SourceSaved {
  readonly __typename: 'AlertSourceSaved';
  readonly source: SourceView;
  readonly url: string | null;
  readonly secret: string | null;
}

export type SaveSourceResult =
  | SourceSaved
  | { readonly __typename: 'AlertSourceChangedMeanwhile'; readonly current: SourceView }
  | InputRefused
  | NotFound;

const KNOWN = statement<{ tenant: boolean; service: boolean }>(
  'alert-source-known',
  `select exists (select 1 from tenant where provider_id = $1 and tenant_id = $2) as tenant,
     exists (select 1 from service_item where provider_id = $1 and service_item_id = $3) as service`,
);
const INSERT = statement(
  'alert-source-add',
  `insert into alert_source (provider_id, source_id, updated_by, tenant_id, vendor, key_hash, key_hint, service_item_id, name, auth, group_by,
     group_labels, ticket_from, ticket_limit, mapping, heartbeat_minutes, per_minute, max_bytes, active, secret_version, created_at, updated_at)
   values ($1, $2, $4, $16, $17, $18, $19, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $20, $21, $3, $3)`,
);
const UPDATE = statement<{ version: number }>(
  'alert-source-change',
  `update alert_source set updated_at = $3, updated_by = $4, service_item_id = $5, name = $6, auth = $7, group_by = $8, group_labels = $9,
     ticket_from = $10, ticket_limit = $11, mapping = $12, heartbeat_minutes = $13, per_minute = $14, max_bytes = $15, active = $17,
     secret_version = greatest(secret_version, $18), version = version + 1
   where provider_id = $1 and source_id = $2 and version = $16 returning version`,
);
const RENEW_KEY = statement(
  'alert-source-renew-key',
  `update alert_source set key_hash = $5, key_hint = $6, version = version + 1, updated_at = $3, updated_by = $4
   where provider_id = $1 and source_id = $2`,
);
const RENEW_SECRET = statement(
  'alert-source-renew-secret',
  `update alert_source set secret_version = secret_version + 1, version = version + 1, updated_at = $3, updated_by = $4
   where provider_id = $1 and source_id = $2`,
);

const addressOf = (origin: string, key: string, vendor: string): string =>
  `${origin.replace(/\/+$/, '')}/intake/${key}/${vendor.toLowerCase().replaceAll('_', '-')}`;

/** What both statements write, from the third value on. */
function common(tx: Tx<StaffScope>, id: string, input: SourceInput): readonly unknown[] {
  const labels = input.grouping === 'LABELS' ? input.groupLabels : [];
  const mapping = input.vendor === 'GENERIC' ? mappingOfInput(input.mapping) : null;
  return [
    ...[
      tx.scope.providerId,
      id,
      timestamp(tx.now),
      tx.scope.personId,
      input.serviceItemId,
      input.name.trim(),
      input.auth,
    ],
    ...[input.grouping, labels, input.ticketFrom, input.ticketLimit, mapping === null ? null : JSON.stringify(mapping)],
    ...[input.heartbeatMinutes ?? null, input.perMinute, input.maxBytes],
  ];
}

async function audit(
  tx: Tx<StaffScope>,
  action: string,
  { source_id: objectId, tenant_id: tenantId }: SourceRow,
): Promise<void> {
  await recordAudit(tx, { action, objectType: 'alert-source', objectId, tenantId });
}

/** Adds a source, with a key shown this once and the secret it may need, or changes one. Writes nothing when refused. */
export async function saveSource(
  tx: Tx<StaffScope>,
  input: SourceInput,
  setting: IntakeSetting,
): Promise<SaveSourceResult> {
  const { sourceId = null, tenantId, serviceItemId } = input;
  const vendor = vendorOf(input.vendor);
  const before = sourceId !== null && isId(sourceId) ? await sourceRow(tx, sourceId) : null;
  if ((sourceId !== null && before === null) || vendor === null) return notFoundResult('source');
  if (before !== null && (before.tenant_id !== tenantId || before.vendor !== vendor)) return notFoundResult('source');
  const problems = sourceProblems(input, tx.scope.language);
  if (problems.length > 0) return inputRefused(problems);
  if (!isId(tenantId) || !isId(serviceItemId)) return notFoundResult('tenant');
  const [known] = await tx.query(KNOWN, [tx.scope.providerId, tenantId, serviceItemId]);
  if (known?.tenant !== true || !known.service) return notFoundResult(known?.tenant === true ? 'service' : 'tenant');
  const needsSecret = input.auth !== 'KEY' && (before?.secret_version ?? 0) === 0;
  const id = before?.source_id ?? newId();
  const key = before === null ? newToken() : null;
  const written =
    key === null ? await change(tx, id, input, needsSecret) : await add(tx, id, input, { key, vendor, needsSecret });
  const row = await sourceRow(tx, id);
  if (row === null) return notFoundResult('source');
  if (!written) return { __typename: 'AlertSourceChangedMeanwhile', current: sourceView(row, tx.now) };
  await audit(tx, before === null ? 'alert-source.add' : 'alert-source.change', row);
  if (row.active) await armSilence(tx, { sourceId: id, tenantId, heartbeatMinutes: row.heartbeat_minutes }, tx.now);
  return {
    ...{ __typename: 'AlertSourceSaved', source: sourceView(row, tx.now) },
    url: key === null ? null : addressOf(setting.origin, key, vendor),
    secret: needsSecret ? sourceSecret(setting.secret, id, row.secret_version) : null,
  };
}

async function add(
  tx: Tx<StaffScope>,
  id: string,
  input: SourceInput,
  { key, vendor, needsSecret }: { readonly key: string; readonly vendor: string; readonly needsSecret: boolean },
): Promise<boolean> {
  const own = [input.tenantId, vendor, tokenHash(key), key.slice(-4), input.active, needsSecret ? 1 : 0];
  await tx.query(INSERT, [...common(tx, id, input), ...own]);
  return true;
}

async function change(tx: Tx<StaffScope>, id: string, input: SourceInput, needsSecret: boolean): Promise<boolean> {
  const own = [input.expectedVersion ?? 0, input.active, needsSecret ? 1 : 0];
  return (await tx.query(UPDATE, [...common(tx, id, input), ...own])).length === 1;
}

/** A new key or secret; the old one stops working at once. */
export async function renewSource(
  tx: Tx<StaffScope>,
  { sourceId, renew }: { readonly sourceId: string; readonly renew: 'KEY' | 'SECRET' },
  setting: IntakeSetting,
): Promise<SourceSaved | NotFound> {
  const before = isId(sourceId) ? await sourceRow(tx, sourceId) : null;
  if (before === null) return notFoundResult('source');
  const key = renew === 'KEY' ? newToken() : null;
  const by = [tx.scope.providerId, sourceId, timestamp(tx.now), tx.scope.personId];
  if (key === null) await tx.query(RENEW_SECRET, by);
  else await tx.query(RENEW_KEY, [...by, tokenHash(key), key.slice(-4)]);
  const row = (await sourceRow(tx, sourceId)) ?? before;
  await audit(tx, renew === 'KEY' ? 'alert-source.renew-key' : 'alert-source.renew-secret', row);
  return {
    ...{ __typename: 'AlertSourceSaved', source: sourceView(row, tx.now) },
    url: key === null ? null : addressOf(setting.origin, key, row.vendor),
    secret: key === null ? sourceSecret(setting.secret, sourceId, row.secret_version) : null,
  };
}
