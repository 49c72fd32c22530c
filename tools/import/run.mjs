// Imports a file from the command line, as the worker's role; a run that was killed is taken up where it stood.
import fs from 'node:fs';
import 'reflect-metadata';
import pg from 'pg';
import { createDataSource, UnitOfWork } from '@daylight/api-database';
import { systemClock } from '@daylight/api-platform';
import * as importing from '@daylight/api-importing';
import { openDatabase } from '../database/connection.mjs';
import { dataFolder } from '../database/secrets.mjs';
import { ImportRefused, readOptions } from './options.mjs';

const print = (line) => process.stdout.write(`${line}\n`);

async function workerUrl(env) {
  if (env.DAYLIGHT_WORKER_DATABASE_URL) return { url: env.DAYLIGHT_WORKER_DATABASE_URL, stop: async () => {} };
  const database = await openDatabase({ folder: dataFolder(env), env });
  return { url: database.workerUrl, stop: database.stop };
}

/** One run at a time per client: the lock goes with this process, however it ends. */
async function takeLock(url, tenantId) {
  const client = new pg.Client({ connectionString: url, application_name: 'daylight-import' });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 4040)) as taken', [tenantId]);
  if (!rows[0].taken) throw new ImportRefused('Another import into this client is under way.');
  const provider = await client.query('select provider_of_tenant($1) as provider_id', [tenantId]);
  const providerId = provider.rows[0].provider_id;
  if (providerId === null) throw new ImportRefused(`There is no client ${tenantId}.`);
  return { client, providerId };
}

function progressPrinter() {
  const started = Date.now();
  return (run) => {
    const seconds = (Date.now() - started) / 1000;
    const rate = Math.round(run.events_written / Math.max(seconds, 0.001));
    const total = run.cases_total === null ? '' : ` of ${run.cases_total}`;
    const done = run.cases_written + run.cases_unchanged + run.cases_rejected;
    const memory = Math.round(process.memoryUsage().rss / 1048576);
    print(
      `${run.state.toLowerCase()}: ${run.rows_read} rows, ${done}${total} cases, ${run.events_written} events, ${rate}/s, ${memory} MB`,
    );
  };
}

async function main(args, env) {
  const options = readOptions(args);
  const parsed = importing.parseMapping(options.mapping);
  if (parsed.kind === 'invalid') {
    const lines = parsed.problems.map(
      (problem) => `  ${problem.path}: ${importing.mappingProblemText(problem, options.language)}`,
    );
    throw new ImportRefused(`The mapping can't be used:\n${lines.join('\n')}`);
  }
  const database = await workerUrl(env);
  try {
    return await withDatabase(database.url, options);
  } finally {
    await database.stop();
  }
}

async function withDatabase(url, options) {
  const { client, providerId } = await takeLock(url, options.tenantId);
  const source = await createDataSource({
    url,
    poolSize: 4,
    entities: [],
    applicationName: 'daylight-import',
    onConnectionLost: () => {},
  }).initialize();
  const uow = new UnitOfWork(source, systemClock);
  const on = { providerId, tenantId: options.tenantId };
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
  try {
    const request = {
      tenantId: options.tenantId,
      fileName: options.file.split('/').at(-1),
      fileId: null,
      mapping: options.mapping,
      dryRun: options.dryRun,
    };
    const started = await uow.asSystem(on, (tx) => importing.resumeOrStart(tx, request, options.as));
    if (started.kind === 'unknown-person')
      throw new ImportRefused(`No member of staff has the address ${options.as ?? '(no administrator)'}.`);
    if (started.resumed) print(`going on with the run of ${new Date(started.run.created_at).toISOString()}`);
    else
      print(`recorded as run by ${started.operator}${options.as === null ? ' (--as E-MAIL names somebody else)' : ''}`);
    const target = { ...on, runId: started.run.run_id };
    const run = await new importing.RunImport(uow).run(target, importing.fileSource(options.file), {
      signal: stop.signal,
      onProgress: progressPrinter(),
    });
    const errors = await uow.asSystem(on, (tx) => importing.allImportErrors(tx, target.runId, options.language));
    if (options.errors !== null) fs.writeFileSync(options.errors, importing.errorsAsCsv(errors, options.language));
    return report(run, errors, options);
  } finally {
    await source.destroy();
    await client.end();
  }
}

function report(run, errors, { language, dryRun }) {
  for (const { line, caseKey, message } of errors.slice(0, 20))
    print(`  ${line === null ? '' : `line ${line}, `}case ${caseKey}: ${message}`);
  if (errors.length > 20) print(`  ... ${errors.length - 20} more (--errors FILE.csv writes them all)`);
  if (run.failure !== null) print(importing.failureText(run.failure, language));
  print(
    `${run.state}${dryRun ? ' (dry run)' : ''}: ${run.cases_written} cases written, ${run.cases_unchanged} unchanged, ${run.cases_rejected} rejected, ${run.events_written} events`,
  );
  return run.state === 'DONE' ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2), process.env);
} catch (error) {
  process.stderr.write(`${error instanceof ImportRefused ? error.message : error.stack}\n`);
  process.exitCode = error instanceof ImportRefused ? 2 : 1;
}
