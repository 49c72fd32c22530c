import { inputRefused, isId, notFoundResult, type InputRefused, type NotFound } from '@daylight/api-calendars';
import { recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, newToken, type StaffScope } from '@daylight/api-platform';
import { HOUR } from '@daylight/domain';
import { CHANNEL_FAULTS } from '../messages.js';
import { addressHint } from '../outbound/address-text.js';
import { forWebhook, seal } from '../sealing.js';
import { webhookProblems, type WebhookInput } from './webhook-input.js';
import { webhookRow, webhookView, type WebhookView } from './webhook-view.js';

/** What addresses and secrets are sealed with, and where they may lead. */
export interface ChannelSetting {
  readonly secret: string;
  readonly networks: readonly string[];
}

interface WebhookSaved {
  readonly __typename: 'WebhookSaved';
  readonly webhook: WebhookView;
  readonly secret: string | null;
}

export type SaveWebhookResult =
  | WebhookSaved
  | { readonly __typename: 'WebhookChangedMeanwhile'; readonly current: WebhookView }
  | InputRefused
  | NotFound;

const TENANT = statement('webhook-tenant', 'select 1 from tenant where provider_id = $1 and tenant_id = $2');
const INSERT = statement(
  'webhook-add',
  `insert into webhook (provider_id, webhook_id, tenant_id, name, url_sealed, url_hint, secret_sealed, format, language, topics, active,
     created_at, updated_at, updated_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13)`,
);
const UPDATE = statement<{ version: number }>(
  'webhook-change',
  `update webhook set name = $4, format = $5, language = $6, topics = $7, active = $8, updated_at = $9, updated_by = $10,
     version = version + 1, failures = 0, paused_until = null
   where provider_id = $1 and webhook_id = $2 and version = $3 returning version`,
);
const SET_URL = statement(
  'webhook-url',
  'update webhook set url_sealed = $3, url_hint = $4 where provider_id = $1 and webhook_id = $2',
);
/** The secret of now becomes the former one without anybody reading it: this role can't. */
const RETIRE = statement('webhook-retire-secret', 'select webhook_retire_secret($1, $2)');
const RENEW = statement(
  'webhook-renew-secret',
  `update webhook set secret_sealed = $3, version = version + 1, updated_at = $4, updated_by = $5
   where provider_id = $1 and webhook_id = $2`,
);

async function audit(
  tx: Tx<StaffScope>,
  action: string,
  { id: objectId, tenantId, format, topics, active }: WebhookView,
): Promise<void> {
  const after = { format, topics, active };
  await recordAudit(tx, { action, objectType: 'webhook', objectId, tenantId, after });
}

const sealedUrl = (tx: Tx, webhookId: string, url: string, { secret }: ChannelSetting): Buffer =>
  seal(secret, forWebhook(tx.scope.providerId, webhookId, 'url'), url);
const sealedSecret = (tx: Tx, webhookId: string, plain: string, { secret }: ChannelSetting): Buffer =>
  seal(secret, forWebhook(tx.scope.providerId, webhookId, 'secret'), plain);

async function add(tx: Tx<StaffScope>, id: string, input: WebhookInput, setting: ChannelSetting): Promise<string> {
  const plain = newToken();
  const url = (input.url ?? '').trim();
  const address = [sealedUrl(tx, id, url, setting), addressHint(url), sealedSecret(tx, id, plain, setting)];
  const about = [input.tenantId ?? null, input.name.trim(), ...address, input.format, input.language, input.topics];
  await tx.query(INSERT, [tx.scope.providerId, id, ...about, input.active, timestamp(tx.now), tx.scope.personId]);
  return plain;
}

async function change(tx: Tx<StaffScope>, id: string, input: WebhookInput, setting: ChannelSetting): Promise<boolean> {
  const { providerId, personId } = tx.scope;
  const { expectedVersion, format, language, topics, active } = input;
  const about = [input.name.trim(), format, language, topics, active, timestamp(tx.now), personId];
  const rows = await tx.query(UPDATE, [providerId, id, expectedVersion ?? 0, ...about]);
  const url = input.url?.trim();
  if (rows.length === 1 && url !== undefined)
    await tx.query(SET_URL, [providerId, id, sealedUrl(tx, id, url, setting), addressHint(url)]);
  return rows.length === 1;
}

/** Adds a webhook, with a secret shown this once, or changes one. Its client stays as it was made. Writes nothing when refused. */
export async function saveWebhook(
  tx: Tx<StaffScope>,
  input: WebhookInput,
  setting: ChannelSetting,
): Promise<SaveWebhookResult> {
  const { webhookId = null, tenantId = null } = input;
  const before = webhookId !== null && isId(webhookId) ? await webhookRow(tx, webhookId) : null;
  if (webhookId !== null && (before === null || before.tenant_id !== tenantId)) return notFoundResult('webhook');
  if (tenantId !== null && (!isId(tenantId) || (await tx.query(TENANT, [tx.scope.providerId, tenantId])).length === 0))
    return notFoundResult('tenant');
  const problems = webhookProblems(input, setting.networks, tx.scope.language);
  if (problems.length > 0) return inputRefused(problems);
  const id = before?.webhook_id ?? newId();
  const secret = before === null ? await add(tx, id, input, setting) : null;
  const written = before === null || (await change(tx, id, input, setting));
  const row = await webhookRow(tx, id);
  if (row === null) return notFoundResult('webhook');
  const webhook = webhookView(row, tx.now);
  if (!written) return { __typename: 'WebhookChangedMeanwhile', current: webhook };
  await audit(tx, before === null ? 'webhook.add' : 'webhook.change', webhook);
  return { __typename: 'WebhookSaved', webhook, secret };
}

const LONGEST_OVERLAP_HOURS = 168;

/** A new secret, shown this once; for so many hours the former one signs beside it, so that a receiver can change over. */
export async function renewWebhookSecret(
  tx: Tx<StaffScope>,
  { webhookId, overlapHours }: { readonly webhookId: string; readonly overlapHours: number },
  setting: ChannelSetting,
): Promise<WebhookSaved | InputRefused | NotFound> {
  if (!isId(webhookId) || (await webhookRow(tx, webhookId)) === null) return notFoundResult('webhook');
  if (overlapHours < 0 || overlapHours > LONGEST_OVERLAP_HOURS) {
    const message = CHANNEL_FAULTS.overlap[tx.scope.language];
    return inputRefused([{ path: 'overlapHours', kind: 'OUT_OF_RANGE', message }]);
  }
  const plain = newToken();
  const until = overlapHours === 0 ? null : timestamp(tx.now + overlapHours * HOUR);
  const sealed = sealedSecret(tx, webhookId, plain, setting);
  await tx.query(RETIRE, [webhookId, until]);
  await tx.query(RENEW, [tx.scope.providerId, webhookId, sealed, timestamp(tx.now), tx.scope.personId]);
  const row = await webhookRow(tx, webhookId);
  if (row === null) return notFoundResult('webhook');
  const webhook = webhookView(row, tx.now);
  await audit(tx, 'webhook.renew-secret', webhook);
  return { __typename: 'WebhookSaved', webhook, secret: plain };
}
