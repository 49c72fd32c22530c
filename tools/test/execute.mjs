import { spawn } from 'node:child_process';

/** Runs `node ...args`, its output passed through and no input given. Resolves to the exit code; a signal counts as 1. */
export function execute(args, { cwd, env = process.env }) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...env, NX_DAEMON: 'false' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
