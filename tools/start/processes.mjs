// The API and the worker: how each is started, and what each may know.
import { setTimeout as sleep } from 'node:timers/promises';
import fs from 'node:fs';
import path from 'node:path';
import { openSecrets } from '../database/secrets.mjs';
import { mainOf, NODE_FLAGS } from './commands.mjs';
import { supervise } from './supervise.mjs';

const READY_LIMIT_MS = 60_000;

/** Environment of both processes. The owner's URL stays with us: what serves requests can't change the schema. */
export function childEnvironment({ root, database, folder, port, origin, demo, env = process.env }) {
  const { DATABASE_URL, DATABASE_APP_URL, DATABASE_WORKER_URL, ...rest } = env;
  return {
    ...rest,
    DAYLIGHT_APP_DATABASE_URL: database.appUrl,
    DAYLIGHT_WORKER_DATABASE_URL: database.workerUrl,
    DAYLIGHT_PORT: String(port),
    DAYLIGHT_DATA: folder,
    DAYLIGHT_ORIGIN: origin,
    DAYLIGHT_STATIC: path.join(root, 'apps'),
    DAYLIGHT_DEMO: demo ? '1' : '0',
    DAYLIGHT_SECRET: env.DAYLIGHT_SECRET || openSecrets(folder).get('DAYLIGHT_SECRET'),
  };
}

/** Compiled, as in production. `onHopeless` as in supervise(). */
export function startCompiled({ root, env, log, onHopeless }) {
  return ['api', 'worker'].map((name) => {
    const main = path.join(root, mainOf(name));
    if (!fs.existsSync(main)) throw new Error(`${path.relative(root, main)} is missing: the build made no ${name}.`);
    return supervise({ name, args: [...NODE_FLAGS, main], cwd: root, env, log, onHopeless });
  });
}

/** Straight from source, for development; node restarts the process when a file changes. */
export function startFromSource({ root, env, log, onHopeless }) {
  const args = [
    '--watch',
    '--enable-source-maps',
    '--conditions=daylight-source',
    '--import',
    '@swc-node/register/esm-register',
    'src/main.ts',
  ];
  // swc-node reads the tsconfig.json of its working folder: without it, decorators aren't understood
  return ['api', 'worker'].map((name) =>
    supervise({ name, args, cwd: path.join(root, 'apps', name), env, log, onHopeless }),
  );
}

/** Resolves when the API says that it can serve (database reached, schema right). */
export async function untilReady(port) {
  const until = performance.now() + READY_LIMIT_MS;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    if (performance.now() > until)
      throw new Error(
        `The API was not ready after ${READY_LIMIT_MS / 1000} s (last answer: ${answer?.status ?? 'none'}).`,
      );
    await sleep(100);
  }
}
