import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { KpiKey } from '@daylight/domain';
import { seriesName, type PeriodsWanted, type Series, type SeriesPoint } from './rollup-series.js';

/**
 * Durations and shares of several periods in one statement over the facts; percentiles by nearest rank, which
 * `percentile_disc` is. The rules are those of libs/domain kpi/ticket-figures.ts, and a test holds both against each other.
 */
const SERIES = statement<SeriesRow>(
  'kpi-time-series',
  `with p as (
     select ord::integer as ord, from_ms, to_ms, to_timestamp(from_ms / 1000.0) as p_from, to_timestamp(to_ms / 1000.0) as p_to
     from unnest($3::bigint[], $4::bigint[]) with ordinality as u (from_ms, to_ms, ord)),
   f as materialized (
     select f.* from ticket_fact f
     where f.provider_id = $1 and f.tenant_id = $2 and f.opened_at < $6 and (f.unfinished or f.last_event_at >= $5)),
   asked as materialized (
     select a.party, a."askedAt" as asked, a."decidedAt" as decided, a."lapsedAt" as lapsed
     from f cross join lateral jsonb_to_recordset(f.approvals)
       as a (party text, "askedAt" bigint, "decidedAt" bigint, "lapsedAt" bigint)
     union all
     select a.party, (extract(epoch from a.asked_at) * 1000)::bigint, (extract(epoch from a.decided_at) * 1000)::bigint,
       (extract(epoch from a.lapsed_at) * 1000)::bigint
     from kpi_approvals($2, $5, $6) a),
   durations as (
     select p.ord, case c.kind when 'FIRST_RESPONSE' then 'FIRST_RESPONSE_TIME' else 'RESOLVE_TIME' end as key, c.used_ms as ms
     from f join ticket_clock c on c.provider_id = f.provider_id and c.ticket_id = f.ticket_id
       and c.kind in ('FIRST_RESPONSE', 'RESOLUTION') and c.state <> 'NONE'
     join p on c.met_at >= p.p_from and c.met_at < p.p_to
     union all
     select p.ord, 'RESTORE_TIME', (extract(epoch from f.restored_at - f.earliest_opened_at) * 1000)::bigint
     from f join p on f.restored_at >= p.p_from and f.restored_at < p.p_to
     union all
     select p.ord, 'CLIENT_REPLY_TIME', (r.v ->> 'answeredAt')::bigint - (r.v ->> 'askedAt')::bigint
     from f cross join lateral jsonb_array_elements(f.client_replies) as r (v)
     join p on (r.v ->> 'answeredAt')::bigint >= p.from_ms and (r.v ->> 'answeredAt')::bigint < p.to_ms
     union all
     select p.ord, a.party || '_APPROVAL_TIME', a.decided - a.asked
     from asked a join p on a.decided >= p.from_ms and a.decided < p.to_ms),
   acknowledged as (
     select p.ord, f.acknowledged_at < p.p_to as yes, (extract(epoch from f.acknowledged_at - f.opened_at) * 1000)::bigint as ms
     from f join p on f.opened_at >= p.p_from and f.opened_at < p.p_to
     where coalesce(f.acknowledged_at < p.p_to, false)
       or (coalesce(f.cancelled_at >= p.p_to, true) and coalesce(f.merged_at >= p.p_to, true))),
   moved as materialized (
     select f.ticket_id, m.i, m.v ->> 'kind' as kind, (m.v ->> 'at')::bigint as at
     from f cross join lateral jsonb_array_elements(f.moves) with ordinality as m (v, i)
     where m.v ->> 'kind' in ('RESOLVED', 'REOPENED')),
   first as (
     select p.ord, m.ticket_id, min(m.i) as i from moved m join p on m.at >= p.from_ms and m.at < p.to_ms
     where m.kind = 'RESOLVED' group by p.ord, m.ticket_id),
   again as (
     select p.ord, m.ticket_id, max(m.i) as i from moved m join p on m.at >= p.from_ms and m.at < p.to_ms
     where m.kind = 'REOPENED' group by p.ord, m.ticket_id),
   resolved as (
     select first.ord, coalesce(again.i > first.i, false) as reopened,
       not coalesce(f.second_inbound_at < least(f.opened_at + interval '168 hours', p.p_to), false)
         and coalesce(f.reassigned_at >= p.p_to, true) as at_once
     from first join f on f.ticket_id = first.ticket_id join p on p.ord = first.ord
     left join again on again.ord = first.ord and again.ticket_id = first.ticket_id),
   changed as (
     select p.ord, o.outcome
     from p join f on f.type = 'CHANGE' and f.opened_at < p.p_to
     cross join lateral (select m.v ->> 'kind' as kind, (m.v ->> 'at')::bigint as at
       from jsonb_array_elements(f.moves) with ordinality as m (v, i)
       where (m.v ->> 'at')::bigint < p.to_ms order by m.i desc limit 1) last
     left join lateral (select c.v ->> 'outcome' as outcome
       from jsonb_array_elements(f.change_outcomes) with ordinality as c (v, i)
       where (c.v ->> 'at')::bigint < p.to_ms order by c.i desc limit 1) o on true
     where last.kind = 'RESOLVED' and last.at >= p.from_ms),
   rated as (
     select p.ord, r.score, r.at >= p.from_ms as given, f.surveyed_at >= p.p_from and f.surveyed_at < p.p_to as surveyed
     from p join f on f.opened_at < p.p_to
     left join lateral (select (s.v ->> 'score')::integer as score, (s.v ->> 'at')::bigint as at
       from jsonb_array_elements(f.ratings) with ordinality as s (v, i)
       where (s.v ->> 'at')::bigint < p.to_ms order by s.i desc limit 1) r on true),
   paused as (
     select p.ord, p.to_ms - (w.v ->> 'from')::bigint as age
     from f cross join lateral jsonb_array_elements(f.waits) as w (v)
     join p on (w.v ->> 'from')::bigint < p.to_ms and coalesce((w.v ->> 'to')::bigint >= p.to_ms, true)
     where not f.pilot and not f.out_of_contract),
   bands (key, from_ms, to_ms) as (
     values ('PAUSED_UNDER_1_DAY', 0, 86400000::bigint), ('PAUSED_1_TO_7_DAYS', 86400000, 604800000),
       ('PAUSED_7_TO_30_DAYS', 604800000, 2592000000), ('PAUSED_OVER_30_DAYS', 2592000000, null))
   select ord, key || '_P50' as key, percentile_disc(0.5) within group (order by ms) as numerator, 1000::bigint as denominator, count(*) as n
     from durations group by ord, key
   union all
   select ord, key || '_P90', percentile_disc(0.9) within group (order by ms), 1000, count(*) from durations group by ord, key
   union all
   select ord, 'ACKNOWLEDGE_TIME_MEAN', coalesce(sum(ms) filter (where yes), 0)::bigint, 1000 * count(*) filter (where yes), count(*) filter (where yes)
     from acknowledged group by ord
   union all
   select ord, 'NEVER_ACKNOWLEDGED', count(*) filter (where yes is not true), count(*), count(*) from acknowledged group by ord
   union all
   select ord, 'REOPEN_RATE', count(*) filter (where reopened), count(*), count(*) from resolved group by ord
   union all
   select ord, 'FIRST_CONTACT_RESOLUTION', count(*) filter (where at_once), count(*), count(*) from resolved group by ord
   union all
   select ord, 'CHANGE_SUCCESS', count(*) filter (where outcome = 'AS_PLANNED'), count(outcome), count(outcome) from changed group by ord
   union all
   select ord, 'SATISFACTION', count(*) filter (where given and score >= 4), count(*) filter (where given), count(*) filter (where given)
     from rated group by ord
   union all
   select ord, 'SURVEY_RESPONSE', count(score) filter (where surveyed), count(*) filter (where surveyed), count(*) filter (where surveyed)
     from rated group by ord
   union all
   select p.ord, w.party || '_APPROVALS_OPEN', count(a.asked), 1, count(a.asked)
   from p cross join (values ('CLIENT'), ('PROVIDER')) as w (party)
   left join asked a on a.party = w.party and a.asked < p.to_ms and coalesce(a.decided >= p.to_ms, true) and coalesce(a.lapsed >= p.to_ms, true)
   group by p.ord, w.party
   union all
   select p.ord, b.key, count(d.age), 1, count(d.age) from p cross join bands b
   left join paused d on d.ord = p.ord and d.age >= b.from_ms and (b.to_ms is null or d.age < b.to_ms) group by p.ord, b.key`,
);

interface SeriesRow {
  readonly ord: number;
  readonly key: KpiKey;
  readonly numerator: number;
  readonly denominator: number;
  readonly n: number;
}

/** Figures that `timeSeries` gives. */
export const TIME_KEYS = [
  ...(['FIRST_RESPONSE_TIME_P50', 'FIRST_RESPONSE_TIME_P90', 'RESOLVE_TIME_P50', 'RESOLVE_TIME_P90'] as const),
  ...(['RESTORE_TIME_P50', 'RESTORE_TIME_P90', 'CLIENT_REPLY_TIME_P50', 'CLIENT_REPLY_TIME_P90'] as const),
  ...(['CLIENT_APPROVAL_TIME_P50', 'CLIENT_APPROVAL_TIME_P90', 'CLIENT_APPROVALS_OPEN'] as const),
  ...(['PROVIDER_APPROVAL_TIME_P50', 'PROVIDER_APPROVAL_TIME_P90', 'PROVIDER_APPROVALS_OPEN'] as const),
  ...(['CHANGE_SUCCESS', 'SATISFACTION', 'SURVEY_RESPONSE'] as const),
  ...(['PAUSED_UNDER_1_DAY', 'PAUSED_1_TO_7_DAYS', 'PAUSED_7_TO_30_DAYS', 'PAUSED_OVER_30_DAYS'] as const),
  ...(['ACKNOWLEDGE_TIME_MEAN', 'NEVER_ACKNOWLEDGED', 'REOPEN_RATE', 'FIRST_CONTACT_RESOLUTION'] as const),
] as const satisfies readonly KpiKey[];

const NOTHING: SeriesPoint = { numerator: 0, denominator: 0, n: 0 };

/** Times and quality of consecutive periods, in one statement however many. */
export async function timeSeries(tx: Tx, { tenantId, periods }: PeriodsWanted): Promise<Series> {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const edges = [periods.map(({ from }) => from), periods.map(({ to }) => to)];
  const values = [tx.scope.providerId, tenantId, ...edges, timestamp(first.from), timestamp(last.to)];
  const rows = await tx.query(SERIES, values);
  const found = new Map(
    rows.map(({ ord, key, numerator, denominator, n }) => [`${key}#${ord}`, { numerator, denominator, n }]),
  );
  return new Map(
    TIME_KEYS.map((key) => [
      seriesName(key, null),
      periods.map((_, index) => found.get(`${key}#${index + 1}`) ?? NOTHING),
    ]),
  );
}
