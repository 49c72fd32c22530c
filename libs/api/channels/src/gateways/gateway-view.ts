import { isId } from '@daylight/api-calendars';
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
import type { Instant } from '@daylight/domain';
import type { GatewayChannel } from './presets.js';

export interface GatewayViewRow {
  readonly gateway_id: string;
  readonly channel: GatewayChannel;
  readonly name: string;
  readonly preset: string;
  readonly template: { readonly reports?: unknown };
  readonly secret_names: readonly string[];
  readonly active: boolean;
  readonly report_version: number;
  readonly version: number;
  readonly last_sent_at: Instant | null;
  readonly last_error: string | null;
  readonly updated_at: Instant;
}

const SELECT = `select g.gateway_id, g.channel, g.name, g.preset, g.template, g.active, g.report_version, g.version, g.last_sent_at, g.last_error,
    g.updated_at, array(select s.name from gateway_secret s
      where s.provider_id = g.provider_id and s.gateway_id = g.gateway_id order by s.name) as secret_names
  from channel_gateway g where g.provider_id = $1`;
const ALL = statement<GatewayViewRow>(
  'gateways',
  `${SELECT} order by g.channel, g.active desc, g.name, g.gateway_id limit 200`,
);
const ONE = statement<GatewayViewRow>('gateway', `${SELECT} and g.gateway_id = $2`);

interface MessageRow {
  readonly message_id: string;
  readonly is_test: boolean;
  readonly address: string;
  readonly state: 'QUEUED' | 'SENT' | 'DELIVERED' | 'FAILED';
  readonly reference: string | null;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly response: string | null;
  readonly created_at: Instant;
  readonly reported_at: Instant | null;
}

const MESSAGES = statement<MessageRow>(
  'gateway-messages',
  `select message_id, is_test, address, state, reference, last_status, last_error, response, created_at, reported_at
   from gateway_message where provider_id = $1 and gateway_id = $2
     and ($3::timestamptz is null or (created_at, message_id) < ($3, $4::uuid))
   order by created_at desc, message_id desc limit $5`,
);

export function gatewayView(row: GatewayViewRow) {
  return {
    ...{ id: row.gateway_id, channel: row.channel, name: row.name, preset: row.preset, template: row.template },
    ...{ secretNames: row.secret_names, active: row.active, version: row.version, lastError: row.last_error },
    ...{ takesReports: (row.template.reports ?? null) !== null, lastSentAt: row.last_sent_at },
    updatedAt: row.updated_at,
  };
}

export type GatewayView = ReturnType<typeof gatewayView>;

/** Every gateway, those in use first. One statement however many. */
export async function gateways(tx: Tx): Promise<readonly GatewayView[]> {
  const rows = await tx.query(ALL, [tx.scope.providerId]);
  return rows.map(gatewayView);
}

/** One gateway; null: there is none. */
export async function gatewayRow(tx: Tx, gatewayId: string): Promise<GatewayViewRow | null> {
  const [row] = await tx.query(ONE, [tx.scope.providerId, gatewayId]);
  return row ?? null;
}

function messageView(row: MessageRow) {
  return {
    ...{ id: row.message_id, test: row.is_test, address: row.address, state: row.state, reference: row.reference },
    ...{ status: row.last_status, error: row.last_error, response: row.response },
    ...{ createdAt: row.created_at, reportedAt: row.reported_at },
  };
}

/** What a gateway was given for the clients in reach, newest first. Throws BAD_INPUT for a foreign cursor or page size. */
export async function gatewayMessages(
  tx: Tx,
  { gatewayId, ...page }: ForwardPage & { readonly gatewayId: string },
): Promise<Connection<ReturnType<typeof messageView>>> {
  const after = keysOf(page.after, 2);
  const from = after === null ? [null, null] : [timestamp(Number(after[0])), after[1]];
  const limit = pageSize(page.first) + 1;
  const rows = isId(gatewayId) ? await tx.query(MESSAGES, [tx.scope.providerId, gatewayId, ...from, limit]) : [];
  return connectionOf(rows, page, { keys: (row) => [row.created_at, row.message_id], node: messageView });
}
