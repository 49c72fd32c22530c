// The floor's one prepared statement per job: the same facts by the shortest way, the tenant's predicate in the SQL.

const NAMES = `join tenant n on n.provider_id = t.provider_id and n.tenant_id = t.tenant_id
  left join person rq on rq.provider_id = t.provider_id and rq.person_id = t.requester_id
  left join person a on a.provider_id = t.provider_id and a.person_id = t.assignee_id
  left join team m on m.provider_id = t.provider_id and m.team_id = t.team_id`;
const LINE = `t.ticket_id, t.number, t.type, t.status, t.priority, t.subject, t.confidential, t.contract_version_id, t.service_item_id,
  t.service_name, t.requester_id, t.assignee_id, t.team_id, t.opened_at, t.updated_at, t.waiting_name, t.reopen_count, t.next_due_at,
  t.next_due_kind, t.next_due_state, t.version, t.due_order, t.tenant_id, n.prefix, n.name as tenant_name,
  rq.display_name as requester_name, a.display_name as assignee_name, m.name as team_name`;

/** $1 provider, $2 rows. */
export const QUEUE = `select ${LINE} from (
    select * from ticket where provider_id = $1 and is_open order by due_order, ticket_id limit $2) t ${NAMES}
  order by t.due_order, t.ticket_id`;

/** $1 provider, $2 ticket. */
export const DETAIL = `select ${LINE}, t.description, t.impact, t.urgency, t.channel, t.external_key, t.restored_at, t.resolved_at,
    t.resolution_code,
    (select json_agg(json_build_object('id', g.message_id, 'at', g.at, 'side', g.side, 'authorId', g.author_id, 'author', p.display_name,
        'body', g.body, 'question', g.question, 'automatic', g.automatic, 'visibility', g.visibility, 'withdrawnAt', g.withdrawn_at) order by g.at)
      from ticket_message g left join person p on p.provider_id = g.provider_id and p.person_id = g.author_id
      where g.provider_id = t.provider_id and g.ticket_id = t.ticket_id) as messages,
    (select json_agg(json_build_object('seq', e.seq, 'at', e.occurred_at, 'kind', e.kind, 'side', e.actor_side, 'actorId', e.actor_person_id,
        'actor', p.display_name, 'data', e.data) order by e.seq)
      from ticket_event e left join person p on p.provider_id = e.provider_id and p.person_id = e.actor_person_id
      where e.provider_id = t.provider_id and e.ticket_id = t.ticket_id) as timeline,
    (select json_agg(c) from ticket_clock c where c.provider_id = t.provider_id and c.ticket_id = t.ticket_id) as clocks
  from ticket t ${NAMES} where t.provider_id = $1 and t.ticket_id = $2`;

/** $1 provider, $2 tenant, $3 first month, $4 last month. */
export const KPI = `select r.month, r.measure, r.clock, sum(r.n)::int as n, n.name
  from kpi_rollup r join tenant n on n.provider_id = r.provider_id and n.tenant_id = r.tenant_id
  where r.provider_id = $1 and r.tenant_id = $2 and r.month between $3 and $4 group by r.month, r.measure, r.clock, n.name`;

/** All clients of the provider. $1 provider, $2 $3 first word and its tokens, $4 $5 second (the first again when there is one), $6 rows. */
export const SEARCH = `select ${LINE} from (
    select t.* from ticket t join (
      select s.ticket_id from ticket_search s where s.provider_id = $1 and s.tokens @> $3 and strpos(s.haystack, $2) > 0
      intersect
      select s.ticket_id from ticket_search s where s.provider_id = $1 and s.tokens @> $5 and strpos(s.haystack, $4) > 0
    ) f on f.ticket_id = t.ticket_id
    where t.provider_id = $1 order by t.opened_at desc, t.ticket_id desc limit $6) t ${NAMES}
  order by t.opened_at desc, t.ticket_id desc`;

/**
 * The rows that Daylight writes: number, ticket, event, three SLA dates, search row, two outbox entries and a timer, the
 * fact and the month's count that figures are summed from, the request's key with its answer. One statement that commits
 * by itself.
 * $1 provider, $2 tenant, $3 ticket, $4 requester, $5 subject, $6 description, $7 service, $8 service name, $9 version,
 * $10 digest, $11 opened at, $12 due instants, $13 event data, $14 haystack, $15 tokens, $16 three job ids,
 * $17 the request's key, $18 its digest, $19 the month.
 */
export const CREATE = `with c as (
    insert into ticket_counter as c (provider_id, tenant_id, last_number) values ($1, $2, 1)
    on conflict (provider_id, tenant_id) do update set last_number = c.last_number + 1 returning last_number),
  t as (
    insert into ticket (provider_id, ticket_id, tenant_id, number, type, status, priority, impact, urgency, subject, description, service_item_id,
      service_name, contract_version_id, terms_digest, policy_id, requester_id, channel, opened_at, updated_at, last_seq, next_due_at, next_due_kind, next_due_state)
    select $1, $3, $2, c.last_number, 'INCIDENT', 'NEW', 'P3', 2, 2, $5, $6, $7, $8, $9, $10, 'standard', $4, 'PORTAL', $11, $11, 1,
      ($12::timestamptz[])[1], 'FIRST_RESPONSE', 'RUNNING' from c returning *),
  e as (
    insert into ticket_event (provider_id, tenant_id, ticket_id, seq, kind, v, data, internal, occurred_at, actor_side, actor_person_id, version)
    values ($1, $2, $3, 1, 'OPENED', 1, $13, false, $11, 'CLIENT', $4, 1)),
  k as (
    insert into ticket_clock (provider_id, tenant_id, ticket_id, kind, cycle, state, priority, target_id, target_ms, used_ms, started_at, due_at,
      service_item_id, contract_version_id, terms_digest, calendar_revision, last_seq)
    select $1, $2, $3, (array['FIRST_RESPONSE', 'RESTORE', 'RESOLUTION'])[d.n], 1, 'RUNNING', 'P3', 'target', 0, 0, $11, d.at, $7, $9, $10, $11, 1
    from unnest($12::timestamptz[]) with ordinality d (at, n)),
  s as (
    insert into ticket_search (provider_id, tenant_id, ticket_id, source_id, internal, haystack, tokens) values ($1, $2, $3, $3, false, $14, $15)),
  j as (
    insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
    select q.job_id, $1, $2, q.queue, case when q.topic is null then jsonb_build_object('ticketId', $3::uuid)
      else jsonb_build_object('topic', q.topic, 'ids', jsonb_build_object('ticketId', $3::uuid)) end, q.run_at, q.key
    from unnest($16::uuid[], array['outbox', 'outbox', 'ticket-timer'], array['ticket.opened', 'ticket.changed', null],
      array[$11::timestamptz, $11, ($12::timestamptz[])[1]], array[null, null, $3::text]) q (job_id, queue, topic, run_at, key)),
  f as (
    insert into ticket_fact (provider_id, tenant_id, ticket_id, number, service_item_id, priority, type, channel, opened_at, earliest_opened_at,
      moves, client_replies, pilot, out_of_contract, confidential, contract_version_id, terms_digest, calendar_revision, last_seq, unfinished,
      last_event_at, zone, counted)
    select $1, $2, $3, c.last_number, $7, 'P3', 'INCIDENT', 'PORTAL', $11, $11, '[]', '[]', false, false, false, $9, $10, '0', 1, true, $11,
      'Asia/Seoul', jsonb_build_array(jsonb_build_object('month', $19::text, 'measure', 'OPENED', 'clock', '', 'service_item_id', $7::uuid,
        'priority', 'P3', 'n', 1)) from c),
  r as (
    insert into kpi_rollup (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority, n)
    values ($1, $2, 'Asia/Seoul', $19, 'OPENED', '', $7, 'P3', 1)
    on conflict (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority) do update set n = kpi_rollup.n + 1),
  i as (
    insert into idempotency_key (provider_id, person_id, key, request_digest, response)
    select $1, $4, $17, $18, jsonb_build_object('id', t.ticket_id, 'number', t.number, 'status', t.status, 'dueAt', t.next_due_at) from t)
  select * from t`;
