import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs an ES module text in a process of its own, as the tools run; paths in it are relative to the repository.
 * `seen` gets the process and its output so far at each output.
 */
export function runModule(text: string, { env = {}, seen = () => undefined }: RunOptions = {}): Promise<Ran> {
  const source = text.replaceAll("from './tools/", `from '${root}/tools/`);
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    seen(child, stdout);
  });
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly seen?: (child: ChildProcess, stdout: string) => void;
}
