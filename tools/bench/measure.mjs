// One job against both servers: warmed up, taken in turns, medians; statements counted in a pass of their own.
import { withClient } from '../database/connection.mjs';
import { load } from './load.mjs';
import { cpuMs } from './processes.mjs';

const COUNTED = 40;
const WARM_REQUESTS = 2_000;
const WARM_SECONDS = 40;
const APPLICATION = { floor: 'bench-floor', daylight: 'daylight-api' };
const ROLE = { floor: 'daylight_owner', daylight: 'daylight_app', import: 'daylight_worker' };

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function backendsOf(admin, server) {
  const text = 'select pid from pg_stat_activity where application_name = $1';
  return (await admin.query(text, [APPLICATION[server.name]])).rows.map((row) => row.pid);
}

async function once(admin, server, options) {
  const backends = await backendsOf(admin, server);
  const [nodeFrom, pgFrom] = [cpuMs([server.pid]), cpuMs(backends)];
  const got = await load({ port: server.port, ...options });
  const [node, pg] = [cpuMs([server.pid]) - nodeFrom, cpuMs(backends) - pgFrom];
  const { requests } = got;
  return {
    ...got,
    perSecond: requests / got.seconds,
    nodeMs: node / requests,
    pgMs: pg / requests,
    cpuMs: (node + pg) / requests,
  };
}

async function track(admin, what) {
  await admin.query(`alter system set pg_stat_statements.track = '${what}'`);
  await admin.query('select pg_reload_conf()');
  await new Promise((resolve) => setTimeout(resolve, 300));
}

/** What a role's statements cost while `work` runs: `[{ calls, ms, query }]` dearest first, divided by what `work` returns. */
export async function counting(admin, name, work) {
  await track(admin, 'top');
  await admin.query('select pg_stat_statements_reset()');
  const per = await work();
  const { rows } = await admin.query(
    `select calls::float8 / $2 as calls, total_exec_time / $2 as ms, query from pg_stat_statements
     where userid = (select oid from pg_roles where rolname = $1) and toplevel order by total_exec_time desc`,
    [ROLE[name], per],
  );
  await track(admin, 'none');
  return rows;
}

const count = (admin, server, options) =>
  counting(admin, server.name, async () => {
    const { requests } = await load({ port: server.port, ...options, seconds: 30, most: COUNTED, connections: 1 });
    return requests;
  });

export const shortened = (statements, most) =>
  statements
    .slice(0, most)
    .map(({ calls, ms, query }) => ({ calls, ms, query: query.replaceAll(/\s+/g, ' ').slice(0, 160) }));

function summary(runs, statements) {
  const of = (field) => median(runs.map((run) => run[field]));
  const fields = ['perSecond', 'p50', 'p99', 'nodeMs', 'pgMs', 'cpuMs', 'bytes'];
  return {
    ...Object.fromEntries(fields.map((field) => [field, of(field)])),
    requests: runs.reduce((sum, run) => sum + run.requests, 0),
    statements: statements.reduce((sum, { calls }) => sum + calls, 0),
    slowest: shortened(statements, 20),
  };
}

/** `{ floor, daylight, ratio }`; `ratio` is of CPU per request, the median over the turns. */
export async function measure(stage, servers, { job, seconds, repeats }) {
  return withClient(stage.adminUrl, async (admin) => {
    const optionsOf = (server) => ({ make: job[server.name], expected: job.expected, seconds });
    // By requests, not by time: on a busy machine a second is over before the compiler has seen anything.
    for (const server of servers)
      await load({ port: server.port, ...optionsOf(server), seconds: WARM_SECONDS, most: WARM_REQUESTS });
    const runs = { floor: [], daylight: [] };
    for (let n = 0; n < repeats; n += 1)
      for (const server of servers) runs[server.name].push(await once(admin, server, optionsOf(server)));
    const counted = {};
    for (const server of servers) counted[server.name] = await count(admin, server, optionsOf(server));
    const ratio = median(runs.daylight.map((run, n) => run.cpuMs / runs.floor[n].cpuMs));
    return { floor: summary(runs.floor, counted.floor), daylight: summary(runs.daylight, counted.daylight), ratio };
  });
}
