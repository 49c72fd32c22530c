// The command line's import of a generated event log, against COPY of the very rows that it wrote.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { withClient } from '../database/connection.mjs';
import { counting, shortened } from './measure.mjs';
import { residentMb } from './processes.mjs';
import { randomFrom } from './words.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TABLES = ['ticket', 'ticket_event', 'ticket_message', 'ticket_clock', 'ticket_fact', 'ticket_search'];
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
  const args = [
    ...source,
    ...flags,
    script,
    '--tenant',
    tenantId,
    '--mapping',
    path.join(import.meta.dirname, 'import-mapping.json'),
    file,
  ];
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, DAYLIGHT_WORKER_DATABASE_URL: stage.workerUrl };
  const child = spawn(process.execPath, args, {
    ...{ cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
    env: { ...env, SWC_NODE_PROJECT: path.join(ROOT, 'tsconfig.base.json') },
  });
  let said = '';
  let begun = null;
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, residentMb(child.pid, 'VmHWM'))), 100);
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      begun ??= performance.now();
      said += chunk;
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      const events = Number(/(\d+) events\s*$/.exec(said)?.[1] ?? 0);
      if (code !== 0 || events === 0) return reject(new Error(`the import failed:\n${said.slice(-3_000)}`));
      resolve({ seconds: (performance.now() - begun) / 1_000, peakMb: peak, events });
    });
  });
}

/** Seconds that COPY takes for the tenant's rows into empty tables with the same indexes and checks. */
async function copyRows(stage, tenantId) {
  return withClient(stage.superuserUrl, async (admin) => {
    const folder = path.join(stage.folder, 'postgres', 'data');
    let seconds = 0;
    for (const table of TABLES) {
      const file = path.join(folder, `bench-${table}.copy`);
      const { rows } = await admin.query(
        `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [table],
      );
      const { columns } = rows[0];
      await admin.query(`copy (select ${columns} from ${table} where tenant_id = '${tenantId}') to '${file}'`);
      await admin.query(`create table bench_copy (like ${table} including all)`);
      const from = performance.now();
      await admin.query(`copy bench_copy (${columns}) from '${file}'`);
      seconds += (performance.now() - from) / 1_000;
      await admin.query('drop table bench_copy');
      fs.rmSync(file, { force: true });
    }
    return seconds;
  });
}

/** `[{ entries, events, seconds, entriesPerSecond, eventsPerSecond, copySeconds, ratio, peakMb }]`, one for each size. */
export async function measureImport(stage, world, { entries, log, profile, statements }) {
  const results = [];
  for (const [n, size] of entries.entries()) {
    const file = path.join(stage.folder, `log-${size}.csv`);
    const written = writeLog(file, size);
    const { tenantId } = world.clients.at(-1 - n);
    await withClient(stage.superuserUrl, async (admin) => {
      // Only what the import brings is copied afterwards.
      await admin.query('set session_replication_role = replica');
      for (const table of TABLES) await admin.query(`delete from ${table} where tenant_id = $1`, [tenantId]);
      await admin.query('delete from kpi_rollup where tenant_id = $1', [tenantId]);
    });
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
    const { seconds, peakMb, events } = done;
    const copySeconds = await copyRows(stage, tenantId);
    const one = {
      entries: written,
      events,
      seconds,
      entriesPerSecond: written / seconds,
      eventsPerSecond: events / seconds,
    };
    results.push({ ...one, copySeconds, ratio: seconds / copySeconds, peakMb, slowest });
    log(
      `import of ${written} entries: ${seconds.toFixed(1)} s, ${(written / seconds).toFixed(0)} entries/s (${(events / seconds).toFixed(0)} events/s), COPY ${copySeconds.toFixed(1)} s, peak ${peakMb} MB`,
    );
    for (const { calls, ms, query } of slowest) log(`  ${calls} x, ${ms.toFixed(0)} ms in all  ${query}`);
    fs.rmSync(file);
  }
  return results;
}
