// From installed dependencies to a running Daylight, and back.
import path from 'node:path';
import { openDatabase } from '../database/connection.mjs';
import { migrate } from '../database/migrate.mjs';
import { dataFolder } from '../database/secrets.mjs';
import { runTarget } from './build.mjs';
import { isBuilt, noteBuilt, sourcesOf } from './built.mjs';
import { ensureDemo } from './demo.mjs';
import { startDevelopment } from './dev.mjs';
import { greeting } from './greeting.mjs';
import { requireFree, wantedPort } from './ports.mjs';
import { childEnvironment, startCompiled, untilReady } from './processes.mjs';

/**
 * Brings everything up. `onHopeless(error)` is called when a process can't be kept running. Whatever has been started is
 * handed to `started` at once as `{ name, stop() }`, so that it can be stopped even when a later step fails.
 */
export async function run({ root, dev, log, started, onHopeless, env = process.env }) {
  const port = wantedPort(env);
  await requireFree(port);
  await build(root, { dev, log });
  const folder = dataFolder(env);
  const database = await open({ folder, env, log });
  started({ name: 'database', stop: database.stop });
  await migrate(database.ownerUrl, { log });
  const demo = await ensureDemo({ database, folder, log, env });
  const origin = env.DAYLIGHT_ORIGIN || `http://localhost:${port}`;
  log('starting the API and the worker');
  const context = {
    root,
    log,
    onHopeless,
    environment: (apiPort) => childEnvironment({ root, database, folder, port: apiPort, origin, demo, env }),
  };
  if (dev) await startDevelopment({ ...context, port, started });
  else for (const process of startCompiled({ ...context, env: context.environment(port) })) started(process);
  await untilReady(port);
  console.log(greeting({ origin, demo }));
}

async function build(root, { dev, log }) {
  if (isBuilt(root)) return;
  log(dev ? 'building what the demo needs' : 'building (unchanged parts come from the cache)');
  const sources = sourcesOf(root);
  await runTarget(root, 'build');
  noteBuilt(root, sources);
}

async function open({ folder, env, log }) {
  log(
    env.DATABASE_URL
      ? 'connecting to the database of DATABASE_URL'
      : `starting the embedded PostgreSQL in ${path.relative(process.cwd(), folder) || '.'}`,
  );
  const database = await openDatabase({
    folder,
    env,
    onRestart: () => log('the embedded PostgreSQL had died; it runs again'),
  });
  if (database.embedded && database.attached) log('found it running already; using that one');
  return database;
}
