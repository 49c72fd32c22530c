create or replace function colleague_list(p_search text, p_after_name text, p_after_id uuid, p_person uuid, p_limit integer)
  returns table (person_id uuid, display_name text, email text, status text, roles text[], approval_limit_minor bigint)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select p.person_id, p.display_name, p.email, p.status, m.roles, m.approval_limit_minor
  from tenant_membership m join person p on p.provider_id = m.provider_id and p.person_id = m.person_id
  where m.provider_id = scope_provider() and m.tenant_id = scope_tenant() and not scope_own_only()
    and (p_person is null or p.person_id = p_person)
    and (p_search is null or strpos(lower(p.display_name), p_search) > 0 or strpos(p.email, p_search) > 0)
    and (p_after_id is null or (p.display_name, p.person_id) > (p_after_name, p_after_id))
  order by p.display_name, p.person_id
  limit p_limit
$$;

create or replace function password_reset_request(p_email text, p_audience text, p_lifetime interval, p_links jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  c record;
  l jsonb;
begin
  for c in select x.provider_id, x.person_id, row_number() over (order by x.provider_id) - 1 as n from reset_candidates(p_email, p_audience) x loop
    l := p_links -> c.n::int;
    exit when l is null;
    update one_time_link set used_at = now()
    where provider_id = c.provider_id and person_id = c.person_id and purpose = 'PASSWORD_RESET' and used_at is null;
    insert into one_time_link (link_id, token_hash, purpose, provider_id, person_id, created_at, expires_at)
    values ((l ->> 'id')::uuid, decode(l ->> 'hash', 'hex'), 'PASSWORD_RESET', c.provider_id, c.person_id, now(), now() + p_lifetime);
    insert into job (job_id, provider_id, queue, payload, run_at)
    values ((l ->> 'jobId')::uuid, c.provider_id, 'mail',
      jsonb_build_object('template', 'PASSWORD_RESET', 'personId', c.person_id, 'link', l ->> 'link'), now());
  end loop;
end $$;

drop function name_matches(text, text);
drop function hangul_initials(text);
