// npm run bench: Daylight's compiled API against the floor on the same seeded database.
import os from 'node:os';
import path from 'node:path';
import { dataFolder } from '../database/secrets.mjs';
import { runTarget } from '../start/build.mjs';
import { BenchRefused, HTTP_JOBS, PURE_JOBS, readOptions, WEB_JOB } from './options.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const log = (line) => process.stdout.write(`${line}\n`);

async function measureHttp(stage, world, options) {
  const [{ httpJob }, { measure }, { startApi, startFloor }] = await Promise.all([
    ...[import('./http-jobs.mjs'), import('./measure.mjs'), import('./processes.mjs')],
  ]);
  const servers = [];
  const results = {};
  try {
    servers.push(await startFloor(stage, world));
    servers.push(
      await startApi(stage, {
        flags: options.profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`],
      }),
    );
    for (const name of HTTP_JOBS.filter((job) => options.jobs.includes(job))) {
      log(`${name} ...`);
      results[name] = await measure(stage, servers, { job: httpJob(name, world), ...options });
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
  return results;
}

async function measureStart(stage, world, repeats) {
  const { startApi, startBare, startFloor } = await import('./processes.mjs');
  const { median } = await import('./measure.mjs');
  const seen = { floor: [], bare: [], daylight: [] };
  for (let n = 0; n < repeats; n += 1) {
    for (const start of [startFloor, startBare, startApi]) {
      const server = await start(stage, world);
      seen[server.name].push(server);
      await server.stop();
    }
  }
  const of = (name) => ({
    startMs: median(seen[name].map(({ startMs }) => startMs)),
    startCpuMs: median(seen[name].map(({ startCpuMs }) => startCpuMs)),
    residentMb: median(seen[name].map(({ residentMb }) => residentMb)),
  });
  return { floor: of('floor'), bare: of('bare'), daylight: of('daylight') };
}

async function withStage(options) {
  const [{ openStage }, { seed }] = await Promise.all([import('./stage.mjs'), import('./seed.mjs')]);
  const stage = await openStage();
  const stop = () => stage.stop().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    log(`seeding ${options.tickets} tickets of 200 clients`);
    const world = await seed(stage, { tickets: options.tickets, log });
    const result = {};
    if (options.jobs.some((job) => HTTP_JOBS.includes(job))) result.http = await measureHttp(stage, world, options);
    if (options.jobs.includes('start')) result.start = await measureStart(stage, world, options.repeats);
    if (options.jobs.includes('import')) {
      const { measureImport } = await import('./import-job.mjs');
      result.import = await measureImport(stage, world, { ...options, log });
    }
    return result;
  } finally {
    await stage.stop();
  }
}

async function measurePure({ jobs, repeats }) {
  const result = {};
  if (jobs.includes('sla')) result.sla = (await import('./calendar-job.mjs')).measureCalendar(repeats);
  if (jobs.includes('what-if')) result.whatIf = (await import('./what-if-job.mjs')).measureWhatIf(repeats);
  return result;
}

function pureLines({ sla, whatIf }) {
  const millions = (rate) => `${(rate / 1e6).toFixed(rate < 1e6 ? 4 : 1)} M due dates/s`;
  const lines = [];
  if (sla !== undefined) {
    lines.push(`sla: ${millions(sla.addsPerSecond)} on one core, ${sla.ns.toFixed(0)} ns each`);
    for (const [name, rate] of Object.entries(sla.yardsticks)) lines.push(`  beside it ${name}: ${millions(rate)}`);
  }
  if (whatIf !== undefined) {
    const { tickets, quarters, changes, cpuMs } = whatIf;
    lines.push(
      `what-if: ${tickets} tickets of ${quarters} quarters in ${cpuMs.toFixed(0)} ms of one core, ${changes} verdicts change`,
    );
  }
  return lines;
}

async function print(report, options) {
  const { httpTable, statementLines } = await import('./report.mjs');
  if (report.http !== undefined) {
    log(`\n${httpTable(report.http)}`);
    if (options.statements) log(`\n${statementLines(report.http).join('\n')}`);
  }
  for (const [name, one] of Object.entries(report.start ?? {}))
    log(
      `start of ${name}: ${one.startMs.toFixed(0)} ms (${one.startCpuMs.toFixed(0)} ms of CPU), ${one.residentMb} MB resident`,
    );
  for (const one of report.import ?? [])
    log(
      `import: ${one.entriesPerSecond.toFixed(0)} entries/s, ${one.eventsPerSecond.toFixed(0)} events/s, ${one.ratio.toFixed(1)}x COPY, peak ${one.peakMb} MB (${one.entries} entries)`,
    );
  for (const line of pureLines(report)) log(line);
}

async function main(args) {
  const options = readOptions(args);
  if (options.build) {
    log('building');
    const pure = options.jobs.every((job) => PURE_JOBS.includes(job));
    await runTarget(ROOT, 'build', { projects: pure ? ['@daylight/domain'] : [] });
  }
  const at = new Date().toISOString();
  const loadBefore = os.loadavg()[0];
  const report = { at, options, cpus: os.cpus().length, node: process.version, loadBefore };
  Object.assign(report, await measurePure(options));
  if (options.jobs.includes(WEB_JOB))
    report.web = await (await import('./web-job.mjs')).measureWeb({ repeats: options.repeats, log });
  const staged = options.jobs.filter((job) => job !== WEB_JOB && !PURE_JOBS.includes(job));
  if (staged.length > 0) Object.assign(report, await withStage(options));
  report.loadAfter = os.loadavg()[0];
  const { save } = await import('./report.mjs');
  await print(report, options);
  log(
    `load of the machine before ${loadBefore.toFixed(1)}, after ${report.loadAfter.toFixed(1)} on ${report.cpus} cores`,
  );
  log(`written to ${path.relative(process.cwd(), save(dataFolder(), report))}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof BenchRefused ? error.message : error.stack}\n`);
  process.exitCode = error instanceof BenchRefused ? 2 : 1;
}
