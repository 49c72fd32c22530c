// The migration folder: NNNN-name.up.sql with its NNNN-name.down.sql, one linear sequence.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export const MIGRATIONS = path.resolve(import.meta.dirname, '../../libs/api/database/migrations');
const NAME = /^(\d{4})-([a-z0-9]+(?:-[a-z0-9]+)*)\.(up|down)\.sql$/;

/**
 * All migrations in order: `{ version, name, up, down, checksum }`, `up` and `down` being SQL text. Numbers rise but may leave
 * gaps: each slice has a range of its own. Throws on a stray file or an incomplete pair.
 */
export function readMigrations(folder = MIGRATIONS) {
  const found = new Map();
  for (const file of fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []) {
    if (!file.endsWith('.sql')) continue;
    const [, digits, name, direction] = NAME.exec(file) ?? [];
    if (digits === undefined) throw new Error(`${file} is not named like 0001-some-name.up.sql`);
    const version = Number(digits);
    const entry = found.get(version) ?? { version, name };
    if (entry.name !== name) throw new Error(`Two migrations have number ${digits}: ${entry.name} and ${name}`);
    entry[direction] = fs.readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    found.set(version, entry);
  }
  return [...found.values()].sort((a, b) => a.version - b.version).map(complete);
}

function complete(migration) {
  const label = `${String(migration.version).padStart(4, '0')}-${migration.name}`;
  for (const direction of ['up', 'down']) {
    if (migration[direction] === undefined) throw new Error(`${label}.${direction}.sql is missing`);
  }
  return { ...migration, label, checksum: createHash('sha256').update(migration.up).digest('hex') };
}

/** Writes an empty pair with the next number and returns both paths. */
export function newMigration(name, folder = MIGRATIONS) {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (slug === '') throw new Error('Say what the migration does: npm run db:new -- add-ticket-watchers');
  const number = String((readMigrations(folder).at(-1)?.version ?? 0) + 1).padStart(4, '0');
  return ['up', 'down'].map((direction) => {
    const file = path.join(folder, `${number}-${slug}.${direction}.sql`);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(file, `-- ${direction === 'up' ? 'Why:' : 'Takes back'} ${name}\n`, { flag: 'wx' });
    return file;
  });
}
