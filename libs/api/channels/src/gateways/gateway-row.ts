import { statement, type Tx } from '@daylight/api-database';
import { forGateway, unseal } from '../sealing.js';
import { parseTemplate, type GatewayTemplate } from './template.js';

export interface GatewayInUse {
  readonly gatewayId: string;
  readonly reportVersion: number;
  readonly template: GatewayTemplate;
  readonly secrets: Readonly<Record<string, string>>;
}

interface GatewayRow {
  readonly gateway_id: string;
  readonly report_version: number;
  readonly template: unknown;
  readonly secrets: readonly { readonly name: string; readonly sealed: string }[];
}

const SELECT = `select g.gateway_id, g.report_version, g.template, coalesce((
    select jsonb_agg(jsonb_build_object('name', s.name, 'sealed', encode(s.sealed, 'base64')) order by s.name)
    from gateway_secret s where s.provider_id = g.provider_id and s.gateway_id = g.gateway_id), '[]') as secrets
  from channel_gateway g where g.provider_id = $1`;
const OF_CHANNEL = statement<GatewayRow>('gateway-of-channel', `${SELECT} and g.channel = $2 and g.active`);
const BY_ID = statement<GatewayRow>('gateway-by-id', `${SELECT} and g.gateway_id = $2`);

/** A gateway with its secrets opened; one that can't be opened is empty, so that the gateway refuses it and says so. */
function inUse(tx: Tx, row: GatewayRow | undefined, secret: string): GatewayInUse | null {
  if (row === undefined) return null;
  const parsed = parseTemplate(row.template);
  if (parsed.kind === 'faults') return null;
  const { gateway_id: gatewayId, report_version: reportVersion } = row;
  const opened = row.secrets.map(({ name, sealed }) => {
    const bound = forGateway(tx.scope.providerId, gatewayId, name);
    return [name, unseal(secret, bound, Buffer.from(sealed, 'base64')) ?? ''] as const;
  });
  return { gatewayId, reportVersion, template: parsed.template, secrets: Object.fromEntries(opened) };
}

/** The gateway that delivers a channel; null: nothing does. */
export async function gatewayOf(tx: Tx, channel: string, secret: string): Promise<GatewayInUse | null> {
  const [row] = await tx.query(OF_CHANNEL, [tx.scope.providerId, channel]);
  return inUse(tx, row, secret);
}

/** A gateway in use or not, for somebody who tries it. */
export async function gatewayById(tx: Tx, gatewayId: string, secret: string): Promise<GatewayInUse | null> {
  const [row] = await tx.query(BY_ID, [tx.scope.providerId, gatewayId]);
  return inUse(tx, row, secret);
}
