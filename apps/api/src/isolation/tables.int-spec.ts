import { statement } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import { createHouses, type Actor, type Houses } from './houses.fixture.js';

jest.setTimeout(120_000);

let houses: Houses;
let tables: readonly Table[];

interface Table {
  readonly name: string;
  readonly provider: boolean;
  readonly tenant: boolean;
  readonly app: boolean;
}

/** Every table of the catalogue, those of later migrations too. */
const TABLES = `
  select t.relname as name, has_table_privilege('daylight_app', t.oid, 'select') as app,
    exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'provider_id' and not a.attisdropped) as provider,
    exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id' and not a.attisdropped) as tenant
  from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p', 'v', 'm') order by 1`;

beforeAll(async () => {
  houses = await createHouses();
  tables = await houses.db.owner<Table & Record<string, unknown>>(TABLES);
});
afterAll(() => houses?.db.close());

interface Seen {
  readonly provider_id: string;
  readonly tenant_id?: string | null;
}

/** What a row says that is not this actor's; null: it is. */
function foreignRow(actor: Actor, row: Seen): string | null {
  if (row.provider_id !== houses.providerIds[actor.provider]) return 'another provider';
  const { tenant_id: tenant } = row;
  if (tenant === null || tenant === undefined) return null;
  return actor.tenants.some((key) => houses.ids[key].tenant === tenant) ? null : 'another tenant';
}

class Undo extends Error {}

it('every table, read or emptied by the application without a WHERE, gives one’s own rows (T10)', async () => {
  const faults: string[] = [];
  const filled = new Set<string>();
  let rows = 0;
  for (const { name, app, tenant } of tables.filter((table) => table.app && table.provider)) {
    const columns = tenant ? 'provider_id, tenant_id' : 'provider_id';
    for (const actor of houses.actors) {
      const seen = await houses.db.app.asPerson(actor.caller, (tx) =>
        tx.query(statement<Seen>(`spec-${newId()}`, `select ${columns} from ${name}`)),
      );
      rows += seen.length;
      if (seen.length > 0) filled.add(name);
      for (const row of seen) {
        const fault = foreignRow(actor, row);
        if (fault !== null) faults.push(`${name} shows ${actor.provider} ${actor.part} a row of ${fault}`);
      }
      const gone = await houses.db.app
        .asPerson(actor.caller, async (tx) => {
          const deleted = await tx.query(
            statement<Seen>(`spec-${newId()}`, `delete from ${name} returning ${columns}`),
          );
          faults.push(
            ...deleted.flatMap((row) => (foreignRow(actor, row) === null ? [] : [`${name}: ${actor.part} deletes`])),
          );
          throw new Undo();
        })
        .catch((error: unknown) => (error instanceof Undo ? 'deleted' : 'refused'));
      expect(['deleted', 'refused']).toContain(gone);
    }
    expect(app).toBe(true);
  }
  expect(faults).toEqual([]);
  // Tables without rows prove nothing: only these few may be empty here.
  const empty = tables
    .filter((table) => table.app && table.provider && !filled.has(table.name))
    .map(({ name }) => name);
  expect(empty.filter((name) => !['audit_seal', 'idempotency_key', 'review_signature', 'job'].includes(name))).toEqual(
    [],
  );
  expect(filled.size).toBeGreaterThanOrEqual(38);
  process.stdout.write(`isolation: ${rows} rows of ${filled.size} tables read without WHERE, 0 foreign\n`);
});

it('without a scope every table is an error, not empty (T11)', async () => {
  const open: string[] = [];
  for (const { name } of tables.filter((table) => table.name !== 'schema_migration')) {
    const code = await houses.db.bare(`select 1 from ${name}`).then(
      () => 'answered',
      (error: { readonly code?: string }) => error.code,
    );
    if (code !== 'DL000' && code !== '42501') open.push(`${name}: ${code}`);
  }
  expect(open).toEqual([]);
});

interface Key {
  readonly name: string;
  readonly of: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly target_columns: readonly string[];
}

const FOREIGN_KEYS = `
  select c.conname as name, c.conrelid::regclass::text as of, c.confrelid::regclass::text as target,
    array(select a.attname::text from unnest(c.conkey) with ordinality k(n, i) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.i) as columns,
    array(select a.attname::text from unnest(c.confkey) with ordinality k(n, i) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by k.i) as target_columns
  from pg_constraint c join pg_class t on t.oid = c.conrelid
  where c.contype = 'f' and t.relnamespace = 'public'::regnamespace and array_length(c.conkey, 1) > 1 order by 1`;

/**
 * References inside one provider whose key can't carry the tenant, since a file may belong to no tenant (staff uploads). What a
 * link to another tenant's file would win is nothing: `file_read` asks for the file's own tenant first, and T1 tries the use cases.
 */
const FILES: readonly string[] = [
  'import_run_file_fk',
  'review_document_file_fk',
  'review_signature_copy_fk',
  'ticket_attachment_file_fk',
];

/** A provider's contact serves every client and has no tenant. Only the worker writes calls, out of one client's directory. */
const CONTACTS: readonly string[] = ['escalation_attempt_contact_fk'];

/** A provider's mailbox serves every client and has no tenant. Only the worker writes mail, to whom the address says. */
const MAILBOXES: readonly string[] = ['mail_inbound_mailbox_fk'];

/** A provider's webhook is told of every client and has no tenant. What it is told of is its delivery's own client. */
const WITHOUT_TENANT: readonly string[] = [...FILES, ...CONTACTS, ...MAILBOXES, 'webhook_delivery_webhook_fk'];

it('the database itself refuses a reference to another provider’s or tenant’s row (T3)', async () => {
  const keys = await houses.db.owner<Key & Record<string, unknown>>(FOREIGN_KEYS);
  const accepted: string[] = [];
  let tried = 0;
  const { db, ids, providerIds } = houses;
  const hasTenant = (name: string) => tables.some((table) => table.name === name && table.tenant);
  for (const { name, of, columns, target, target_columns: targetColumns } of keys) {
    const reference = columns.at(-1) ?? '';
    const targeted = targetColumns.at(-1) ?? '';
    const attempts: (readonly [string, string])[] = [[`provider_id = '${providerIds.S}'`, 'another provider']];
    const apart = hasTenant(target) && hasTenant(of) && reference !== 'tenant_id' && !WITHOUT_TENANT.includes(name);
    // a ticket's key carries its tenant
    if (apart && !columns.includes('tenant_id') && !columns.includes('ticket_id'))
      accepted.push(`${name} does not carry the tenant`);
    if (apart) attempts.push([`tenant_id = '${ids.N2.tenant}'`, 'another tenant']);
    for (const [where, whose] of attempts) {
      const [foreign] = await db.owner<{ id: string }>(
        `select ${targeted}::text as id from ${target} where ${where} limit 1`,
      );
      const mine = `provider_id = '${providerIds.N}'${hasTenant(of) ? ` and tenant_id = '${ids.N1.tenant}'` : ''}`;
      // One that holds such a reference, where there is one: what goes with it is there then.
      const [row] = await db.owner<{ at: string }>(
        `select ctid::text as at from ${of} where ${mine} order by ${reference} is null limit 1`,
      );
      if (foreign === undefined || row === undefined) continue;
      tried += 1;
      const outcome = await db
        .owner(
          `do $$ begin
             alter table ${of} disable trigger user;
             update ${of} set ${reference} = '${foreign.id}' where ctid = '${row.at}';
             set constraints all immediate;
             raise exception 'accepted' using errcode = 'XX999';
           end $$`,
        )
        .then(
          () => 'nothing',
          (error: { readonly code?: string }) => error.code,
        );
      // a row that is unique by its reference may be refused for that first; its key carries the tenant, as asked above
      if (outcome !== '23503' && outcome !== '23505')
        accepted.push(`${name} (${of}.${reference} -> ${target}) to ${whose}: ${outcome}`);
    }
  }
  expect(accepted).toEqual([]);
  expect(tried).toBeGreaterThanOrEqual(100);
  process.stdout.write(`isolation: ${tried} foreign references refused by the database\n`);
});

it('two tenants use the same number, e-mail, external key and deduplication key without meeting (T13)', async () => {
  const { db, ids, providerIds } = houses;
  const same = await db.owner<{ n: number; tenants: number }>(
    `select count(*)::int as n, count(distinct tenant_id)::int as tenants from ticket where number = 1 and external_key = 'EXT-1'`,
  );
  expect(same).toEqual([{ n: 4, tenants: 4 }]);
  for (const provider of ['N', 'S'] as const) {
    await db.owner(
      `insert into person (provider_id, person_id, email, display_name, side, language, zone, status, created_at)
       values ($1, $2, 'same@client.example', 'Same', 'CLIENT', 'ko', 'Asia/Seoul', 'ACTIVE', now())`,
      [providerIds[provider], newId()],
    );
    await db.owner(
      `insert into job (provider_id, tenant_id, job_id, queue, payload, run_at, dedupe_key) values ($1, $2, $3, 'nothing', '{}', '2099-01-01', 'same')`,
      [providerIds[provider], ids[`${provider}1`].tenant, newId()],
    );
  }
  const keys = ['AGENT', 'ACCOUNT_MANAGER'] as const;
  for (const [provider, part] of [...keys.map((part) => ['N', part] as const), ['S', 'AGENT'] as const]) {
    const actor = houses.actor(provider, part);
    await db.owner(
      `insert into idempotency_key (provider_id, person_id, key, request_digest) values ($1, $2, 'the-same-key', 'x')`,
      [providerIds[provider], actor.personId],
    );
  }
  expect(await db.owner(`select 1 from idempotency_key where key = 'the-same-key'`)).toHaveLength(3);
});
