drop function provider_count(), provider_create(uuid, text, text, text, text, uuid, text, text),
  person_invite_client(uuid, text, text, text, text), membership_set(uuid, uuid, text[], bigint), person_set_status(uuid, text),
  person_set_access(uuid, text, boolean, boolean, uuid[]), caller_is_admin(), credential_change_own(text, uuid), credential_own(),
  one_time_link_spend(bytea, text), one_time_link_peek(bytea), reset_candidates(text, text),
  one_time_link_create(uuid, bytea, text, uuid, interval), session_list(), session_close_all(uuid), session_close(bytea),
  session_touch(bytea), begin_worker_scope(uuid, uuid), begin_scope(bytea, text, uuid), session_tenants(bytea, text),
  session_open(uuid, bytea, uuid, uuid, text, interval, text, text), sign_in_candidates(text, text), rate_limit_hit(text, integer);
drop table rate_limit, one_time_link, session, credential, team_member, team, directory_entry, staff_assignment, tenant_membership;
drop table person, tenant, provider;
drop function directory_keep_person(), directory_keep_member();

-- The scope functions are again as 0001 left them: executable by everybody.
revoke execute on function scope_stamp(), scope_fields(), scope_provider(), scope_tenant(), scope_person(), scope_side(), scope_is_staff(),
  scope_all_tenants(), scope_sees_confidential(), scope_own_only(), scope_tenants() from daylight_app, daylight_worker, daylight_reporting;
grant execute on function scope_stamp(), scope_fields(), scope_provider(), scope_tenant(), scope_person(), scope_side(), scope_is_staff(),
  scope_all_tenants(), scope_sees_confidential(), scope_own_only(), scope_tenants() to public;
