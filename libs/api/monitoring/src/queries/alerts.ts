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
import type { ClientScope, StaffScope } from '@daylight/api-platform';
import { gradesOfSeverity, type Instant, type Severity } from '@daylight/domain';

interface TriageRow {
  readonly alert_id: string;
  readonly source_id: string;
  readonly tenant_id: string;
  readonly group_key: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly state: 'FIRING' | 'RECOVERED';
  readonly fingerprint: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly link: string | null;
  readonly signals: number;
  readonly first_at: Instant;
  readonly last_at: Instant;
  readonly since: Instant;
  readonly flapping: boolean;
  readonly source_name: string;
  readonly tenant_name: string;
  readonly service_item_id: string;
  readonly name_ko: string;
  readonly name_en: string;
  readonly ticket_id: string | null;
  readonly ticket_key: string | null;
  readonly ticket_subject: string | null;
  readonly sharing: number;
  readonly claimed_by: string | null;
  readonly claimed_name: string | null;
  readonly snoozed_until: Instant | null;
  readonly suppress_reason: string | null;
  readonly maintenance_id: string | null;
  readonly version: number;
}

/** A ticket that its reader may not see is none (RLS on `ticket`). */
const SELECT = `select a.alert_id, a.source_id, a.tenant_id, a.group_key, a.title, a.description, a.severity, a.state, a.fingerprint,
    a.labels, a.link, a.signals, a.first_at, a.last_at, a.since, a.flapping, s.name as source_name, n.name as tenant_name,
    a.service_item_id, i.name_ko, i.name_en, t.ticket_id, n.prefix || '-' || t.number as ticket_key, t.subject as ticket_subject,
    case when a.state = 'FIRING' and a.ticket_id is null then (
      select count(*)::int from alert o where o.provider_id = a.provider_id and o.source_id = a.source_id and o.group_key = a.group_key
        and o.state = 'FIRING' and o.ticket_id is null and o.alert_id <> a.alert_id) else 0 end as sharing,
    a.claimed_by, (select d.display_name from directory_entry d where d.provider_id = a.provider_id and d.person_id = a.claimed_by limit 1)
      as claimed_name, a.snoozed_until, a.suppress_reason, a.maintenance_id, a.version
  from alert a
  join alert_source s on s.provider_id = a.provider_id and s.source_id = a.source_id
  join tenant n on n.provider_id = a.provider_id and n.tenant_id = a.tenant_id
  join service_item i on i.provider_id = a.provider_id and i.service_item_id = a.service_item_id
  left join ticket t on t.provider_id = a.provider_id and t.ticket_id = a.ticket_id`;

const ASIDE = `(a.suppressed_at is not null or a.snoozed_until > $7 or a.maintenance_id is not null)`;
const VIEWS = {
  TRIAGE: `a.state = 'FIRING' and a.ticket_id is null and not coalesce(${ASIDE}, false)`,
  FIRING: `a.state = 'FIRING'`,
  ASIDE: `a.state = 'FIRING' and a.ticket_id is null and ${ASIDE}`,
  ALL: 'true',
} as const;
export type AlertView = keyof typeof VIEWS;

function page(view: AlertView) {
  // Limited before the joins: each row costs look-ups of its own. $7 stands in every view, so that it has a type.
  return statement<TriageRow>(
    `triage-alerts-${view.toLowerCase()}`,
    `${SELECT} where (a.provider_id, a.alert_id) in (
       select a.provider_id, a.alert_id from alert a where a.provider_id = $1 and ${VIEWS[view]} and $7::timestamptz is not null
         and ($2::uuid is null or a.tenant_id = $2) and ($3::uuid is null or a.source_id = $3)
         and ($4::timestamptz is null or (a.last_at, a.alert_id) < ($4, $5::uuid))
       order by a.last_at desc, a.alert_id desc limit $6)
     order by a.last_at desc, a.alert_id desc`,
  );
}
const PAGES = { TRIAGE: page('TRIAGE'), FIRING: page('FIRING'), ASIDE: page('ASIDE'), ALL: page('ALL') } as const;
const ONE = statement<TriageRow>('triage-alert', `${SELECT} where a.provider_id = $1 and a.alert_id = $2`);

/** An alert as the console's triage has it. */
export function triageView(row: TriageRow) {
  const { severity, claimed_by: claimedBy } = row;
  const labels = Object.entries(row.labels).map(([name, value]) => ({ name, value }));
  return {
    ...{ id: row.alert_id, title: row.title, description: row.description, severity, state: row.state, labels },
    ...{
      fingerprint: row.fingerprint,
      link: row.link,
      signals: row.signals,
      firstAt: row.first_at,
      lastAt: row.last_at,
    },
    ...{
      since: row.since,
      flapping: row.flapping,
      sourceId: row.source_id,
      sourceName: row.source_name,
      tenantId: row.tenant_id,
    },
    ...{
      tenantName: row.tenant_name,
      serviceItemId: row.service_item_id,
      serviceName: { ko: row.name_ko, en: row.name_en },
    },
    ...{
      ...gradesOfSeverity(severity),
      ticketId: row.ticket_id,
      ticketKey: row.ticket_key,
      ticketSubject: row.ticket_subject,
    },
    claimedBy: claimedBy === null ? null : { id: claimedBy, displayName: row.claimed_name ?? '', side: 'PROVIDER' },
    ...{
      groupKey: row.group_key,
      sharing: row.sharing,
      snoozedUntil: row.snoozed_until,
      suppressReason: row.suppress_reason,
    },
    ...{ underMaintenance: row.maintenance_id !== null, version: row.version },
  };
}

const idOr = (id: string | null | undefined, nobody: string): string | null =>
  id == null ? null : isId(id) ? id : nobody;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Alerts in reach, the last heard of first. */
export async function triagePage(
  tx: Tx<StaffScope>,
  args: ForwardPage & {
    readonly view: AlertView;
    readonly tenantId?: string | null;
    readonly sourceId?: string | null;
  },
): Promise<Connection<ReturnType<typeof triageView>>> {
  const asked = { first: pageSize(args.first), after: args.after ?? null };
  const [at = null, id = null] = keysOf(asked.after, 2) ?? [];
  const after = typeof at === 'number' ? timestamp(at) : null;
  const of = [tx.scope.providerId, idOr(args.tenantId, NOBODY), idOr(args.sourceId, NOBODY)];
  const rows = await tx.query(PAGES[args.view], [...of, after, id, asked.first + 1, timestamp(tx.now)]);
  return connectionOf(rows, asked, { keys: (row) => [row.last_at, row.alert_id], node: triageView });
}

/** One alert; null: none in sight. */
export async function triageRow(tx: Tx<StaffScope>, alertId: string): Promise<TriageRow | null> {
  const [row] = isId(alertId) ? await tx.query(ONE, [tx.scope.providerId, alertId]) : [];
  return row ?? null;
}

export type { TriageRow };

interface ClientRow {
  readonly alert_id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly state: string;
  readonly service_name: { readonly ko: string; readonly en: string };
  readonly first_at: Instant;
  readonly last_at: Instant;
  readonly since: Instant;
  readonly ticket_id: string | null;
  readonly ticket_key: string | null;
}

const OF_CLIENT = statement<ClientRow>(
  'client-alerts',
  `select a.alert_id, a.title, a.severity, a.state, jsonb_build_object('ko', i.name_ko, 'en', i.name_en) as service_name, a.first_at, a.last_at,
     a.since, t.ticket_id, n.prefix || '-' || t.number as ticket_key
   from alert a
   join tenant n on n.provider_id = a.provider_id and n.tenant_id = a.tenant_id
   join service_item i on i.provider_id = a.provider_id and i.service_item_id = a.service_item_id
   left join ticket t on t.provider_id = a.provider_id and t.ticket_id = a.ticket_id
   where a.provider_id = $1 and a.tenant_id = $2 and (not $3::boolean or a.state = 'FIRING')
     and ($4::timestamptz is null or (a.last_at, a.alert_id) < ($4, $5::uuid))
   order by a.last_at desc, a.alert_id desc limit $6`,
);

function clientView(row: ClientRow) {
  return {
    ...{ id: row.alert_id, title: row.title, severity: row.severity, state: row.state, serviceName: row.service_name },
    ...{ firstAt: row.first_at, since: row.since, ticketId: row.ticket_id, ticketKey: row.ticket_key },
  };
}

/** What monitoring found wrong with the client's services, newest first. */
export async function clientAlerts(
  tx: Tx<ClientScope>,
  args: ForwardPage & { readonly firingOnly: boolean },
): Promise<Connection<ReturnType<typeof clientView>>> {
  const asked = { first: pageSize(args.first), after: args.after ?? null };
  const [at = null, id = null] = keysOf(asked.after, 2) ?? [];
  const after = typeof at === 'number' ? timestamp(at) : null;
  const values = [tx.scope.providerId, tx.scope.tenantId, args.firingOnly, after, id, asked.first + 1];
  return connectionOf(await tx.query(OF_CLIENT, values), asked, {
    keys: (row) => [row.last_at, row.alert_id],
    node: clientView,
  });
}
