// npm run lint. The boundary rule reads Nx's project graph from its cache and is silently skipped without one.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Brings the cached project graph up to date with the imports that stand in the files now. */
export async function refreshProjectGraph() {
  process.env.NX_DAEMON = 'false';
  process.chdir(root);
  const { createProjectGraphAsync } = await import('@nx/devkit');
  await createProjectGraphAsync({ exitOnError: false });
}

if (process.argv[1] === import.meta.filename) {
  await refreshProjectGraph();
  const eslint = path.join(root, 'node_modules/.bin/eslint');
  const args = [eslint, '.', '--max-warnings=0', ...process.argv.slice(2)];
  process.exitCode =
    spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1;
}
