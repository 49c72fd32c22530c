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
import type { PersonScope, StaffScope } from '@daylight/api-platform';
import type { Instant, LocalizedText } from '@daylight/domain';
import { instantJson, personJson } from '../sql/json.js';
import { judgements, type Judged } from './judge.js';

interface AnnouncementJson {
  readonly ordinal: number;
  readonly announcedAt: Instant;
  readonly announcedBy: unknown;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly reason: string | null;
  readonly deliveredAt: Instant | null;
  readonly recipients: number;
  readonly delivered: number;
}

interface Row {
  readonly window_id: string;
  readonly tenant_id: string;
  readonly tenant_name: string;
  readonly kind: 'PLANNED' | 'EMERGENCY';
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly starts_at: Instant;
  readonly ends_at: Instant;
  readonly started_at: Instant | null;
  readonly ended_at: Instant | null;
  readonly cancelled_at: Instant | null;
  readonly cancel_reason: string | null;
  readonly version: number;
  readonly services: readonly { readonly serviceItemId: string; readonly name: LocalizedText }[];
  readonly announcements: readonly AnnouncementJson[];
}

const COUNT = (more: string): string =>
  `(select count(*)::int from maintenance_notice k where k.provider_id = a.provider_id and k.window_id = a.window_id and k.ordinal = a.ordinal${more})`;
const SELECT = `select w.window_id, w.tenant_id, n.name as tenant_name, w.kind, jsonb_build_object('ko', w.title_ko, 'en', w.title_en) as title,
    jsonb_build_object('ko', w.description_ko, 'en', w.description_en) as description, w.starts_at, w.ends_at, w.started_at, w.ended_at,
    w.cancelled_at, w.cancel_reason, w.version,
    (select jsonb_agg(jsonb_build_object('serviceItemId', s.service_item_id, 'name', jsonb_build_object('ko', i.name_ko, 'en', i.name_en)) order by i.code)
      from maintenance_service s join service_item i on i.provider_id = s.provider_id and i.service_item_id = s.service_item_id
      where s.provider_id = w.provider_id and s.window_id = w.window_id) as services,
    (select jsonb_agg(jsonb_build_object('ordinal', a.ordinal, 'announcedAt', ${instantJson('a.at')}, 'announcedBy', ${personJson('a.provider_id', 'a.person_id')},
        'startsAt', ${instantJson('a.starts_at')}, 'endsAt', ${instantJson('a.ends_at')}, 'reason', a.reason, 'deliveredAt', ${instantJson('a.delivered_at')},
        'recipients', ${COUNT('')}, 'delivered', ${COUNT(` and k.state = 'DELIVERED'`)}) order by a.ordinal)
      from maintenance_announcement a where a.provider_id = w.provider_id and a.window_id = w.window_id) as announcements
  from maintenance_window w join tenant n on n.provider_id = w.provider_id and n.tenant_id = w.tenant_id`;
const ONE = statement<Row>('maintenance-window', `${SELECT} where w.provider_id = $1 and w.window_id = $2`);
const PAGE = statement<Row>(
  'maintenance-windows',
  `${SELECT} where (w.provider_id, w.window_id) in (
     select p.provider_id, p.window_id from maintenance_window p where p.provider_id = $1 and ($2::uuid is null or p.tenant_id = $2)
       and (not $3::boolean or p.cancelled_at is null and p.ended_at is null and (p.ends_at > $7 or p.started_at is not null))
       and ($4::timestamptz is null or (p.starts_at, p.window_id) < ($4, $5::uuid))
     order by p.starts_at desc, p.window_id desc limit $6)
   order by w.starts_at desc, w.window_id desc`,
);
const SINCE = statement<Row>(
  'maintenance-since',
  `${SELECT} where (w.provider_id, w.window_id) in (
     select p.provider_id, p.window_id from maintenance_window p where p.provider_id = $1 and p.tenant_id = $2 and p.ends_at > $3
     order by p.starts_at desc, p.window_id desc limit 100)
   order by w.starts_at desc, w.window_id desc`,
);

type State = 'ANNOUNCED' | 'RUNNING' | 'ENDED' | 'CANCELLED';

/** Nobody has to press a button for a window to be over; work that was begun goes on until somebody ends it. */
export function windowState(
  row: Pick<Row, 'cancelled_at' | 'started_at' | 'ended_at' | 'ends_at' | 'starts_at'>,
  now: Instant,
): State {
  if (row.cancelled_at !== null) return 'CANCELLED';
  if (row.ended_at !== null) return 'ENDED';
  if (row.started_at !== null) return 'RUNNING';
  if (now >= row.ends_at) return 'ENDED';
  return now >= row.starts_at ? 'RUNNING' : 'ANNOUNCED';
}

function view(row: Row, judged: Judged, now: Instant) {
  const state = windowState(row, now);
  const over = row.ended_at ?? (row.started_at !== null && state === 'RUNNING' ? now : row.ends_at);
  const overrun = row.cancelled_at !== null || row.kind === 'EMERGENCY' ? 0 : Math.max(0, over - row.ends_at);
  return {
    ...{ id: row.window_id, tenantId: row.tenant_id, tenantName: row.tenant_name, kind: row.kind, state },
    ...{ title: row.title, description: row.description, startsAt: row.starts_at, endsAt: row.ends_at },
    services: row.services.map((service) => ({ ...service, judgement: judged(row.window_id, service.serviceItemId) })),
    ...{ startedAt: row.started_at, endedAt: row.ended_at, overrunSeconds: Math.floor(overrun / 1_000) },
    ...{
      cancelledAt: row.cancelled_at,
      cancelReason: row.cancel_reason,
      announcements: row.announcements,
      version: row.version,
    },
  };
}

/** `MaintenanceWindow` of the schema. */
export type WindowView = ReturnType<typeof view>;

interface Shown {
  readonly row: Row;
  readonly view: WindowView;
}

async function shown(tx: Tx<PersonScope>, rows: readonly Row[]): Promise<readonly Shown[]> {
  const judged = await judgements(tx, rows);
  return rows.map((row) => ({ row, view: view(row, judged, tx.now) }));
}

/** One window; null: none in reach. */
export async function windowById(tx: Tx<PersonScope>, windowId: string): Promise<WindowView | null> {
  const rows = isId(windowId) ? await tx.query(ONE, [tx.scope.providerId, windowId]) : [];
  return (await shown(tx, rows))[0]?.view ?? null;
}

/** The client's windows that end after `since`, latest first, at most a hundred. */
export async function windowsSince(
  tx: Tx<PersonScope>,
  tenantId: string,
  since: Instant,
): Promise<readonly WindowView[]> {
  const rows = await tx.query(SINCE, [tx.scope.providerId, tenantId, timestamp(since)]);
  return (await shown(tx, rows)).map((each) => each.view);
}

/** Windows in reach, the latest start first. */
export async function windowPage(
  tx: Tx<StaffScope>,
  args: ForwardPage & { readonly tenantId?: string | null; readonly upcomingOnly: boolean },
): Promise<Connection<WindowView>> {
  const asked = { first: pageSize(args.first), after: args.after ?? null };
  const { tenantId = null, upcomingOnly } = args;
  const [at = null, id = null] = keysOf(asked.after, 2) ?? [];
  const after = typeof at === 'number' ? timestamp(at) : null;
  const values = [tx.scope.providerId, tenantId, upcomingOnly, after, id, asked.first + 1, timestamp(tx.now)];
  const rows = tenantId !== null && !isId(tenantId) ? [] : await tx.query(PAGE, values);
  return connectionOf(await shown(tx, rows), asked, {
    keys: ({ row }) => [row.starts_at, row.window_id],
    node: (each) => each.view,
  });
}
