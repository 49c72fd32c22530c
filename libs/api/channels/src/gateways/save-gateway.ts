import {
  inputRefused,
  isId,
  notFoundResult,
  textProblems,
  unstorableTexts,
  type InputProblem,
  type InputRefused,
  type NotFound,
} from '@daylight/api-calendars';
import { recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, tokenHash, type StaffScope } from '@daylight/api-platform';
import type { Language } from '@daylight/domain';
import { CHANNEL_FAULTS, templateFaultText } from '../messages.js';
import { isSendable } from '../outbound/address-text.js';
import { forGateway, seal } from '../sealing.js';
import type { ChannelSetting } from '../webhooks/save-webhook.js';
import { gatewayRow, gatewayView, type GatewayView, type GatewayViewRow } from './gateway-view.js';
import type { GatewayChannel } from './presets.js';
import { templateFaults } from './render.js';
import { reportToken, reportUrl } from './report-address.js';
import { parseTemplate, type GatewayTemplate } from './template.js';

export interface GatewayInput {
  readonly gatewayId?: string | null;
  readonly expectedVersion?: number | null;
  readonly channel: GatewayChannel;
  readonly name: string;
  readonly preset: string;
  readonly template: unknown;
  readonly secrets: readonly { readonly name: string; readonly value?: string | null }[];
  readonly active: boolean;
}

interface GatewaySaved {
  readonly __typename: 'ChannelGatewaySaved';
  readonly gateway: GatewayView;
  readonly reportUrl: string | null;
}
export type SaveGatewayResult =
  | GatewaySaved
  | { readonly __typename: 'ChannelGatewayChangedMeanwhile'; readonly current: GatewayView }
  | InputRefused
  | NotFound;

export type GatewaySetting = ChannelSetting & { readonly origin: string };

const INSERT = statement(
  'gateway-add',
  `insert into channel_gateway (provider_id, gateway_id, channel, name, preset, template, active, report_hash, created_at, updated_at, updated_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)`,
);
const UPDATE = statement<{ version: number }>(
  'gateway-change',
  `update channel_gateway set name = $4, preset = $5, template = $6, active = $7, updated_at = $8, updated_by = $9, version = version + 1
   where provider_id = $1 and gateway_id = $2 and version = $3 returning version`,
);
const RETIRE = statement(
  'gateway-retire',
  'update channel_gateway set active = false where provider_id = $1 and channel = $2 and gateway_id <> $3 and active',
);
const DROP_SECRETS = statement(
  'gateway-secrets-drop',
  'delete from gateway_secret where provider_id = $1 and gateway_id = $2 and name = any ($3)',
);
const ADD_SECRET = statement(
  'gateway-secret-add',
  'insert into gateway_secret (provider_id, gateway_id, name, sealed) values ($1, $2, $3, $4)',
);
const RENEW = statement(
  'gateway-renew-report',
  `update channel_gateway set report_version = report_version + 1, report_hash = $3, version = version + 1, updated_at = $4, updated_by = $5
   where provider_id = $1 and gateway_id = $2`,
);

const PRESET = /^[A-Z][A-Z0-9_]{1,39}$/;
const SECRET_NAME = /^[a-zA-Z][a-zA-Z0-9_]{0,39}$/;
const MOST_SECRETS = 20;
const LONGEST_SECRET = 4_000;

function secretProblems({ secrets }: GatewayInput, language: Language): readonly InputProblem[] {
  const message = CHANNEL_FAULTS.secret[language];
  if (secrets.length > MOST_SECRETS || new Set(secrets.map(({ name }) => name)).size !== secrets.length)
    return [{ path: 'secrets', kind: 'TOO_MANY', message }];
  return secrets.flatMap(({ name, value }, index) => {
    const right = SECRET_NAME.test(name) && (value ?? '').length <= LONGEST_SECRET && (value ?? '').isWellFormed();
    return right ? [] : [{ path: `secrets[${index}]`, kind: 'BAD_FORMAT', message }];
  });
}

/** A template as somebody wrote it: what it is, or what is wrong with it in the reader's language. */
export function readTemplate(
  value: unknown,
  networks: readonly string[],
  language: Language,
): { readonly template: GatewayTemplate | null; readonly problems: readonly InputProblem[] } {
  const parsed = parseTemplate(value);
  const faults =
    parsed.kind === 'faults' ? parsed.faults : templateFaults(parsed.template, (url) => isSendable(url, networks));
  const problems = faults.map(({ path, kind, detail }): InputProblem => {
    const at = path === '' ? 'template' : `template.${path}`;
    return { path: at, kind, message: templateFaultText(kind, detail)[language] };
  });
  const template = parsed.kind === 'template' ? parsed.template : null;
  return {
    template,
    problems: template === null ? problems : [...problems, ...unstorableTexts(template, 'template', language)],
  };
}

async function writeSecrets(tx: Tx, gatewayId: string, { secrets }: GatewayInput, secret: string): Promise<void> {
  const { providerId } = tx.scope;
  if (secrets.length > 0) await tx.query(DROP_SECRETS, [providerId, gatewayId, secrets.map(({ name }) => name)]);
  for (const { name, value = null } of secrets) {
    if (value === null || value === '') continue;
    await tx.query(ADD_SECRET, [
      providerId,
      gatewayId,
      name,
      seal(secret, forGateway(providerId, gatewayId, name), value),
    ]);
  }
}

/** Written after another one of the channel went out of use: the database lets only one be in use. */
async function write(
  tx: Tx<StaffScope>,
  id: string,
  { before, input, template }: { before: GatewayViewRow | null; input: GatewayInput; template: GatewayTemplate },
  setting: GatewaySetting,
): Promise<boolean> {
  const { providerId, personId } = tx.scope;
  const about = [input.name.trim(), input.preset, JSON.stringify(template), input.active];
  if (before !== null && before.version !== (input.expectedVersion ?? 0)) return false;
  if (input.active) await tx.query(RETIRE, [providerId, input.channel, id]);
  if (before === null) {
    const hash = tokenHash(reportToken(setting.secret, id, 1));
    await tx.query(INSERT, [providerId, id, input.channel, ...about, hash, timestamp(tx.now), personId]);
  } else {
    const rows = await tx.query(UPDATE, [providerId, id, before.version, ...about, timestamp(tx.now), personId]);
    if (rows.length === 0) throw new Error('a gateway changed under its own lock');
  }
  await writeSecrets(tx, id, input, setting.secret);
  return true;
}

async function audit(tx: Tx<StaffScope>, action: string, { id, channel, active, preset }: GatewayView): Promise<void> {
  const after = { channel, active, preset };
  await recordAudit(tx, { action, objectType: 'gateway', objectId: id, tenantId: null, after });
}

const LOCK = statement(
  'gateways-lock',
  'select gateway_id from channel_gateway where provider_id = $1 and channel = $2 order by gateway_id for update',
);

/** Adds a gateway, with the address for its reports shown this once, or changes one. Writes nothing when refused. */
export async function saveGateway(
  tx: Tx<StaffScope>,
  input: GatewayInput,
  setting: GatewaySetting,
): Promise<SaveGatewayResult> {
  const { gatewayId = null } = input;
  const { language } = tx.scope;
  if (gatewayId !== null && !isId(gatewayId)) return notFoundResult('gateway');
  await tx.query(LOCK, [tx.scope.providerId, input.channel]);
  const before = gatewayId === null ? null : await gatewayRow(tx, gatewayId);
  if (gatewayId !== null && (before === null || before.channel !== input.channel)) return notFoundResult('gateway');
  const read = readTemplate(input.template, setting.networks, language);
  const preset: readonly InputProblem[] = PRESET.test(input.preset)
    ? []
    : [{ path: 'preset', kind: 'BAD_FORMAT', message: CHANNEL_FAULTS.preset[language] }];
  const named = textProblems(input.name, { path: 'name', max: 200, language });
  const problems = [...named, ...preset, ...read.problems, ...secretProblems(input, language)];
  if (problems.length > 0 || read.template === null) return inputRefused(problems);
  const id = before?.gateway_id ?? newId();
  const written = await write(tx, id, { before, input, template: read.template }, setting);
  const row = await gatewayRow(tx, id);
  if (row === null) return notFoundResult('gateway');
  const gateway = gatewayView(row);
  if (!written) return { __typename: 'ChannelGatewayChangedMeanwhile', current: gateway };
  await audit(tx, before === null ? 'gateway.add' : 'gateway.change', gateway);
  const address = before === null ? reportUrl(setting.origin, reportToken(setting.secret, id, 1)) : null;
  return { __typename: 'ChannelGatewaySaved', gateway, reportUrl: address };
}

/** Another address for reports, shown this once; the old one takes nothing any more. */
export async function renewReportUrl(
  tx: Tx<StaffScope>,
  { gatewayId }: { readonly gatewayId: string },
  setting: GatewaySetting,
): Promise<GatewaySaved | NotFound> {
  const before = isId(gatewayId) ? await gatewayRow(tx, gatewayId) : null;
  if (before === null) return notFoundResult('gateway');
  const token = reportToken(setting.secret, gatewayId, before.report_version + 1);
  const values = [tx.scope.providerId, gatewayId, tokenHash(token), timestamp(tx.now), tx.scope.personId];
  await tx.query(RENEW, values);
  const row = await gatewayRow(tx, gatewayId);
  if (row === null) return notFoundResult('gateway');
  await audit(tx, 'gateway.renew-report', gatewayView(row));
  return { __typename: 'ChannelGatewaySaved', gateway: gatewayView(row), reportUrl: reportUrl(setting.origin, token) };
}
