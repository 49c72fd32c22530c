import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { TestDatabase } from '@daylight/api-testing';
import type { Actor, Houses } from './houses.fixture.js';
import { MARKER, type TenantKey } from './rows.fixture.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Which tenants' rows an id stands for; ids of a provider's own rows belong to `N` or `S`. */
export type IdOwners = ReadonlyMap<string, string>;

interface Keyed {
  readonly table: string;
  readonly key: string;
  readonly tenant: boolean;
}

/** Tables of the catalogue whose last primary-key column is an id. */
const KEYS = `
  select t.relname as table, a.attname as key,
    exists (select 1 from pg_attribute x where x.attrelid = t.oid and x.attname = 'tenant_id' and not x.attisdropped) as tenant
  from pg_class t join pg_constraint c on c.conrelid = t.oid and c.contype = 'p'
  join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[cardinality(c.conkey)]
  where t.relnamespace = 'public'::regnamespace and a.atttypid = 'uuid'::regtype and a.attname <> 'person_id'
    and exists (select 1 from pg_attribute x where x.attrelid = t.oid and x.attname = 'provider_id')`;

/** Every id in the database with its owner, so that an answer's ids can be looked up. */
export async function idOwners({ db, ids, providerIds }: Houses): Promise<IdOwners> {
  const owners = new Map<string, string>();
  const tenantOf = new Map<string, string>(Object.entries(ids).map(([key, each]) => [each.tenant, key]));
  const providerOf = new Map<string, string>(Object.entries(providerIds).map(([key, id]) => [id, key]));
  for (const { table, key, tenant } of await db.owner<Keyed & { readonly table: string }>(KEYS)) {
    const rows = await db.owner<{ id: string; provider: string; tenant: string | null }>(
      `select ${key} as id, provider_id as provider, ${tenant ? 'tenant_id' : 'null::uuid'} as tenant from ${table}`,
    );
    for (const row of rows) {
      const owner = row.tenant === null ? providerOf.get(row.provider) : tenantOf.get(row.tenant);
      if (owner !== undefined && !owners.has(row.id)) owners.set(row.id, owner);
    }
  }
  const people = await db.owner<{ id: string; provider: string; tenant: string | null }>(
    `select p.person_id as id, p.provider_id as provider, m.tenant_id as tenant
     from person p left join tenant_membership m on m.provider_id = p.provider_id and m.person_id = p.person_id`,
  );
  for (const { id, provider, tenant } of people)
    owners.set(id, (tenant === null ? providerOf.get(provider) : tenantOf.get(tenant)) ?? provider);
  for (const [id, key] of [...tenantOf, ...providerOf]) owners.set(id, key);
  return owners;
}

const canonical = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** Markers and ids in an answer that this actor must not be shown; what the request itself said is no leak. */
export function leaksIn(answer: string, actor: Actor, owners: IdOwners, sent = ''): readonly string[] {
  const leaks = new Set<string>();
  for (const [, word = ''] of answer.matchAll(MARKER)) {
    if (!actor.allowed.has(canonical(word)) && !sent.includes(word)) leaks.add(`text of ${canonical(word)}`);
  }
  for (const [id] of answer.matchAll(UUID)) {
    const owner = owners.get(id);
    if (owner === undefined || sent.includes(id)) continue;
    if (owner !== actor.provider && !actor.tenants.some((tenant) => tenant === owner)) leaks.add(`id of ${owner}`);
  }
  return [...leaks];
}

/** What nobody writes by being refused: everything but sessions, attempts and remembered answers. */
const WATCHED = `
  select t.relname as name,
    exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id' and not a.attisdropped) as tenant
  from pg_class t
  where t.relnamespace = 'public'::regnamespace and t.relkind = 'r'
    and t.relname not in ('session', 'rate_limit', 'idempotency_key', 'schema_migration', 'scope_key')`;

/** A digest of each watched table; equal before and after means that nothing was written anywhere. */
export type State = Readonly<Record<string, string>>;

/** Reads all tenants' rows, or with `but` those that are not `N1`'s and not of its provider. */
export async function stateReader(db: TestDatabase, but?: Houses): Promise<() => Promise<State>> {
  const tables = await db.owner<{ name: string; tenant: boolean }>(WATCHED);
  const others = but === undefined ? '' : (['N2', 'S1', 'S2'] as const).map((key) => `'${but.ids[key].tenant}'`).join();
  const where = (tenant: boolean): string => {
    if (but === undefined) return '';
    return `where provider_id = '${but.providerIds.S}'${tenant ? ` or tenant_id in (${others})` : ''}`;
  };
  const sums = tables.map(
    ({ name, tenant }) =>
      `(select coalesce(sum(hashtextextended(t::text, 0)), 0)::text from ${name} t ${where(tenant)}) as ${name}`,
  );
  const query = `select ${sums.join(', ')}`;
  return async () => (await db.owner<State>(query))[0] ?? {};
}

/** Names of the tables that differ. */
export const changedTables = (before: State, after: State): readonly string[] =>
  Object.keys(before).filter((table) => before[table] !== after[table]);

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** `NOT_FOUND` and the like, a union member's name, `null`, `list`, `object`, `scalar`. */
  readonly kind: string;
}

function kindOf(body: string): string {
  try {
    const { data, errors } = JSON.parse(body) as {
      data?: Record<string, unknown> | null;
      errors?: readonly { readonly extensions?: { readonly code?: string }; readonly message: string }[];
    };
    if (errors !== undefined) return errors[0]?.extensions?.code ?? `UNKNOWN: ${errors[0]?.message ?? ''}`;
    const value = Object.values(data ?? {})[0];
    if (value === null || value === undefined) return 'null';
    if (Array.isArray(value)) return value.length === 0 ? 'empty' : 'list';
    if (typeof value !== 'object') return 'scalar';
    const { __typename: name, nodes, edges } = value as Record<string, unknown>;
    const rows = nodes ?? edges;
    if (Array.isArray(rows)) return rows.length === 0 ? 'empty' : 'list';
    return String(name);
  } catch {
    return 'NO JSON';
  }
}

/** Sends one operation as somebody, over the real endpoint. */
export async function ask(
  app: NestFastifyApplication,
  actor: Pick<Actor, 'audience' | 'cookie'>,
  query: string,
  variables: unknown = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await app.inject({
    method: 'POST',
    url: `/${actor.audience.toLowerCase()}/graphql`,
    headers: { 'content-type': 'application/json', 'x-daylight-csrf': '1', cookie: actor.cookie, ...headers },
    payload: JSON.stringify({ query, variables }),
  });
  return { status: response.statusCode, body: response.body, kind: kindOf(response.body) };
}

/** The tenants whose rows this actor must not reach. */
export const foreignTo = (actor: Actor): readonly TenantKey[] =>
  (['N1', 'N2', 'S1', 'S2'] as const).filter((key) => !actor.tenants.includes(key));
