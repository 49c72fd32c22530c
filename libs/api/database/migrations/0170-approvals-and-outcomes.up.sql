-- What one side asked the other to agree to about a ticket, how a change went, and how satisfied the client was
-- (domain.md section 9). Lists of objects with instants as UTC milliseconds, as libs/domain kpi/facts.ts has them.
alter table ticket_fact
  add column approvals jsonb not null default '[]',
  add column change_outcomes jsonb not null default '[]',
  add column surveyed_at timestamptz(3),
  add column ratings jsonb not null default '[]';

-- What was asked before. How changes went and ratings begin with this version: there are none to derive.
update ticket_fact f set surveyed_at = s.at
from (
  select t.provider_id, t.ticket_id, to_timestamp(min((m.v ->> 'at')::bigint) / 1000.0) as at
  from ticket_fact t cross join lateral jsonb_array_elements(t.moves) as m (v)
  join ticket_event o on o.provider_id = t.provider_id and o.ticket_id = t.ticket_id and o.kind = 'OPENED'
    and o.data ->> 'requesterId' is not null
  where m.v ->> 'kind' = 'RESOLVED' group by t.provider_id, t.ticket_id) s
where f.provider_id = s.provider_id and f.ticket_id = s.ticket_id;
update ticket_fact f set approvals = a.approvals
from (
  select p.provider_id, p.ticket_id, jsonb_agg(jsonb_build_object('approvalId', p.id, 'subject', p.subject, 'party', p.party,
      'askedAt', p.asked, 'decidedAt', w.decided, 'lapsedAt', least(w.lapsed, p.overtaken, case when p.subject <> 'REBINDING' then n.ended end))
    order by p.seq) as approvals
  from (
    select e.provider_id, e.ticket_id, e.seq, e.data ->> 'proposalId' as id, e.data -> 'offer' ->> 'kind' as subject,
      case e.actor_side when 'CLIENT' then 'PROVIDER' else 'CLIENT' end as party,
      (extract(epoch from e.occurred_at) * 1000)::bigint as asked,
      (select (extract(epoch from o.occurred_at) * 1000)::bigint from ticket_event o
       where o.provider_id = e.provider_id and o.ticket_id = e.ticket_id and o.seq > e.seq and o.kind = 'PROPOSED'
         and o.data -> 'offer' ->> 'kind' = e.data -> 'offer' ->> 'kind'
         and not exists (select from ticket_event b where b.provider_id = e.provider_id and b.ticket_id = e.ticket_id
           and b.kind = 'PROPOSAL_ANSWERED' and b.data ->> 'proposalId' = e.data ->> 'proposalId' and b.seq < o.seq)
       order by o.seq limit 1) as overtaken
    from ticket_event e where e.kind = 'PROPOSED') p
  left join lateral (
    select case when b.data ->> 'answer' in ('AGREED', 'DECLINED') then (extract(epoch from b.occurred_at) * 1000)::bigint end as decided,
      case when b.data ->> 'answer' in ('WITHDRAWN', 'DEEMED') then (extract(epoch from b.occurred_at) * 1000)::bigint end as lapsed, b.seq
    from ticket_event b where b.provider_id = p.provider_id and b.ticket_id = p.ticket_id and b.kind = 'PROPOSAL_ANSWERED'
      and b.data ->> 'proposalId' = p.id order by b.seq limit 1) w on true
  left join lateral (
    select (extract(epoch from x.occurred_at) * 1000)::bigint as ended from ticket_event x
    where x.provider_id = p.provider_id and x.ticket_id = p.ticket_id and x.seq > p.seq and (w.seq is null or x.seq < w.seq)
      and x.kind in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED') order by x.seq limit 1) n on true
  group by p.provider_id, p.ticket_id) a
where f.provider_id = a.provider_id and f.ticket_id = a.ticket_id;

create or replace function ticket_facts_sync(p_tenant uuid, p_rows jsonb, p_now timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan
as $$
declare
  scope constant text[] := scope_fields();
  provider constant uuid := scope[3]::uuid;
  revision text;
  -- As an array: of a set of unknown size the planner would think that it is worth reading a small table whole.
  ids uuid[];
begin
  if p_tenant is null
    or not coalesce(p_tenant::text = scope[4] or scope[7]::boolean or p_tenant = any (scope[10]::uuid[]), false) then
    raise exception 'not a tenant of this scope' using errcode = '42501';
  end if;
  select coalesce(max(h.revision), 0)::text into revision from holiday_revision h where h.provider_id = provider;
  select array_agg(r.ticket_id) into ids from jsonb_to_recordset(p_rows) as r (ticket_id uuid);
  with given as (
    select g.*, coalesce((select c.kind = 'PILOT' from contract_version v
        join contract c on c.provider_id = v.provider_id and c.contract_id = v.contract_id
        where v.provider_id = provider and v.version_id = g.contract_version_id), false) as is_pilot
    from jsonb_populate_recordset(null::ticket_fact, p_rows) g),
  known as (
    select f.zone, f.pilot, f.counted, f.ticket_id, least(f.opened_at, f.earliest_opened_at) as since
    from ticket_fact f where f.provider_id = provider and f.ticket_id = any (ids)),
  changes as (
    select g.zone, x.month, x.measure, x.clock, x.service_item_id, x.priority, x.n
    from given g cross join lateral jsonb_to_recordset(g.counted)
      as x (month text, measure text, clock text, service_item_id uuid, priority text, n bigint)
    where not (g.is_pilot and x.clock <> '')
    union all
    select f.zone, x.month, x.measure, x.clock, x.service_item_id, x.priority, -x.n
    from known f cross join lateral jsonb_to_recordset(f.counted)
      as x (month text, measure text, clock text, service_item_id uuid, priority text, n bigint)
    where not (f.pilot and x.clock <> '')),
  rolled as (
    insert into kpi_rollup (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority, n)
    select provider, p_tenant, c.zone, c.month, c.measure, c.clock, c.service_item_id, c.priority, sum(c.n) from changes c
    group by 3, 4, 5, 6, 7, 8 having sum(c.n) <> 0 order by 3, 4, 5, 6, 7, 8
    on conflict (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority)
      do update set n = kpi_rollup.n + excluded.n),
  touched as (
    insert into kpi_touch (provider_id, tenant_id, since)
    select provider, p_tenant, min(t.since) from (
      select g.zone, least(g.opened_at, g.earliest_opened_at, f.since) as since
      from given g left join known f on f.ticket_id = g.ticket_id) t
    where t.since < date_trunc('month', p_now at time zone t.zone) at time zone t.zone + interval '2 days'
    having count(*) > 0)
  insert into ticket_fact (provider_id, tenant_id, ticket_id, number, service_item_id, priority, type, channel, opened_at,
    earliest_opened_at, acknowledged_at, restored_at, resolved_at, closed_at, cancelled_at, merged_at, moves, client_replies, waits,
    approvals, change_outcomes, surveyed_at, ratings,
    second_inbound_at, reassigned_at, out_of_contract, confidential, contract_version_id, terms_digest, last_seq, unfinished,
    last_event_at, zone, counted, pilot, calendar_revision)
  select provider, p_tenant, g.ticket_id,
    coalesce(nullif(g.number, 0), (select t.number from ticket t where t.provider_id = provider and t.ticket_id = g.ticket_id)),
    g.service_item_id, g.priority, g.type, g.channel, g.opened_at, g.earliest_opened_at, g.acknowledged_at, g.restored_at,
    g.resolved_at, g.closed_at, g.cancelled_at, g.merged_at, g.moves, g.client_replies, coalesce(g.waits, '[]'),
    coalesce(g.approvals, '[]'), coalesce(g.change_outcomes, '[]'), g.surveyed_at, coalesce(g.ratings, '[]'), g.second_inbound_at, g.reassigned_at,
    g.out_of_contract, g.confidential, g.contract_version_id, g.terms_digest, g.last_seq, g.unfinished, g.last_event_at, g.zone,
    g.counted, g.is_pilot, revision
  from given g
  on conflict (provider_id, ticket_id) do update set
    number = excluded.number, service_item_id = excluded.service_item_id, priority = excluded.priority, type = excluded.type,
    channel = excluded.channel, opened_at = excluded.opened_at, earliest_opened_at = excluded.earliest_opened_at,
    acknowledged_at = excluded.acknowledged_at, restored_at = excluded.restored_at, resolved_at = excluded.resolved_at,
    closed_at = excluded.closed_at, cancelled_at = excluded.cancelled_at, merged_at = excluded.merged_at, moves = excluded.moves,
    client_replies = excluded.client_replies, waits = excluded.waits,
    approvals = excluded.approvals, change_outcomes = excluded.change_outcomes, surveyed_at = excluded.surveyed_at,
    ratings = excluded.ratings, second_inbound_at = excluded.second_inbound_at,
    reassigned_at = excluded.reassigned_at, out_of_contract = excluded.out_of_contract, confidential = excluded.confidential,
    contract_version_id = excluded.contract_version_id, terms_digest = excluded.terms_digest, last_seq = excluded.last_seq,
    unfinished = excluded.unfinished, last_event_at = excluded.last_event_at, zone = excluded.zone, counted = excluded.counted,
    pilot = excluded.pilot, calendar_revision = excluded.calendar_revision
  where ticket_fact.tenant_id = p_tenant;
end $$;

-- What a client's parties were asked apart from tickets: a version of the contract to agree to, a review to sign. Like the
-- other evidence of figures (0051) it is the same for whoever may read figures, and holds no word that a person wrote.
create function kpi_approvals(p_tenant uuid, p_from timestamptz, p_to timestamptz)
  returns table (approval_id uuid, subject text, party text, asked_at timestamptz, decided_at timestamptz, lapsed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  with asked as (
    -- Proposing with authority is consent (D-CON-4): a party that consented at the proposal wasn't asked.
    select v.version_id as approval_id, 'CONTRACT_VERSION' as subject, p.party, v.proposed_at as asked_at,
      case when c.cause = 'GIVEN' then c.at when c.at is null and d.side = p.party and v.state = 'REJECTED' then v.decided_at end as decided_at,
      case when c.cause = 'DEEMED' then c.at
        when c.at is null and (v.state = 'WITHDRAWN' or (v.state = 'REJECTED' and d.side <> p.party)) then v.decided_at end as lapsed_at
    from contract_version v cross join (values ('CLIENT'), ('PROVIDER')) as p (party)
    left join lateral (select x.at, x.cause from contract_consent x where x.provider_id = v.provider_id and x.version_id = v.version_id
      and x.party = p.party order by x.at, x.consent_id limit 1) c on true
    left join person d on d.provider_id = v.provider_id and d.person_id = v.decided_by
    where v.provider_id = (select scope_provider()) and v.tenant_id = p_tenant and v.proposed_at is not null
      and (c.at is null or c.at > v.proposed_at)
    union all
    select r.review_id, 'REVIEW', p.party, r.published_at, s.at, null
    from review r cross join (values ('CLIENT'), ('PROVIDER')) as p (party)
    left join review_signature s on s.provider_id = r.provider_id and s.review_id = r.review_id and s.party = p.party
    where r.provider_id = (select scope_provider()) and r.tenant_id = p_tenant and r.published_at is not null)
  select a.approval_id, a.subject, a.party, a.asked_at, a.decided_at, a.lapsed_at from asked a
  where (select kpi_tenant_in_scope(p_tenant)) and a.asked_at < p_to
    and coalesce(a.decided_at, a.lapsed_at, 'infinity') >= p_from
  order by a.asked_at, a.approval_id, a.party
$$;
revoke all on function kpi_approvals(uuid, timestamptz, timestamptz) from public;
grant execute on function kpi_approvals(uuid, timestamptz, timestamptz) to daylight_app, daylight_worker;

-- Older programs can't read the events CHANGE_OUTCOME_SET and RATED, nor targets on these figures in contracts.
create or replace function oldest_program() returns integer language sql immutable set search_path = pg_catalog, public
as $$ select 170 $$;
