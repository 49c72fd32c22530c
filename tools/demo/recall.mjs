// The world of a demo that was seeded on an earlier day: the same shape that seeding it gave.
import { withClient } from '../database/connection.mjs';
import { ADMIN, DEMO_PROVIDER, PEOPLE, STAFF, TEAMS } from './people.mjs';

const byKey = (rows, key, value) => Object.fromEntries(rows.map((row) => [row[key], value(row)]));

/** `{ world, services, lastAt }`: `lastAt` is when the newest ticket was opened, by prefix. Null where there is no demo. */
export async function recall(ownerUrl) {
  return withClient(ownerUrl, async (client) => {
    const ask = async (sql) => (await client.query(sql, [providerId])).rows;
    const found = await client.query('select provider_id from provider where slug = $1', [DEMO_PROVIDER]);
    if (found.rows.length === 0) return null;
    const providerId = found.rows[0].provider_id;
    const ids = byKey(await ask('select email, person_id from person where provider_id = $1'), 'email', (row) => row);
    const known = [ADMIN, ...STAFF, ...PEOPLE].filter(({ email }) => ids[email] !== undefined);
    const teams = byKey(
      await ask('select name, team_id from team where provider_id = $1'),
      'name',
      (row) => row.team_id,
    );
    const tenants = await ask(
      `select t.prefix, t.tenant_id, last.at
       from tenant t left join lateral (
         select max(opened_at) as at from ticket k where k.provider_id = t.provider_id and k.tenant_id = t.tenant_id
       ) last on true
       where t.provider_id = $1`,
    );
    const services = await ask('select code, service_item_id from service_item where provider_id = $1');
    return {
      world: {
        providerId,
        people: Object.fromEntries(known.map(({ key, email }) => [key, { personId: ids[email].person_id }])),
        teams: Object.fromEntries(TEAMS.map(({ key, name }) => [key, teams[name] ?? null])),
        tenants: byKey(tenants, 'prefix', (row) => row.tenant_id),
      },
      services: byKey(services, 'code', (row) => ({ id: row.service_item_id })),
      lastAt: byKey(
        tenants.filter(({ at }) => at !== null),
        'prefix',
        ({ at }) => at.getTime(),
      ),
    };
  });
}
