-- People and companies are found by a part of the name or, as Koreans search, by the initials of its syllables (ㄱㅁㅅ: 김민수).
-- Not leakproof, hence not for hot predicates (decision 4): the lists of one provider only.

-- 김민수 -> ㄱㅁㅅ; what isn't a Hangul syllable stays. Expects NFC.
create function hangul_initials(p_text text) returns text
  language sql immutable strict parallel safe
as $$
  select coalesce(string_agg(
    case when ascii(c) between 44032 and 55203
      then substr('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ', (ascii(c) - 44032) / 588 + 1, 1) else c end, '' order by n), '')
  from regexp_split_to_table(p_text, '') with ordinality as x (c, n)
$$;

-- p_search: trimmed, NFC, lower case.
create function name_matches(p_name text, p_search text) returns boolean
  language sql immutable parallel safe
as $$
  select strpos(lower(p_name), p_search) > 0
    or (p_search ~ '^[ㄱ-ㅎ ]+$' and strpos(hangul_initials(p_name), p_search) > 0)
$$;

create or replace function colleague_list(p_search text, p_after_name text, p_after_id uuid, p_person uuid, p_limit integer)
  returns table (person_id uuid, display_name text, email text, status text, roles text[], approval_limit_minor bigint)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select p.person_id, p.display_name, p.email, p.status, m.roles, m.approval_limit_minor
  from tenant_membership m join person p on p.provider_id = m.provider_id and p.person_id = m.person_id
  where m.provider_id = scope_provider() and m.tenant_id = scope_tenant() and not scope_own_only()
    and (p_person is null or p.person_id = p_person)
    and (p_search is null or name_matches(p.display_name, p_search) or strpos(p.email, p_search) > 0)
    and (p_after_id is null or (p.display_name, p.person_id) > (p_after_name, p_after_id))
  order by p.display_name, p.person_id
  limit p_limit
$$;

-- Now also: who was invited and asks for a reset (the link has expired, or is lost) gets a new invitation.
create or replace function password_reset_request(p_email text, p_audience text, p_lifetime interval, p_links jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  c record;
  l jsonb;
begin
  for c in
    select p.provider_id, p.person_id, case p.status when 'INVITED' then 'INVITATION' else 'PASSWORD_RESET' end as purpose,
      row_number() over (order by p.provider_id) - 1 as n
    from person p
    where p.email = p_email and p.status <> 'DEACTIVATED' and p.side = case p_audience when 'CONSOLE' then 'PROVIDER' else 'CLIENT' end
  loop
    l := p_links -> c.n::int;
    exit when l is null;
    update one_time_link set used_at = now()
    where provider_id = c.provider_id and person_id = c.person_id and purpose = c.purpose and used_at is null;
    insert into one_time_link (link_id, token_hash, purpose, provider_id, person_id, created_at, expires_at)
    values ((l ->> 'id')::uuid, decode(l ->> 'hash', 'hex'), c.purpose, c.provider_id, c.person_id, now(), now() + p_lifetime);
    insert into job (job_id, provider_id, queue, payload, run_at)
    values ((l ->> 'jobId')::uuid, c.provider_id, 'mail',
      jsonb_build_object('template', c.purpose, 'personId', c.person_id, 'link', l ->> 'link'), now());
  end loop;
end $$;

revoke all on function hangul_initials(text), name_matches(text, text) from public;
grant execute on function hangul_initials(text), name_matches(text, text) to daylight_app, daylight_worker, daylight_reporting;
