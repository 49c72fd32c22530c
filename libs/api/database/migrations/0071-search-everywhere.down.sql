create or replace function ticket_search_ids(p_tenant uuid, p_words jsonb, p_limit integer) returns table (ticket_id uuid)
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
