import { spawn } from 'node:child_process';
import path from 'node:path';

/** Runs the target in every project that has it (cached by Nx). Output is shown only when it fails, unless `loud`. */
export function runTarget(root, target, { loud = false, projects = [] } = {}) {
  const nx = path.join(root, 'node_modules/.bin/nx');
  const some = projects.length === 0 ? [] : [`--projects=${projects.join(',')}`];
  const args = [nx, 'run-many', '-t', target, ...some, '--outputStyle=static', '--parallel=2'];
  // No daemon: it would outlive us and hold the folder.
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NODE_ENV: undefined };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
      if (loud) process.stdout.write(chunk);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${target} failed:\n${loud ? '' : said}`)),
    );
  });
}
