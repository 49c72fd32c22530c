-- Mail in has its day: what was read of a mail stays with its ticket, the message byte by byte doesn't.
alter table mail_inbound add column raw_purged_at timestamptz(3);
create index mail_inbound_with_raw on mail_inbound ((coalesce(decided_at, received_at)))
  where raw_purged_at is null and state in ('DONE', 'IGNORED', 'REJECTED');

-- Takes away messages whose mail was settled longer ago than `p_days` days, at most `p_limit` of them. What still waits for the
-- worker or for a person's decision keeps its message, however old it is: it can't take effect without.
create function mail_raw_purge(p_days integer, p_limit integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare gone integer;
begin
  if p_days < 1 then raise exception 'a term of % days would take mail away that has just come', p_days; end if;
  with due as (
    select m.provider_id, m.inbound_id from mail_inbound m
    where m.raw_purged_at is null and m.state in ('DONE', 'IGNORED', 'REJECTED')
      and coalesce(m.decided_at, m.received_at) < now() - make_interval(days => p_days)
    order by coalesce(m.decided_at, m.received_at) limit p_limit
    for update skip locked
  ), marked as (
    update mail_inbound m set raw_purged_at = now() from due
    where m.provider_id = due.provider_id and m.inbound_id = due.inbound_id
    returning m.provider_id, m.inbound_id
  )
  delete from mail_inbound_raw r using marked
  where r.provider_id = marked.provider_id and r.inbound_id = marked.inbound_id;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke all on function mail_raw_purge(integer, integer) from public;
grant execute on function mail_raw_purge(integer, integer) to daylight_worker;
