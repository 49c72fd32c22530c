-- Search that finds Korean substrings: PostgreSQL has no Korean stemmer, so each text is kept as its pairs of neighbouring
-- characters. `@>` isn't leakproof and would lose the index under row-level security (decision 4), hence the function.
create table ticket_search (
  provider_id uuid not null,
  tenant_id uuid not null,
  ticket_id uuid not null,
  -- The message it comes from, or the ticket itself for its subject and description.
  source_id uuid not null,
  internal boolean not null,
  -- Normalised text (NFKC, lower case, single spaces), to tell a substring from scattered pairs.
  haystack text not null,
  tokens text[] not null,
  primary key (provider_id, ticket_id, source_id),
  constraint ticket_search_ticket_fk foreign key (provider_id, tenant_id, ticket_id) references ticket (provider_id, tenant_id, ticket_id) on delete cascade
);
create index ticket_search_tokens on ticket_search using gin (provider_id, tenant_id, tokens);
alter table ticket_search enable row level security;
alter table ticket_search force row level security;
create policy ticket_search_read on ticket_search for select
  using (provider_id = (select scope_provider()) and (not internal or (select scope_is_staff()))
    and exists (select 1 from ticket t where t.provider_id = ticket_search.provider_id and t.ticket_id = ticket_search.ticket_id));
create policy ticket_search_write on ticket_search for insert
  with check (provider_id = (select scope_provider())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
create policy ticket_search_forget on ticket_search for delete
  using (provider_id = (select scope_provider())
    and (tenant_id = (select scope_tenant()) or (select scope_all_tenants()) or tenant_id = any ((select scope_tenants())::uuid[])));
grant select, insert, delete on ticket_search to daylight_app, daylight_worker;

-- Tickets of the caller's scope in which every word occurs, newest first. p_words: [{"word": "백업", "tokens": ["백업"]}].
-- Takes provider, tenants and sight from the verified scope; p_tenant only narrows. The caller joins `ticket` under its
-- own policies again.
create function ticket_search_ids(p_tenant uuid, p_words jsonb, p_limit integer) returns table (ticket_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public
as $$
declare
  provider constant uuid := scope_provider();
  own_tenant constant uuid := scope_tenant();
  everywhere constant boolean := scope_all_tenants();
  reach uuid[] := scope_tenants();
  me constant uuid := scope_person();
  staff constant boolean := scope_is_staff();
  own_only constant boolean := scope_own_only();
  confidential_too constant boolean := scope_sees_confidential();
  tenant constant uuid := coalesce(p_tenant, own_tenant);
begin
  if tenant is not null and not (everywhere or tenant = own_tenant or tenant = any (reach)) then
    return;
  end if;
  if tenant is not null then
    reach := array[tenant];
  elsif everywhere then
    select array_agg(t.tenant_id) into reach from tenant t where t.provider_id = provider;
  end if;
  return query
    with word as (
      select w.n, w.item ->> 'word' as text, array(select jsonb_array_elements_text(w.item -> 'tokens')) as tokens
      from jsonb_array_elements(p_words) with ordinality w (item, n)
    ), hit as (
      select word.n, s.ticket_id
      from word, ticket_search s
      where s.provider_id = provider and s.tenant_id = any (reach) and s.tokens @> word.tokens
        and strpos(s.haystack, word.text) > 0 and (staff or not s.internal)
      group by word.n, s.ticket_id
    ), whole as (
      select hit.ticket_id from hit group by hit.ticket_id having count(*) = (select count(*) from word)
    )
    select t.ticket_id from whole
    join ticket t on t.provider_id = provider and t.ticket_id = whole.ticket_id
    where (not own_only or t.requester_id = me or me = any (t.watcher_ids))
      and (not t.confidential or confidential_too or t.requester_id = me or t.assignee_id = me or me = any (t.watcher_ids))
    order by t.opened_at desc, t.ticket_id desc
    limit p_limit;
end $$;
revoke all on function ticket_search_ids(uuid, jsonb, integer) from public;
grant execute on function ticket_search_ids(uuid, jsonb, integer) to daylight_app, daylight_worker;
