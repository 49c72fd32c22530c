// The command line's import of a generated event log, against COPY of the very rows that it wrote.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { withClient } from '../database/connection.mjs';
import { counting, shortened } from './measure.mjs';
import { cpuMs } from './processes.mjs';
import { randomFrom } from './words.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
// Everything that an import leaves behind, in the order in which one row refers to another.
const TABLES = [
  'ticket',
  'ticket_event',
  'ticket_message',
  'ticket_search',
  'ticket_clock',
  'ticket_fact',
  'kpi_rollup',
  'import_case',
  'import_entry',
];
const MINUTE = 60_000;

/** Writes a log of about `entries` lines, nine to a case: the shape of a service desk's export. */
function writeLog(file, entries) {
  const random = randomFrom(11);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const out = fs.openSync(file, 'w');
  fs.writeSync(out, 'case,at,status,impact,product,country,organisation\n');
  const base = Date.parse('2024-03-01T00:00:00Z');
  let written = 0;
  for (let number = 1; written < entries; number += 1) {
    let at = base + Math.floor(random() * 700 * 24 * 60) * MINUTE;
    const own = `${pick(['High', 'Medium', 'Low', 'Low'])},PROD${Math.floor(random() * 700)},${pick(['se', 'pl', 'in', 'kr'])},Org line ${pick(['A2', 'C', 'B', 'V7n'])}`;
    const middle = Array.from({ length: 2 + Math.floor(random() * 9) }, () =>
      pick(['In Progress', 'In Progress', 'Queued', 'Wait - User', 'Assigned']),
    );
    const steps = ['In Progress', ...middle, 'In Progress', 'Resolved', 'Closed'];
    let lines = '';
    for (const status of steps) {
      lines += `1-${number},${new Date(at).toISOString()},${status},${own}\n`;
      at += (3 + Math.floor(random() * 600)) * MINUTE;
    }
    fs.writeSync(out, lines);
    written += steps.length;
  }
  fs.closeSync(out);
  return written;
}

function runImport(stage, { tenantId, file, flags }) {
  const script = path.join(ROOT, 'tools/import/run.mjs');
  const source = ['--conditions=daylight-source', '--import', '@swc-node/register/esm-register'];
  const gauge = ['--import', path.join(import.meta.dirname, 'import-gauge.mjs')];
  const mapping = path.join(import.meta.dirname, 'import-mapping.json');
  const args = [...source, ...gauge, ...flags, script, '--tenant', tenantId, '--mapping', mapping, file];
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, DAYLIGHT_WORKER_DATABASE_URL: stage.workerUrl };
  const child = spawn(process.execPath, args, {
    ...{ cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
    env: { ...env, SWC_NODE_PROJECT: path.join(ROOT, 'tsconfig.base.json') },
  });
  const heard = ['', '', '', ''];
  for (const from of [1, 2, 3]) child.stdio[from].on('data', (chunk) => (heard[from] += chunk));
  const backends = watchBackends(stage);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', async (code) => {
      const pgSeconds = (await backends.stop()) / 1_000;
      const said = heard[1] + heard[2];
      const events = Number(/(\d+) events\s*$/.exec(heard[1])?.[1] ?? 0);
      if (code !== 0 || events === 0) return reject(new Error(`the import failed:\n${said.slice(-3_000)}`));
      const { ms, cpuMs, peakMb } = JSON.parse(heard[3]);
      resolve({ seconds: ms / 1_000, peakMb, events, nodeSeconds: cpuMs / 1_000, pgSeconds });
    });
  });
}

/** CPU that the backends of an import take, in ms: sampled, since they are gone with the process that they serve. */
function watchBackends(stage) {
  const seen = new Map();
  const look = async (admin) => {
    const text = "select pid from pg_stat_activity where application_name = 'daylight-import'";
    for (const { pid } of (await admin.query(text)).rows) seen.set(pid, Math.max(seen.get(pid) ?? 0, cpuMs([pid])));
  };
  let going = true;
  const done = withClient(stage.adminUrl, async (admin) => {
    while (going) {
      await look(admin);
      await setTimeout(50);
    }
  });
  return {
    stop: async () => {
      going = false;
      await done;
      return [...seen.values()].reduce((sum, ms) => sum + ms, 0);
    },
  };
}

/**
 * Takes the tenant's rows out and has COPY bring them back into the same tables, with their indexes, keys and checks, in
 * one transaction of the superuser: what the database alone needs for these rows. `{ seconds, pgSeconds, rows }`.
 */
async function copyRows(stage, tenantId) {
  return withClient(stage.superuserUrl, async (admin) => {
    const folder = path.join(stage.folder, 'postgres', 'data');
    const tables = [];
    for (const table of TABLES) {
      const file = path.join(folder, `bench-${table}.copy`);
      const { rows } = await admin.query(
        `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [table],
      );
      const { columns } = rows[0];
      await admin.query(`copy (select ${columns} from ${table} where tenant_id = '${tenantId}') to '${file}'`);
      tables.push({ table, columns, file });
    }
    await forget(admin, tenantId);
    const { pid } = (await admin.query('select pg_backend_pid() as pid')).rows[0];
    const [from, cpuFrom] = [performance.now(), cpuMs([pid])];
    let count = 0;
    await admin.query('begin');
    for (const { table, columns, file } of tables)
      count += (await admin.query(`copy ${table} (${columns}) from '${file}'`)).rowCount;
    await admin.query('commit');
    const [seconds, pgSeconds] = [(performance.now() - from) / 1_000, (cpuMs([pid]) - cpuFrom) / 1_000];
    for (const { file } of tables) fs.rmSync(file, { force: true });
    return { seconds, pgSeconds, rows: count };
  });
}

/** Takes a tenant's tickets away, and the room that they took. */
async function forget(admin, tenantId) {
  await admin.query('set session_replication_role = replica');
  for (const table of TABLES) await admin.query(`delete from ${table} where tenant_id = $1`, [tenantId]);
  await admin.query('set session_replication_role = origin');
  for (const table of TABLES) await admin.query(`vacuum ${table}`);
}

/** `[{ entries, events, seconds, entriesPerSecond, eventsPerSecond, copySeconds, ratio, peakMb, ... }]`, one for each size. */
export async function measureImport(stage, world, { entries, log, profile, statements }) {
  const results = [];
  for (const [n, size] of entries.entries()) {
    const file = path.join(stage.folder, `log-${size}.csv`);
    const written = writeLog(file, size);
    const { tenantId } = world.clients.at(-1 - n);
    // Only what the import brings is copied afterwards.
    await withClient(stage.superuserUrl, (admin) => forget(admin, tenantId));
    const flags = profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
    let done;
    const run = async () => {
      done = await runImport(stage, { tenantId, file, flags });
      return 1;
    };
    // Counting statements costs a little: only when asked for.
    const slowest = statements
      ? shortened(await withClient(stage.adminUrl, (admin) => counting(admin, 'import', run)), 14)
      : (await run(), []);
    const { seconds, events } = done;
    const copy = await copyRows(stage, tenantId);
    const rates = { entriesPerSecond: written / seconds, eventsPerSecond: events / seconds };
    const one = { entries: written, ...done, ...rates, copy, ratio: seconds / copy.seconds, slowest };
    results.push(one);
    for (const line of linesOf(one)) log(line);
    fs.rmSync(file);
  }
  return results;
}

function linesOf({ entries, copy, slowest, ...one }) {
  return [
    `import of ${entries} entries: ${one.seconds.toFixed(1)} s (CPU: importer ${one.nodeSeconds.toFixed(1)} s, PostgreSQL ${one.pgSeconds.toFixed(1)} s), ${one.entriesPerSecond.toFixed(0)} entries/s, ${one.eventsPerSecond.toFixed(0)} events/s, peak ${one.peakMb} MB`,
    `COPY of the same ${copy.rows} rows: ${copy.seconds.toFixed(1)} s (CPU ${copy.pgSeconds.toFixed(1)} s); the import took ${one.ratio.toFixed(1)} times as long`,
    ...slowest.map(({ calls, ms, query }) => `  ${calls} x, ${ms.toFixed(0)} ms in all  ${query}`),
  ];
}
