import { isId, notFoundResult, type InputProblem, type NotFound } from '@daylight/api-calendars';
import {
  connectionOf,
  enqueue,
  keysOf,
  pageSize,
  recordAudit,
  statement,
  timestamp,
  type Connection,
  type ForwardPage,
  type Tx,
} from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import type { Instant, Language, Signal } from '@daylight/domain';
import { sayReason } from '../messages.js';
import { INTAKE_QUEUE, SNS_QUEUE } from '../receive/received.js';
import { mappingOfInput, mappingProblems } from '../sources/source-input.js';
import { sourceRow, vendorOf } from '../sources/source-view.js';
import { isVendor, readBody, type BodyRead } from '../vendors/read-body.js';

interface DeliveryRow {
  readonly delivery_id: string;
  readonly source_id: string;
  readonly vendor: string;
  readonly received_at: Instant;
  readonly state: 'RECEIVED' | 'DONE' | 'DEAD';
  readonly reason: string | null;
  readonly detail: string | null;
  readonly alerts: number;
  readonly bytes: number;
  readonly content_type: string | null;
  readonly replays: number;
}

const COLUMNS =
  'd.delivery_id, d.source_id, d.vendor, d.received_at, d.state, d.reason, d.detail, d.alerts, d.bytes, d.content_type, d.replays';
const PAGE = statement<DeliveryRow>(
  'intake-delivery-page',
  `select ${COLUMNS} from intake_delivery d where d.provider_id = $1 and d.source_id = $2 and ($3::text is null or d.state = $3)
     and ($4::timestamptz is null or (d.received_at, d.delivery_id) < ($4, $5::uuid))
   order by d.received_at desc, d.delivery_id desc limit $6`,
);
const ONE = statement<
  DeliveryRow & { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer; readonly mapping: unknown }
>(
  'intake-delivery-detail',
  `select ${COLUMNS}, d.headers, d.body, s.mapping from intake_delivery d
   join alert_source s on s.provider_id = d.provider_id and s.source_id = d.source_id
   where d.provider_id = $1 and d.delivery_id = $2`,
);
const REPLAY = statement<{ delivery_id: string; vendor: string }>(
  'intake-replay',
  `update intake_delivery d set state = 'RECEIVED', reason = null, detail = null, settled_at = null, replays = d.replays + 1
   where d.provider_id = $1 and d.delivery_id in (
     select x.delivery_id from intake_delivery x where x.provider_id = $1 and x.source_id = $2 and x.state = 'DEAD'
       and x.reason <> 'TOO_LARGE' and ($3::uuid is null or x.delivery_id = $3)
     order by x.received_at desc, x.delivery_id desc limit 1000)
   returning d.delivery_id, d.vendor`,
);
const SHOWN_BYTES = 64 * 1024;
const SHOWN_SIGNALS = 100;

function deliveryView(row: DeliveryRow, language: Language) {
  return {
    ...{
      id: row.delivery_id,
      sourceId: row.source_id,
      receivedAt: row.received_at,
      state: row.state,
      reason: row.reason,
    },
    ...{ why: sayReason(row.reason, language), detail: row.detail === '' ? null : row.detail, alerts: row.alerts },
    ...{ bytes: row.bytes, contentType: row.content_type, replays: row.replays },
  };
}

const named = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([name, value]) => ({ name, value }));

function signalView({ labels, ...signal }: Signal) {
  return { ...signal, labels: named(labels) };
}

export interface PreviewView {
  readonly signals: readonly ReturnType<typeof signalView>[];
  readonly problem: string | null;
  readonly mappingProblems: readonly InputProblem[];
}

function previewOf(read: BodyRead, language: Language): PreviewView {
  if (read.kind === 'signals') {
    const problem = read.signals.length === 0 ? sayReason(read.note, language) : null;
    return { signals: read.signals.slice(0, SHOWN_SIGNALS).map(signalView), problem, mappingProblems: [] };
  }
  const words = sayReason(read.reason, language) ?? read.reason;
  return { signals: [], problem: read.detail === '' ? words : `${words} (${read.detail})`, mappingProblems: [] };
}

/** Deliveries of a source, newest first. */
export async function deliveryPage(
  tx: Tx<StaffScope>,
  args: ForwardPage & { readonly sourceId: string; readonly state?: string | null },
): Promise<Connection<ReturnType<typeof deliveryView>>> {
  const page = { first: pageSize(args.first), after: args.after ?? null };
  const [at = null, id = null] = keysOf(page.after, 2) ?? [];
  const after = typeof at === 'number' ? timestamp(at) : null;
  const sourceId = isId(args.sourceId) ? args.sourceId : null;
  const values = [tx.scope.providerId, sourceId, args.state ?? null, after, id, page.first + 1];
  return connectionOf(await tx.query(PAGE, values), page, {
    keys: (row) => [row.received_at, row.delivery_id],
    node: (row) => deliveryView(row, tx.scope.language),
  });
}

/** A delivery with its body and what it would be read as now; null: none in sight. */
export async function deliveryDetail(tx: Tx<StaffScope>, deliveryId: string) {
  const [row] = isId(deliveryId) ? await tx.query(ONE, [tx.scope.providerId, deliveryId]) : [];
  if (row === undefined) return null;
  const { language } = tx.scope;
  const read = isVendor(row.vendor) ? readBody(row.vendor, row.body, mappingOfInput(row.mapping)) : null;
  const body = row.body.subarray(0, SHOWN_BYTES).toString('utf8').replaceAll('\u0000', '\ufffd');
  const preview = read === null ? { signals: [], problem: null, mappingProblems: [] } : previewOf(read, language);
  return { delivery: deliveryView(row, language), headers: named(row.headers), body, preview };
}

/** What a body would be read as, by a vendor's rules and perhaps a mapping that isn't saved yet. */
export function previewSignals(
  tx: Tx<StaffScope>,
  { vendor: name, body, mapping }: { readonly vendor: string; readonly body: string; readonly mapping?: unknown },
): PreviewView {
  const { language } = tx.scope;
  const problems = mapping == null ? [] : mappingProblems(mapping, '', language);
  if (problems.length > 0) return { signals: [], problem: null, mappingProblems: problems };
  const vendor = vendorOf(name);
  if (vendor === null) return { signals: [], problem: null, mappingProblems: [] };
  return previewOf(readBody(vendor, Buffer.from(body), mappingOfInput(mapping)), language);
}

export type ReplayResult = { readonly __typename: 'DeliveriesReplayed'; readonly replayed: number } | NotFound;

/** Reads dead letters again, as received when they were received (D-TKT-1). */
export async function replayDeliveries(
  tx: Tx<StaffScope>,
  { sourceId, deliveryId }: { readonly sourceId: string; readonly deliveryId?: string | null },
): Promise<ReplayResult> {
  const source = isId(sourceId) ? await sourceRow(tx, sourceId) : null;
  if (source === null || (deliveryId != null && !isId(deliveryId))) return notFoundResult('source');
  const rows = await tx.query(REPLAY, [tx.scope.providerId, sourceId, deliveryId ?? null]);
  if (rows.length === 0 && deliveryId != null) return notFoundResult('delivery');
  const { tenant_id: tenantId } = source;
  const jobs = rows.map(({ delivery_id: id, vendor }) => ({
    ...{ queue: vendor === 'cloudwatch' ? SNS_QUEUE : INTAKE_QUEUE, tenantId, runAt: null, dedupeKey: id },
    payload: { deliveryId: id, sourceId },
  }));
  await enqueue(tx, jobs);
  const after = { deliveries: rows.length };
  await recordAudit(tx, {
    action: 'alert-source.replay',
    objectType: 'alert-source',
    objectId: sourceId,
    tenantId,
    after,
  });
  return { __typename: 'DeliveriesReplayed', replayed: rows.length };
}
