// The database roles and who they are for (decisions.md 3):
//
//   daylight_owner      runs migrations, owns every table. BYPASSRLS, since forced policies would stop back-fills.
//   daylight_app        the API. No rights but those granted; every row through row-level security.
//   daylight_worker     the background process. The same, plus the job tables.
//   daylight_reporting  reads only, under a scope.
//   daylight_backup     reads everything (BYPASSRLS), writes nothing.
//
// With an own PostgreSQL, DATABASE_URL is the owner's connection: a role that owns the database and may CREATEROLE and
// BYPASSRLS. Missing roles are made through it, with random passwords kept in DAYLIGHT_DATA/secrets.json. An
// administrator who prefers to make them by hand gives DATABASE_APP_URL and DATABASE_WORKER_URL.
import pg from 'pg';

export const OWNER = 'daylight_owner';
const SERVICE_ROLES = {
  daylight_app: 'NOBYPASSRLS',
  daylight_worker: 'NOBYPASSRLS',
  daylight_reporting: 'NOBYPASSRLS',
  daylight_backup: 'BYPASSRLS',
};

/** Makes the owner role. Needs a superuser's connection; for the embedded cluster and tests. */
export async function ensureOwner(client, password) {
  await createRole(client, OWNER, 'BYPASSRLS CREATEROLE', () => password);
  if (password !== undefined) await setPassword(client, OWNER, password);
}

/**
 * Makes the service roles that are missing. `passwordOf(role)` gives the password for a new role (undefined: none, for
 * clusters that trust). Returns the names of those made.
 */
export async function ensureServiceRoles(client, passwordOf) {
  const made = [];
  for (const [role, rights] of Object.entries(SERVICE_ROLES)) {
    if (await createRole(client, role, rights, passwordOf)) made.push(role);
  }
  return made;
}

async function createRole(client, role, rights, passwordOf) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  if (rowCount !== 0) return false;
  const password = passwordOf(role); // asked only now: asking makes one up, and an existing role has another
  const secret = password === undefined ? '' : ` PASSWORD ${pg.escapeLiteral(password)}`;
  try {
    await client.query(`create role ${pg.escapeIdentifier(role)} LOGIN NOSUPERUSER ${rights}${secret}`);
  } catch (error) {
    if (error.code === '42710' || error.code === '23505') return false; // another start made it a moment ago
    throw new Error(
      `The role ${role} is missing and can't be made by this connection (${error.message}). As a superuser: CREATE ROLE ${role} LOGIN ${rights}; (docs/operations.md)`,
    );
  }
  return true;
}

/** For the embedded cluster only: there the passwords in secrets.json are the truth. */
export async function setPassword(client, role, password) {
  await client.query(`alter role ${pg.escapeIdentifier(role)} PASSWORD ${pg.escapeLiteral(password)}`);
}

/** Makes a database owned by `owner` if it is missing; every other role loses the right to connect unless granted. */
export async function ensureDatabase(client, name, owner = OWNER) {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount !== 0) return false;
  const database = pg.escapeIdentifier(name);
  await client.query(`create database ${database} owner ${pg.escapeIdentifier(owner)} template template0`);
  await client.query(`revoke all on database ${database} from public`);
  await client.query(`grant connect, temporary on database ${database} to ${Object.keys(SERVICE_ROLES).join(', ')}`);
  return true;
}
