// npm run audit -- verify [--provider SLUG] [--head SEQ:HASH]
// Runs verify.mjs in a Node that reads TypeScript, so that the trail can be verified by the sources at hand, built or not.
import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const READS_TYPESCRIPT = ['--conditions=daylight-source', '--import', '@swc-node/register/esm-register'];

const child = spawn(
  process.execPath,
  [...READS_TYPESCRIPT, path.join(import.meta.dirname, 'verify.mjs'), ...process.argv.slice(2)],
  {
    cwd: ROOT,
    env: { ...process.env, SWC_NODE_PROJECT: path.join(ROOT, 'tsconfig.base.json') },
    stdio: 'inherit',
  },
);
child.once('exit', (code) => (process.exitCode = code ?? 2));
