import {
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { statement } from './statement.js';

const TENANTS = statement<{ tenant_id: string }>('spec-tenants', 'select tenant_id from tenant order by name');

let db: TestDatabase;
let ours: { providerId: string; acme: string; beta: string };
let theirs: { providerId: string; tenantId: string };

beforeAll(async () => {
  db = await createTestDatabase();
  const { providerId } = await createProvider(db, 'North');
  ours = {
    providerId,
    acme: await createTenant(db, providerId, 'ACME'),
    beta: await createTenant(db, providerId, 'BETA'),
  };
  const other = await createProvider(db, 'South');
  theirs = { providerId: other.providerId, tenantId: await createTenant(db, other.providerId, 'ACME') };
});
afterAll(() => db.close());

async function tenantsSeenBy(
  person: { providerId: string; personId: string },
  audience: 'PORTAL' | 'CONSOLE',
): Promise<readonly string[]> {
  const caller = await signInAs(db, person, audience);
  const rows = await db.app.asPerson(caller, (tx) => tx.query(TENANTS));
  return rows.map((row) => row.tenant_id);
}

it('a client user sees the own company and nobody else, even with no WHERE', async () => {
  const personId = await createClient(db, ours.providerId, ours.acme);
  await expect(tenantsSeenBy({ providerId: ours.providerId, personId }, 'PORTAL')).resolves.toEqual([ours.acme]);
});

it('staff see the clients of their provider, and no other provider with the same prefix', async () => {
  const personId = await createStaff(db, ours.providerId);
  await expect(tenantsSeenBy({ providerId: ours.providerId, personId }, 'CONSOLE')).resolves.toEqual([
    ours.acme,
    ours.beta,
  ]);
});

it('restricted staff see the clients assigned to them', async () => {
  const personId = await createStaff(db, ours.providerId, { restrictedTo: [ours.beta] });
  await expect(tenantsSeenBy({ providerId: ours.providerId, personId }, 'CONSOLE')).resolves.toEqual([ours.beta]);
});

it('a client user who asks for a company that is not theirs is refused', async () => {
  const personId = await createClient(db, ours.providerId, ours.acme);
  const caller = await signInAs(db, { providerId: ours.providerId, personId }, 'PORTAL', { tenantId: theirs.tenantId });
  await expect(db.app.asPerson(caller, (tx) => tx.query(TENANTS))).rejects.toMatchObject({ code: 'DL403' });
});

it('no scope is an error, not emptiness', async () => {
  await expect(db.bare('select * from tenant')).rejects.toMatchObject({ code: 'DL000' });
});

it('a forged, copied or outlived scope is refused', async () => {
  const personId = await createClient(db, ours.providerId, ours.acme);
  const caller = await signInAs(db, { providerId: ours.providerId, personId }, 'PORTAL');
  const setting = statement<{ scope: string }>('spec-setting', `select current_setting('daylight.scope') as scope`);
  const [row] = await db.app.asPerson(caller, (tx) => tx.query(setting));
  const stolen = row?.scope ?? '';
  expect(stolen).toContain(ours.acme);
  const forged = stolen.replace(ours.acme, theirs.tenantId);
  for (const scope of [stolen, forged, '', 'x'.repeat(200)]) {
    const attack = db.app.asPerson(caller, async (tx) => {
      await tx.query(statement(`spec-forge`, `select set_config('daylight.scope', $1, true)`), [scope]);
      return tx.query(TENANTS);
    });
    await expect(attack).rejects.toMatchObject({ code: 'DL000' });
  }
});

it('a scope does not outlive its transaction on a pooled connection', async () => {
  const personId = await createClient(db, ours.providerId, ours.acme);
  const caller = await signInAs(db, { providerId: ours.providerId, personId }, 'PORTAL');
  await db.app.asPerson(caller, (tx) => tx.query(TENANTS));
  await expect(db.app.withoutScope((client) => client.query('select * from tenant'))).rejects.toMatchObject({
    code: 'DL000',
  });
});

it.each(['credential', 'session', 'one_time_link', 'rate_limit', 'scope_key'])(
  'the application cannot read %s',
  async (table) => {
    await expect(db.bare(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
  },
);

it('the key stands in no plan that a session can have printed', async () => {
  const [key] = await db.owner<Readonly<Record<string, Buffer>>>('select secret, inner_key, outer_key from scope_key');
  // As PostgreSQL writes the bytes of a constant.
  const starts = Object.values(key ?? {}).map((bytes) => new Int8Array(bytes.subarray(0, 16)).join(' '));
  const printed: string[] = [];
  const note = ({ message, detail }: Partial<Record<'message' | 'detail', string | undefined>>) =>
    printed.push(`${message} ${detail}`.replaceAll(/\s+/g, ' '));
  await db.app.withoutScope(async (client) => {
    client.on('notice', note);
    await client.query('begin');
    await client.query('set local client_min_messages = log');
    await client.query('set local debug_print_plan = on');
    await client.query(`set local daylight.scope = '${'0'.repeat(100)}'`);
    await expect(client.query('select scope_provider()')).rejects.toMatchObject({ code: 'DL000' });
    await client.query('rollback');
    client.off('notice', note);
  });
  expect(starts).toHaveLength(3);
  expect(printed.join('\n')).toContain('PLANNEDSTMT');
  expect(starts.filter((start) => printed.some((text) => text.includes(start)))).toEqual([]);
});

it('the application cannot act as the worker', async () => {
  await expect(db.bare('select begin_worker_scope($1, null)', [theirs.providerId])).rejects.toMatchObject({
    code: '42501',
  });
});

it('an ended session is no session, at once', async () => {
  const personId = await createClient(db, ours.providerId, ours.acme);
  const caller = await signInAs(db, { providerId: ours.providerId, personId }, 'PORTAL');
  await db.app.withoutScope((client) => client.query('select session_close($1)', [caller.tokenHash]));
  await expect(db.app.asPerson(caller, (tx) => tx.query(TENANTS))).rejects.toMatchObject({ code: 'DL401' });
});

it('a portal session is worth nothing in the console', async () => {
  const personId = await createClient(db, ours.providerId, ours.acme);
  const caller = await signInAs(db, { providerId: ours.providerId, personId }, 'PORTAL');
  await expect(db.app.asPerson({ ...caller, audience: 'CONSOLE' }, (tx) => tx.query(TENANTS))).rejects.toMatchObject({
    code: 'DL401',
  });
});

it('nobody raises the own rights by a plain update', async () => {
  const personId = await createClient(db, ours.providerId, ours.acme);
  const caller = await signInAs(db, { providerId: ours.providerId, personId }, 'PORTAL');
  const raise = (text: string) =>
    db.app.asPerson(caller, (tx) => tx.query(statement(text.slice(0, 20), text), [personId]));
  await expect(
    raise(`update person set side = 'PROVIDER', staff_role = 'PROVIDER_ADMIN' where person_id = $1`),
  ).rejects.toMatchObject({ code: '42501' });
  await expect(raise(`update tenant_membership set roles = '{APPROVER}' where person_id = $1`)).rejects.toMatchObject({
    code: '42501',
  });
});
