// Each migration up, down and up again on a house in use (R19): the same schema, and no row of what was there before is lost.
import { withClient } from '../database/connection.mjs';
import { migrate, rollback } from '../database/migrate.mjs';
import { readMigrations } from '../database/migration-files.mjs';
import { dumpSchema, schemaDrift } from '../database/schema-dump.mjs';
import { loadDemo, newFolder, open } from './house.mjs';

/** Rows of each table. */
async function rowCounts(ownerUrl) {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `select relname as name, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', relname), false, true, '')))[1]::text as n
       from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migration' order by 1`,
    );
    return Object.fromEntries(rows.map(({ name, n }) => [name, Number(n)]));
  });
}

export async function migrations() {
  const database = await open(newFolder('migrations'));
  await loadDemo(database);
  const url = database.ownerUrl;
  const all = readMigrations();
  const faults = [];
  let rowsSeen = 0;
  for (const [index, { version, label }] of [...all.entries()].reverse()) {
    const to = all[index - 1]?.version ?? 0;
    const schema = await dumpSchema(url);
    await rollback(url, { to });
    const kept = await rowCounts(url);
    rowsSeen += Object.values(kept).reduce((sum, n) => sum + n, 0);
    await migrate(url, { to: version });
    if ((await dumpSchema(url)) !== schema) faults.push(`${label}: another schema after down and up`);
    const after = await rowCounts(url);
    for (const [table, n] of Object.entries(kept))
      if (after[table] !== n) faults.push(`${label}: ${table} had ${n} rows, then ${after[table] ?? 'none'}`);
    await rollback(url, { to });
  }
  await migrate(url);
  const drift = schemaDrift(await dumpSchema(url));
  if (drift !== null) faults.push(drift);
  for (const fault of faults) console.log(fault);
  console.log(JSON.stringify({ migrations: all.length, rowsCarriedThrough: rowsSeen, faults: faults.length }));
  return faults.length === 0;
}
