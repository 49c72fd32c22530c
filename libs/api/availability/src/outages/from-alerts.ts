import { enqueue, statement, timestamp, type Subscriber, type Tx } from '@daylight/api-database';
import { newId, type SystemScope } from '@daylight/api-platform';
import { opensTicket, type Instant, type Severity, type TicketFrom } from '@daylight/domain';
import { outageTitle } from '../messages.js';
import { insertOutage, lockOutage, recordChange, updateOutage, type OutageRow } from './outage-rows.js';
import { followSilence } from './silence.js';

export const OUTAGE_SETTLE_QUEUE = 'outage-settle';

interface Firing {
  readonly alert_id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly ticket_id: string | null;
  readonly suppressed: boolean;
  readonly fired_at: Instant;
  /** Next recovery after it; null: it fires. */
  readonly recovered_at: Instant | null;
  /** A recovery isn't believed before (flapping). */
  readonly settled_at: Instant | null;
  /** The outage it is part of already. */
  readonly outage_id: string | null;
  readonly known_recovered_at: Instant | null;
}

interface Source {
  readonly tenant_id: string;
  readonly service_item_id: string;
  readonly down_from: TicketFrom;
  readonly degraded_from: TicketFrom;
}

/** The source is locked: its firings become outages in one transaction after the other. */
const SOURCE = statement<Source>(
  'outage-source',
  `select s.tenant_id, s.service_item_id, coalesce(r.down_from, 'CRITICAL') as down_from, coalesce(r.degraded_from, 'NEVER') as degraded_from
   from alert_source s left join outage_rule r on r.provider_id = s.provider_id and r.source_id = s.source_id
   where s.provider_id = $1 and s.source_id = $2 for no key update of s`,
);
/** Firings that no outage knows of, or whose end none knows of. Silence of the source itself is no outage. */
const FIRINGS = statement<Firing>(
  'outage-firings',
  `select a.alert_id, a.title, a.severity, a.ticket_id, a.suppressed_at is not null as suppressed, c.at as fired_at, e.at as recovered_at,
     case when a.state = 'RECOVERED' then a.settled_at end as settled_at, k.outage_id, k.recovered_at as known_recovered_at
   from alert a
   join alert_change c on c.provider_id = a.provider_id and c.alert_id = a.alert_id and c.kind = 'FIRED'
   left join lateral (select min(x.at) as at from alert_change x where x.provider_id = a.provider_id and x.alert_id = a.alert_id
     and x.kind = 'RECOVERED' and x.at >= c.at) e on true
   left join outage_alert k on k.provider_id = c.provider_id and k.alert_id = c.alert_id and k.fired_at = c.at
   where a.provider_id = $1 and a.source_id = $2 and a.fingerprint <> '*silent*' and a.last_at > $3
     and (k.alert_id is null or (k.recovered_at is null and e.at is not null))
   order by c.at, a.alert_id`,
);
const HOLDING = statement<{ outage_id: string }>(
  'outage-holding',
  `select outage_id from outage where provider_id = $1 and tenant_id = $2 and service_item_id = $3 and state = $4 and withdrawn_at is null
     and started_at <= $5 and (ended_at is null or ended_at >= $5) order by started_at desc limit 1`,
);
const ATTACH = statement(
  'outage-attach',
  `insert into outage_alert (provider_id, tenant_id, alert_id, fired_at, outage_id, recovered_at) values ($1, $2, $3, $4, $5, $6)
   on conflict (provider_id, alert_id, fired_at) do update set recovered_at = excluded.recovered_at`,
);
const STANDING = statement<{ standing: number; last: Instant | null; settles: Instant | null }>(
  'outage-standing',
  `select count(*) filter (where k.recovered_at is null)::int as standing, max(k.recovered_at) as last,
     max(a.settled_at) filter (where a.state = 'RECOVERED' and a.settled_at > $3) as settles
   from outage_alert k join alert a on a.provider_id = k.provider_id and a.alert_id = k.alert_id
   where k.provider_id = $1 and k.outage_id = $2`,
);

/** Firings of long ago were looked at when they came. */
const LOOKS_BACK_MS = 40 * 24 * 3_600_000;

/** What an alert says of its service by its source's rule; null: nothing. */
export function stateSaid(
  severity: Severity,
  { down_from: down, degraded_from: degraded }: Pick<Source, 'down_from' | 'degraded_from'>,
): OutageRow['state'] | null {
  if (opensTicket(severity, down)) return 'DOWN';
  return opensTicket(severity, degraded) ? 'DEGRADED' : null;
}

async function newOutage(
  tx: Tx<SystemScope>,
  source: Source,
  firing: Firing,
  state: OutageRow['state'],
): Promise<string> {
  const title = outageTitle(firing.title);
  const row = {
    ...{ outage_id: newId(), tenant_id: source.tenant_id, service_item_id: source.service_item_id, state },
    ...{
      title_ko: title.ko.slice(0, 300),
      title_en: title.en.slice(0, 300),
      started_at: firing.fired_at,
      ended_at: null,
    },
    ...{ asset_ids: [], ticket_ids: firing.ticket_id === null ? [] : [firing.ticket_id] },
    ...{ from_signals: true, opened_by: null, corrected: false },
  };
  await insertOutage(tx, row);
  await recordChange(tx, row, { kind: 'OPENED' });
  return row.outage_id;
}

/** The outage that a firing is part of: the one that goes on already, else a new one; null: it says nothing of the service. */
async function outageOf(tx: Tx<SystemScope>, source: Source, firing: Firing): Promise<string | null> {
  if (firing.outage_id !== null) return firing.outage_id;
  const state = stateSaid(firing.severity, source);
  if (state === null || firing.suppressed) return null;
  const of = [tx.scope.providerId, source.tenant_id, source.service_item_id, state, timestamp(firing.fired_at)];
  const [holding] = await tx.query(HOLDING, of);
  return holding?.outage_id ?? newOutage(tx, source, firing, state);
}

async function withTicket(tx: Tx<SystemScope>, outageId: string, ticketId: string | null): Promise<void> {
  if (ticketId === null) return;
  const row = await lockOutage(tx, outageId);
  if (row === null || row.ticket_ids.includes(ticketId)) return;
  await updateOutage(tx, { ...row, ticket_ids: [...row.ticket_ids, ticketId] });
}

/** Ends an outage whose alerts have all recovered, once that is believed; a person's word stands over signals. */
export async function settleOutage(tx: Tx<SystemScope>, outageId: string): Promise<void> {
  const row = await lockOutage(tx, outageId);
  if (row === null || row.ended_at !== null || row.withdrawn_at !== null || row.corrected) return;
  const [standing] = await tx.query(STANDING, [tx.scope.providerId, outageId, timestamp(tx.now)]);
  if (standing === undefined || standing.standing > 0 || standing.last === null) return;
  if (standing.settles !== null) {
    const { tenant_id: tenantId } = row;
    await enqueue(tx, [
      { queue: OUTAGE_SETTLE_QUEUE, tenantId, payload: { outageId }, runAt: standing.settles + 1, dedupeKey: outageId },
    ]);
    return;
  }
  const next = { ...row, ended_at: Math.max(row.started_at, standing.last) };
  await updateOutage(tx, next);
  await recordChange(tx, next, { kind: 'CLOSED' });
}

/** Makes outages of what a source's alerts have done since it was last looked at, however often it is called. */
export async function outagesFromAlerts(tx: Tx<SystemScope>, sourceId: string): Promise<void> {
  const { providerId } = tx.scope;
  const [source] = await tx.query(SOURCE, [providerId, sourceId]);
  if (source === undefined) return;
  await followSilence(tx, sourceId);
  const touched = new Set<string>();
  for (const firing of await tx.query(FIRINGS, [providerId, sourceId, timestamp(tx.now - LOOKS_BACK_MS)])) {
    const outageId = await outageOf(tx, source, firing);
    if (outageId === null) continue;
    const when = [timestamp(firing.fired_at), outageId, timestamp(firing.recovered_at)];
    await tx.query(ATTACH, [providerId, source.tenant_id, firing.alert_id, ...when]);
    await withTicket(tx, outageId, firing.ticket_id);
    touched.add(outageId);
  }
  for (const outageId of touched) await settleOutage(tx, outageId);
}

export const followAlerts: Subscriber = {
  name: 'availability.alerts',
  topics: ['alert.changed'],
  handle: async (tx, { ids }) => {
    const { sourceId } = ids;
    if (sourceId !== undefined) await outagesFromAlerts(tx, sourceId);
  },
};
