import type { ClientBase } from 'pg';

/** Tables without a tenant's or provider's policy, each with the reason. Everything else must be protected. */
const EXEMPT: Readonly<Record<string, string>> = {
  scope_key: 'the signing key: no login role holds any right on it',
  credential: 'no login role holds any right on it; reached by reviewed functions only',
  session: 'no login role holds any right on it; reached by reviewed functions only',
  one_time_link: 'no login role holds any right on it; reached by reviewed functions only',
  rate_limit: 'no login role holds any right on it; counted before anyone is known',
  schema_migration: 'the history of migrations: no login role but the owner writes it, nothing of a tenant in it',
};

const LOGIN_ROLES = ['daylight_app', 'daylight_worker', 'daylight_reporting'];

interface TableRow {
  readonly name: string;
  readonly forced: boolean;
  readonly policies: number;
  readonly scoped: boolean;
  readonly tenant_reachable: boolean;
  readonly tenant_scoped: boolean;
  readonly granted: boolean;
}

/*
 * Tables reached from `tenant` by foreign keys (not by column names), directly or over others, must have a policy that reads
 * the tenant scope or stands on another protected table (EXISTS), or be for staff.
 */
const TABLES = `
  with recursive reached(oid) as (
    select 'tenant'::regclass::oid
    union
    select c.conrelid from pg_constraint c join reached r on c.confrelid = r.oid
    where c.contype = 'f' and cardinality(c.conkey) > 1
      and exists (select 1 from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attnotnull and a.attname = 'tenant_id')
  ), policy as (
    select polrelid, coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') as rule
    from pg_policy where polpermissive -- restrictive ones only take away
  )
  select t.relname as name, t.relrowsecurity and t.relforcerowsecurity as forced,
    (select count(*)::int from policy p where p.polrelid = t.oid) as policies,
    coalesce((select bool_and(p.rule ~ 'scope_provider\\(\\)') from policy p where p.polrelid = t.oid), false) as scoped,
    t.oid in (select oid from reached) as tenant_reachable,
    coalesce((select bool_and(p.rule ~ 'scope_tenant\\(\\)|scope_tenants\\(\\)|scope_is_staff\\(\\)|EXISTS') from policy p where p.polrelid = t.oid), false) as tenant_scoped,
    exists (select 1 from unnest($1::text[]) r where has_table_privilege(r, t.oid, 'select, insert, update, delete')) as granted
  from pg_class t
  where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
  order by t.relname`;

const LEAKS = `
  select 'view ' || relname || ' runs with its owner''s rights' as fault from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)
  union all
  select 'materialized view ' || relname || ' has no row-level security' from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'm'
  union all
  select 'function ' || p.oid::regprocedure || ' runs with its owner''s rights but sets no search_path' from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prosecdef and not exists (select 1 from unnest(p.proconfig) c where c like 'search_path=%')
  union all
  select 'function ' || p.oid::regprocedure || ' runs with its owner''s rights and everybody may call it' from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prosecdef and (p.proacl is null or exists (select 1 from aclexplode(p.proacl) a where a.grantee = 0))
  union all
  select 'role ' || rolname || ' could step around row-level security' from pg_roles
  where rolname = any ($1) and (rolsuper or rolbypassrls or rolcreaterole)`;

function faultsOf(table: TableRow): readonly string[] {
  if (table.name in EXEMPT)
    return table.granted && table.name !== 'schema_migration'
      ? [`${table.name} is exempt, yet a login role holds rights on it`]
      : [];
  if (!table.forced) return [`${table.name} does not force row-level security`];
  if (table.policies === 0) return [`${table.name} has no policy`];
  if (!table.scoped) return [`a policy of ${table.name} does not read the provider's scope`];
  if (table.tenant_reachable && !table.tenant_scoped)
    return [`${table.name} belongs to a tenant, but a policy of it does not read the tenant's scope`];
  return [];
}

/**
 * Walks the catalogue and names every table, view, function and role that would weaken isolation (T12).
 * Runs in the tests and when the API starts; any role may run it. Empty: all is well.
 */
export async function catalogueFaults(client: ClientBase): Promise<readonly string[]> {
  const tables = await client.query<TableRow>(TABLES, [LOGIN_ROLES]);
  const leaks = await client.query<{ fault: string }>(LEAKS, [LOGIN_ROLES]);
  return [...tables.rows.flatMap(faultsOf), ...leaks.rows.map((row) => row.fault)];
}
