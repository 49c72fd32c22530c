import { newId, type PersonScope } from '@daylight/api-platform';
import { statement, type Tx } from '@daylight/api-database';
import { TicketWorld } from '../testing/fixture.js';
import { PAGE } from './detail-statements.js';

/** Every part of a page straight from its table, as row-level security lets the reader see it. */
const AS_TABLES = statement<Readonly<Record<string, unknown>>>(
  'page-as-tables',
  `select
     (select json_build_object('id', t.ticket_id, 'subject', t.subject, 'version', t.version, 'openedAt', epoch_ms(t.opened_at),
        'tenant', n.name, 'requester', rq.display_name, 'assignee', asg.display_name, 'team', tm.name)
      from ticket t join tenant n on n.provider_id = t.provider_id and n.tenant_id = t.tenant_id
      left join directory_entry rq on rq.provider_id = t.provider_id and rq.person_id = t.requester_id
        and (rq.tenant_id = t.tenant_id or rq.tenant_id is null)
      left join directory_entry asg on asg.provider_id = t.provider_id and asg.person_id = t.assignee_id and asg.tenant_id is null
      left join team tm on tm.provider_id = t.provider_id and tm.team_id = t.team_id
      where t.ticket_id = $1) as line,
     (select json_agg(o.number order by o.number) from ticket t join ticket o on o.provider_id = t.provider_id
        and (o.ticket_id = t.merged_into or o.ticket_id = t.follows_up or o.merged_into = t.ticket_id)
      where t.ticket_id = $1) as refs,
     (select json_agg(json_build_object('id', d.person_id, 'name', d.display_name) order by d.display_name)
      from ticket t join directory_entry d on d.provider_id = t.provider_id and d.person_id = any (t.watcher_ids)
        and (d.tenant_id = t.tenant_id or d.tenant_id is null) where t.ticket_id = $1) as watchers,
     (select json_agg(json_build_object('id', m.message_id, 'body', m.body, 'author', d.display_name) order by m.at, m.message_id)
      from ticket_message m left join directory_entry d on d.provider_id = m.provider_id and d.person_id = m.author_id
        and (d.tenant_id = m.tenant_id or d.tenant_id is null) where m.ticket_id = $1) as messages,
     (select json_agg(json_build_object('message', a.message_id, 'id', f.file_id, 'name', f.name) order by f.uploaded_at, f.file_id)
      from ticket_attachment a join file f on f.provider_id = a.provider_id and f.file_id = a.file_id
      where a.ticket_id = $1) as attachments,
     (select json_agg(json_build_object('seq', e.seq, 'data', e.data, 'actor', d.display_name,
        'reason', (select x.body from ticket_text x where x.text_id = (e.data ->> 'reasonTextId')::uuid),
        'other', (select o.number from ticket o
          where o.ticket_id = coalesce(e.data ->> 'intoTicketId', e.data ->> 'ticketId')::uuid)) order by e.seq)
      from ticket_event e left join directory_entry d on d.provider_id = e.provider_id and d.person_id = e.actor_person_id
        and (d.tenant_id = e.tenant_id or d.tenant_id is null) where e.ticket_id = $1) as events`,
);

/** The same parts of the page. */
const AS_PAGE = statement<Readonly<Record<string, unknown>>>(
  'page-as-page',
  `select json_build_object('id', line -> 'ticket_id', 'subject', line -> 'subject', 'version', line -> 'version',
       'openedAt', line -> 'opened_at', 'tenant', line -> 'tenant_name', 'requester', line -> 'requester_name',
       'assignee', line -> 'assignee_name', 'team', line -> 'team_name') as line,
     (select json_agg(r -> 'number') from json_array_elements((rest ->> 'refs')::json) r) as refs,
     (select json_agg(json_build_object('id', w -> 'id', 'name', w -> 'name'))
      from json_array_elements((rest ->> 'watchers')::json) w) as watchers,
     (select json_agg(json_build_object('id', m -> 'message_id', 'body', m -> 'body', 'author', m -> 'author_name'))
      from json_array_elements(messages) m) as messages,
     (select json_agg(json_build_object('message', a -> 'message_id', 'id', a -> 'file_id', 'name', a -> 'name'))
      from json_array_elements(attachments) a) as attachments,
     (select json_agg(json_build_object('seq', e -> 'seq', 'data', e -> 'data', 'actor', e -> 'actor_name',
        'reason', e -> 'reason', 'other', e -> 'other_number')) from json_array_elements(events) e) as events
   from ticket_page($1, true, true)`,
);

const NOTHING = { line: null, refs: null, watchers: null, messages: null, attachments: null, events: null };

let world: TicketWorld;
let tickets: readonly string[];
const people: { readonly name: string; readonly id: string; readonly side: 'staff' | 'client' }[] = [];

/** Rows of every kind, also such as no use case writes: what may be seen is the database's to say, whoever wrote them. */
const ROWS = `
  with t as (
    insert into ticket (provider_id, ticket_id, tenant_id, number, type, status, priority, impact, urgency, subject, service_item_id,
      service_name, channel, opened_at, updated_at, last_seq, requester_id, assignee_id, watcher_ids, confidential, merged_into)
    select $1::uuid, ids.id, case when n % 3 = 0 then $3::uuid else $2::uuid end, 5000 + n, 'INCIDENT', 'OPEN', 'P3', 2, 2, 'S' || n, $4::uuid,
      '{"ko":"a","en":"a"}', 'PORTAL', now(), now(), 4,
      case when n % 3 <> 0 then case n % 4 when 0 then $5::uuid when 1 then $6::uuid end end,
      case when n % 5 = 0 then $7::uuid end,
      case when n % 7 = 0 then array[$8::uuid] when n % 4 = 2 and n % 3 <> 0 then array[$5::uuid] else '{}' end,
      n % 2 = 0, case when n > 6 then ($9::uuid[])[n - 6] end
    from unnest($9::uuid[]) with ordinality ids (id, n) returning *),
  m as (
    insert into ticket_message (provider_id, tenant_id, ticket_id, message_id, at, visibility, side, author_id, automatic, question,
      body, withdrawn_at)
    select provider_id, tenant_id, ticket_id, gen_random_uuid(), now() + k * interval '1 second',
      case when k = 2 then 'INTERNAL' else 'PUBLIC' end, 'PROVIDER', $7::uuid, false, false, 'message ' || k || ' of ' || number,
      case when k = 3 then now() end
    from t, generate_series(1, 3) k returning *),
  x as (
    insert into ticket_text (provider_id, tenant_id, ticket_id, text_id, body)
    select provider_id, tenant_id, ticket_id, gen_random_uuid(), 'reason of ' || number from t returning *),
  f as (
    insert into file (provider_id, tenant_id, file_id, name, media_type, size_bytes, sha256, uploaded_at, uploaded_by, audience)
    select m.provider_id, case when a.own then m.tenant_id end, gen_random_uuid(), a.audience || ' file of ' || m.body, 'text/plain', 1,
      repeat('a', 64), now(), $7::uuid, a.audience
    from m, (values ('TENANT', true), ('STAFF', true), ('LINKED', true), ('LINKED', false), ('STAFF', false)) a (audience, own)
    returning *),
  g as (
    insert into ticket_attachment (provider_id, tenant_id, ticket_id, message_id, file_id, attached_at)
    select m.provider_id, m.tenant_id, m.ticket_id, case when f.name like 'TENANT file of message 1%' then null else m.message_id end, f.file_id, now()
    from f join m on f.name like '% of ' || m.body)
  insert into ticket_event (provider_id, tenant_id, ticket_id, seq, kind, v, data, internal, occurred_at, actor_side, actor_person_id, version)
  select t.provider_id, t.tenant_id, t.ticket_id, k, 'OPENED', 1,
    case k when 1 then '{}' when 2 then jsonb_build_object('reasonTextId', (select text_id from x where x.ticket_id = t.ticket_id))
      when 3 then jsonb_build_object('reasonTextId', (select text_id from x where x.ticket_id <> t.ticket_id limit 1))
      else jsonb_build_object('ticketId', t.merged_into) end,
    k = 2 and t.number % 2 = 0, now(), 'PROVIDER', $7::uuid, 1
  from t, generate_series(1, 4) k`;

beforeAll(async () => {
  world = await TicketWorld.create();
  const add = (name: string, side: 'staff' | 'client', id: string) => people.push({ name, side, id });
  add('an agent', 'staff', await world.staff());
  add('an agent who sees what is confidential', 'staff', await world.staff({ seesConfidential: true }));
  add('restricted staff with one client', 'staff', await world.staff({ restrictedTo: [world.beta] }));
  add('restricted staff without a client', 'staff', await world.staff({ restrictedTo: [] }));
  add('a requester', 'client', await world.client());
  add('a coordinator', 'client', await world.client(['COORDINATOR']));
  tickets = Array.from({ length: 24 }, () => newId());
  const [agent, , , , requester, coordinator] = people.map(({ id }) => id);
  const ids = [
    world.providerId,
    world.acme,
    world.beta,
    world.services[0],
    requester,
    coordinator,
    agent,
    agent,
    tickets,
  ];
  await world.db.owner(ROWS, ids);
});
afterAll(() => world.db.close());

const asEach = (tx: Tx<PersonScope>) =>
  Promise.all(
    tickets.map(async (id) => {
      const [[tables], [page]] = await Promise.all([tx.query(AS_TABLES, [id]), tx.query(AS_PAGE, [id])]);
      return { tables, page: page ?? NOTHING };
    }),
  );

it('shows each reader exactly what the policies of the tables show', async () => {
  const counts: Record<string, number> = {};
  for (const { name, id, side } of people) {
    const seen = await (side === 'staff' ? world.asStaff(id, asEach) : world.asClient(id, asEach));
    for (const { tables, page } of seen) expect({ name, ...page }).toEqual({ name, ...tables });
    counts[name] = seen.filter(({ page }) => page['line'] !== null).length;
  }
  // Different readers do see differently, or nothing would have been shown by the above.
  expect(new Set(Object.values(counts)).size).toBeGreaterThanOrEqual(4);
  expect(counts['restricted staff without a client']).toBe(0);
});

it('shows another provider nothing', async () => {
  const other = await TicketWorld.create();
  try {
    const stranger = await other.staff({ seesConfidential: true });
    const rows = await other.asStaff(stranger, (tx) => tx.query(PAGE, [tickets[0], true, true]));
    expect(rows).toEqual([]);
  } finally {
    await other.db.close();
  }
});

describe('among four thousand tickets', () => {
  beforeAll(async () => {
    await world.db.owner(
      `insert into ticket (provider_id, ticket_id, tenant_id, number, type, status, priority, impact, urgency, subject, service_item_id,
       service_name, channel, opened_at, updated_at, last_seq)
     select $1, gen_random_uuid(), $2, 100000 + n, 'INCIDENT', 'CLOSED', 'P3', 2, 2, 'bulk', $3, '{"ko":"a","en":"a"}', 'PORTAL', now(), now(), 1
     from generate_series(1, 4000) n`,
      [world.providerId, world.acme, world.services[0]],
    );
    await world.db.owner(
      `insert into ticket_event (provider_id, tenant_id, ticket_id, seq, kind, v, data, internal, occurred_at, actor_side, version)
     select provider_id, tenant_id, ticket_id, 9, 'OPENED', 1, '{}', false, opened_at, 'CLIENT', 1 from ticket`,
    );
    await world.db.owner(
      `insert into ticket_message (provider_id, tenant_id, ticket_id, message_id, at, visibility, side, automatic, question, body)
     select provider_id, tenant_id, ticket_id, gen_random_uuid(), opened_at, 'PUBLIC', 'CLIENT', false, false, 'bulk' from ticket`,
    );
    await world.db.owner(
      `insert into ticket_text (provider_id, tenant_id, ticket_id, text_id, body)
       select provider_id, tenant_id, ticket_id, gen_random_uuid(), 'bulk' from ticket`,
    );
    await world.db.owner('analyze ticket, ticket_event, ticket_message, ticket_text, ticket_attachment, file');
  });

  it.each(['an agent', 'a coordinator'])('reads the tables by their indexes only, for %s', async (who) => {
    const walked = statement<{ relname: string; seq_scan: number; idx_scan: number }>(
      'page-walked',
      `select relname::text, seq_scan, idx_scan from pg_stat_xact_user_tables
     where relname in ('ticket', 'ticket_event', 'ticket_message', 'ticket_text') order by relname`,
    );
    const reader = people.find(({ name }) => name === who);
    const read = async (tx: Tx<PersonScope>) => {
      await tx.query(PAGE, [tickets[9], true, true]);
      return tx.query(walked);
    };
    const tables = await (reader?.side === 'client'
      ? world.asClient(reader.id, read)
      : world.asStaff(reader?.id ?? '', read));
    expect(tables.map(({ relname }) => relname)).toEqual(['ticket', 'ticket_event', 'ticket_message', 'ticket_text']);
    for (const { relname, seq_scan: whole } of tables) expect({ relname, whole }).toEqual({ relname, whole: 0 });
  });
});
