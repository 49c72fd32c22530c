// Runs a tool in a Node that reads TypeScript, so that it works with the sources at hand, built or not.
import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const READS_TYPESCRIPT = ['--conditions=daylight-source', '--import', '@swc-node/register/esm-register'];

/** Hands over to `script` with the arguments of this process, its input, output, signals and exit code. */
export function runFromSource(script) {
  const env = { ...process.env, SWC_NODE_PROJECT: path.join(ROOT, 'tsconfig.base.json') };
  const args = [...READS_TYPESCRIPT, script, ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => (process.exitCode = code ?? 2));
}
