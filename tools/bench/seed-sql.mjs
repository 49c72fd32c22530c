// The seeded history as set-wise SQL. `bench_ticket` is the plan; the tables follow from it, each row consistent with the log.
// Instants are on a 24x7 calendar: targets of seeded clocks are fixed spans, which the figures take as they stand.

/** $1 tickets, $2 size of the text pool. Skewed: a third of the tenants has seven tenths of the tickets. */
export const PLAN = `
create temp table bench_ticket as
with r as (
  select i, floor(200 * random() ^ 3)::int as tenant_no,
    now() - (interval '730 days' * (1 - i::float8 / $1)) - random() * interval '20 hours' - interval '1 hour' as opened_at,
    random() as r1, random() as r2, random() as r3, random() as r4,
    case when i % 200 = 0 then 20 else 1 + floor(random() * 8)::int end as messages,
    i > 0.9 * $1 and random() < 0.3 as open, floor(random() * $2)::int as text_no
  from generate_series(1, $1::int) i)
select r.i, r.tenant_no, t.tenant_id, t.version_id, uuidv7(r.opened_at - now()) as ticket_id,
  (row_number() over (partition by r.tenant_no order by r.i))::int as number, date_trunc('milliseconds', r.opened_at) as opened_at,
  r.messages, r.open, r.text_no, 'P' || (2 + floor(r.r1 * 3.99)::int)::text as priority, 1 + floor(r.r2 * 3.99)::int as service_no,
  floor(r.r3 * 5)::int as requester_no,
  case when r.open and r.r4 < 0.2 then null else floor(r.r4 * 40)::int end as staff_no,
  date_trunc('milliseconds', r.opened_at + (2 + r.r3 * 40) * interval '1 minute') as answered_at,
  interval '7 minutes' as step,
  case when r.open then null else date_trunc('milliseconds', r.opened_at + (3 + r.r4 * 12) * interval '1 hour') end as resolved_at
from r join bench_tenant t on t.tenant_no = r.tenant_no;
alter table bench_ticket add primary key (i);
`;

const BASE = `from bench_ticket b
  join bench_client c on c.tenant_no = b.tenant_no and c.n = b.requester_no
  join bench_service s on s.n = b.service_no
  join bench_text x on x.n = b.text_no
  left join bench_staff a on a.n = b.staff_no
  cross join bench_world w`;

const CLOSED_AFTER = `interval '3 hours'`;
const RESOLVE_WITHIN = `interval '10 hours'`;
const ANSWER_WITHIN = `interval '30 minutes'`;

const MESSAGE_AT = `date_trunc('milliseconds', b.answered_at + (k - 1) * b.step)`;
const ms = (at) => `(extract(epoch from ${at}) * 1000)::bigint`;

export const STEPS = [
  [
    'tickets',
    `insert into ticket (provider_id, ticket_id, tenant_id, number, type, status, priority, impact, urgency, subject, description,
       service_item_id, service_name, contract_version_id, terms_digest, policy_id, requester_id, assignee_id, team_id, channel,
       opened_at, updated_at, first_responded_at, restored_at, resolved_at, resolution_code, closed_at, last_seq, version,
       next_due_at, next_due_kind, next_due_state)
     select w.provider_id, b.ticket_id, b.tenant_id, b.number, 'INCIDENT', case when b.open then 'OPEN' else 'CLOSED' end, b.priority, 2, 2,
       initcap(left(x.body, 40)), x.body, s.service_item_id, s.name, b.version_id, w.terms_digest, 'standard', c.person_id, a.person_id,
       w.team_id, 'PORTAL', b.opened_at, coalesce(b.resolved_at + ${CLOSED_AFTER}, b.answered_at + b.messages * b.step), b.answered_at,
       b.resolved_at, b.resolved_at, case when b.open then null else 'FIXED' end, b.resolved_at + ${CLOSED_AFTER},
       b.messages + case when b.open then 2 else 5 end, b.messages + case when b.open then 2 else 5 end,
       case when b.open then b.opened_at + ${RESOLVE_WITHIN} end, case when b.open then 'RESOLUTION' end,
       case when b.open then case when b.opened_at + ${RESOLVE_WITHIN} < now() then 'BREACHED' else 'RUNNING' end end
     ${BASE}`,
  ],
  [
    'numbers',
    `insert into ticket_counter (provider_id, tenant_id, last_number)
     select w.provider_id, b.tenant_id, max(b.number) from bench_ticket b cross join bench_world w group by 1, 2`,
  ],
  [
    'messages',
    `create temp table bench_message as
     select b.i, k, uuidv7() as message_id, ${MESSAGE_AT} as at, (b.text_no * 31 + k * 17 + b.i) % w.texts as text_no, k % 2 = 1 as by_staff
     from bench_ticket b cross join bench_world w cross join lateral generate_series(1, b.messages) k;
     alter table bench_message add primary key (i, k);
     analyze bench_message;
     insert into ticket_message (provider_id, tenant_id, ticket_id, message_id, at, visibility, side, author_id, automatic, question, body)
     select w.provider_id, b.tenant_id, b.ticket_id, m.message_id, m.at, 'PUBLIC', case when m.by_staff then 'PROVIDER' else 'CLIENT' end,
       case when m.by_staff then coalesce(a.person_id, w.first_staff) else c.person_id end, false, false,
       case when m.i % 7919 = 0 and k = 1 then w.rare || ' ' || y.body else y.body end
     ${BASE} join bench_message m on m.i = b.i join bench_text y on y.n = m.text_no`,
  ],
  [
    'events',
    `insert into ticket_event (provider_id, tenant_id, ticket_id, seq, kind, v, data, internal, occurred_at, recorded_at, actor_side, actor_person_id, version)
     select w.provider_id, b.tenant_id, b.ticket_id, e.seq, e.kind, 1, e.data, false, e.at, e.at, e.side,
       case e.side when 'CLIENT' then c.person_id when 'PROVIDER' then coalesce(a.person_id, w.first_staff) end, e.seq
     ${BASE} cross join lateral (
       select 1 as seq, 'OPENED' as kind, jsonb_build_object('type', 'INCIDENT', 'priority', b.priority, 'impact', 2, 'urgency', 2,
           'channel', 'PORTAL', 'confidential', false, 'requesterId', c.person_id, 'binding', jsonb_build_object('contractVersionId',
           b.version_id, 'termsDigest', w.terms_digest, 'serviceItemId', s.service_item_id, 'policyId', 'standard')) as data,
         b.opened_at as at, 'CLIENT' as side
       union all select 2, 'ASSIGNED', jsonb_build_object('assigneeId', a.person_id, 'teamId', w.team_id), b.opened_at + interval '1 minute', 'PROVIDER'
       union all select 2 + m.k, 'MESSAGE_ADDED', jsonb_build_object('messageId', m.message_id, 'visibility', 'PUBLIC', 'automatic', false, 'question', false),
         m.at, case when m.by_staff then 'PROVIDER' else 'CLIENT' end from bench_message m where m.i = b.i
       union all select 3 + b.messages, 'SERVICE_RESTORED', '{}', b.resolved_at, 'PROVIDER' where not b.open
       union all select 4 + b.messages, 'RESOLVED', '{"code": "FIXED"}', b.resolved_at, 'PROVIDER' where not b.open
       union all select 5 + b.messages, 'CLOSED', '{"cause": "TIMER"}', b.resolved_at + ${CLOSED_AFTER}, 'SYSTEM' where not b.open) e`,
  ],
  [
    'clocks',
    `insert into ticket_clock (provider_id, tenant_id, ticket_id, kind, cycle, state, priority, target_id, target_ms, used_ms, started_at,
       due_at, met_at, breached_at, verdict, verdict_at, service_item_id, contract_version_id, terms_digest, calendar_revision, last_seq)
     select w.provider_id, b.tenant_id, b.ticket_id, k.kind, 1,
       case when k.met_at > k.due_at then 'BREACHED' when k.met_at is not null then 'MET' when k.due_at < now() then 'BREACHED' else 'RUNNING' end,
       b.priority, k.kind || '-' || b.priority, ${ms(`(k.due_at - b.opened_at)`)}, ${ms(`(coalesce(k.met_at, now()) - b.opened_at)`)},
       b.opened_at, k.due_at, k.met_at, case when coalesce(k.met_at, now()) > k.due_at then k.due_at end,
       case when coalesce(k.met_at, now()) > k.due_at then 'MISSED' when k.met_at is not null then 'MET' end,
       case when coalesce(k.met_at, now()) > k.due_at then k.due_at else k.met_at end,
       s.service_item_id, b.version_id, w.terms_digest, now(), b.messages + case when b.open then 2 else 5 end
     ${BASE} cross join lateral (
       select 'FIRST_RESPONSE' as kind, b.opened_at + ${ANSWER_WITHIN} as due_at, b.answered_at as met_at
       union all select 'RESTORE', b.opened_at + interval '8 hours', b.resolved_at
       union all select 'RESOLUTION', b.opened_at + ${RESOLVE_WITHIN}, b.resolved_at) k`,
  ],
  [
    'facts',
    // 'counted' is what a later change of the ticket would take back from the rollup; the benchmark changes none of these.
    `insert into ticket_fact (provider_id, tenant_id, ticket_id, number, service_item_id, priority, type, channel, opened_at, earliest_opened_at,
       acknowledged_at, restored_at, resolved_at, closed_at, moves, client_replies, pilot, out_of_contract, confidential, contract_version_id,
       terms_digest, calendar_revision, last_seq, unfinished, last_event_at, zone, counted)
     select t.provider_id, t.tenant_id, t.ticket_id, t.number, t.service_item_id, t.priority, t.type, t.channel, t.opened_at, t.opened_at,
       t.first_responded_at, t.restored_at, t.resolved_at, t.closed_at,
       jsonb_build_array(jsonb_build_object('at', ${ms('t.opened_at')}, 'kind', 'OPENED', 'delta', 1))
         || case when t.resolved_at is null then '[]' else jsonb_build_array(jsonb_build_object('at', ${ms('t.resolved_at')}, 'kind', 'RESOLVED', 'delta', -1)) end,
       '[]', false, false, false, t.contract_version_id, t.terms_digest, '0', t.last_seq, t.is_open, t.updated_at, 'Asia/Seoul', '[]'
     from ticket t`,
  ],
  [
    'rollup',
    `insert into kpi_rollup (provider_id, tenant_id, zone, month, measure, clock, service_item_id, priority, n)
     select provider_id, tenant_id, 'Asia/Seoul', to_char(verdict_at at time zone 'Asia/Seoul', 'YYYY-MM'), verdict, kind, service_item_id, priority, count(*)
     from ticket_clock where verdict is not null group by 1, 2, 3, 4, 5, 6, 7, 8
     union all
     select f.provider_id, f.tenant_id, 'Asia/Seoul', to_char(m.at at time zone 'Asia/Seoul', 'YYYY-MM'), m.measure, '', f.service_item_id, f.priority, count(*)
     from ticket_fact f cross join lateral (select f.opened_at as at, 'OPENED' as measure union all
       select f.resolved_at, 'RESOLVED' where f.resolved_at is not null) m group by 1, 2, 3, 4, 5, 6, 7, 8`,
  ],
  [
    'search',
    `insert into ticket_search (provider_id, tenant_id, ticket_id, source_id, internal, haystack, tokens)
     select w.provider_id, b.tenant_id, b.ticket_id, b.ticket_id, false, x.body, x.tokens
     from bench_ticket b join bench_text x on x.n = b.text_no cross join bench_world w
     union all
     select w.provider_id, b.tenant_id, b.ticket_id, m.message_id, false,
       case when m.i % 7919 = 0 and m.k = 1 then w.rare || ' ' || y.body else y.body end,
       case when m.i % 7919 = 0 and m.k = 1 then y.tokens || w.rare_tokens else y.tokens end
     from bench_message m join bench_ticket b on b.i = m.i join bench_text y on y.n = m.text_no cross join bench_world w`,
  ],
];
