import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runModule } from '../test/run-module.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'daylight-install-'));
  mkdirSync(join(root, 'bin'));
  // stands in for npm: the registry isn't ours
  writeFileSync(join(root, 'bin/npm'), '#!/bin/sh\necho "$@" >> "$ROOT/npm.log"\nmkdir -p "$ROOT/node_modules"\n', {
    mode: 0o755,
  });
});
afterEach(() => rmSync(root, { recursive: true }));

const lock = (version: string): string => JSON.stringify({ packages: { '': {}, 'node_modules/pg': { version } } });
const write = (file: string, text: string): void => writeFileSync(join(root, file), text);

/** Runs ensureInstalled; returns whether npm was asked. */
async function install(): Promise<boolean> {
  const { stdout, stderr } = await runModule(
    `import { ensureInstalled } from './tools/start/install.mjs';
     console.log(ensureInstalled(process.env.ROOT, () => {}));`,
    { env: { ROOT: root, PATH: `${join(root, 'bin')}:${process.env['PATH'] ?? ''}` } },
  );
  if (stderr !== '') throw new Error(stderr);
  return stdout.trim() === 'true';
}

describe('dependencies', () => {
  it('are installed on a fresh checkout, by the lockfile, and not again', async () => {
    write('package-lock.json', lock('1.0.0'));
    expect(await install()).toBe(true);
    expect(await install()).toBe(false);
    expect(readFileSync(join(root, 'npm.log'), 'utf8')).toBe('ci --include=dev --no-audit --no-fund\n');
  });

  it('are installed again when the lockfile has changed', async () => {
    write('package-lock.json', lock('1.0.0'));
    await install();
    write('package-lock.json', lock('2.0.0'));
    expect(await install()).toBe(true);
  });

  it('that somebody installed by hand are left alone', async () => {
    mkdirSync(join(root, 'node_modules'));
    write('package-lock.json', lock('1.0.0'));
    write('node_modules/.package-lock.json', lock('1.0.0'));
    expect(await install()).toBe(false);
  });

  it('of an older Node.js are refused with the version that is needed', async () => {
    write('package.json', JSON.stringify({ engines: { node: '>=999.1' } }));
    const { stdout } = await runModule(
      `import { requireNode } from './tools/start/install.mjs';
       try { requireNode(process.env.ROOT); } catch (error) { console.log(error.message); }`,
      { env: { ROOT: root } },
    );
    expect(stdout).toContain(`Daylight needs Node.js 999.1 or newer; this is ${process.versions.node}.`);
  });
});
